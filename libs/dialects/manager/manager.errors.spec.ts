import { ERROR_KINDS, type FieldProblem } from '#kernel';
import { renderManagerFailure } from './manager.errors';

const render = (kind: (typeof ERROR_KINDS)[number], fields: FieldProblem[] = []) =>
  renderManagerFailure({ code: 'any.code', message: 'No.', requestId: 'req_1', at: new Date(0), kind, fields });

describe('a failure in the manager API', () => {
  test('has status and code of its kind', () => {
    const told = ERROR_KINDS.map((kind) => {
      const { status, body } = render(kind);
      expect(body).toEqual({ error: { code: expect.any(String), message: 'No.' } });
      return [kind, status, (body as { error: { code: string } }).error.code];
    });
    expect(told).toEqual([
      ['invalid_input', 422, 'validation_error'],
      ['malformed', 400, 'bad_request'],
      ['unauthenticated', 401, 'unauthorized'],
      ['forbidden', 403, 'forbidden'],
      ['not_found', 404, 'not_found'],
      ['conflict', 409, 'conflict'],
      ['rate_limited', 429, 'rate_limit_exceeded'],
      ['too_large', 413, 'payload_too_large'],
      ['unsupported', 400, 'bad_request'],
      ['unavailable', 503, 'service_unavailable'],
      ['internal', 500, 'internal_error'],
    ]);
  });

  test('names every field that was refused', () => {
    const fields = [
      { field: 'name', message: 'name is required and must be a text.', missing: true },
      { field: 'behaviors.response_delay_ms.min', message: 'behaviors.response_delay_ms.min must be a number.' },
    ];
    expect(render('invalid_input', fields)).toEqual({
      status: 422,
      body: {
        error: {
          code: 'validation_error',
          message: 'name is required and must be a text. behaviors.response_delay_ms.min must be a number.',
          details: { fields: fields.map(({ field, message }) => ({ field, message })) },
        },
      },
    });
  });

  test.each([
    ['webhookUrl', 'webhook_url'],
    ['timeoutMs', 'timeout'],
    ['configuration.historyMessages', 'message_history'],
    ['mcpServers.0.url', 'mcp_servers.0.url'],
    ['callbackHeaders.X-Own', 'callback_headers.X-Own'],
    ['headers.webhookUrl', 'headers.webhookUrl'],
    ['config.bot_token', 'config.bot_token'],
  ])('calls the %s of a domain %s', (theirs, ours) => {
    const { body } = render('invalid_input', [{ field: theirs, message: `${theirs} must be there.` }]);
    const message = `${ours} must be there.`;
    expect(body).toMatchObject({ error: { message, details: { fields: [{ field: ours, message }] } } });
  });

  test('leaves a sentence alone that does not begin with the field', () => {
    const { body } = render('invalid_input', [{ field: 'webhookUrl', message: 'The address leads nowhere.' }]);
    expect(body).toMatchObject({ error: { message: 'The address leads nowhere.' } });
  });
});
