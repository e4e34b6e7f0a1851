import { ERROR_KINDS, type FieldProblem } from '#kernel';
import { renderSupportFailure } from './support.errors';

const FAILURE = { code: 'any.code', message: 'What was wrong.', requestId: 'req_1', at: new Date(0) };

const render = (kind: (typeof ERROR_KINDS)[number], fields: FieldProblem[] = [], changes: object = {}) =>
  renderSupportFailure({ ...FAILURE, kind, fields, ...changes });

describe('a failure in the support API', () => {
  test('has status and code of its kind', () => {
    const told = ERROR_KINDS.map((kind) => {
      const { status, body } = render(kind);
      return [kind, status, (body as { error: { code: string } }).error.code];
    });
    expect(told).toEqual([
      ['invalid_input', 400, 'invalid_request'],
      ['malformed', 400, 'invalid_request'],
      ['unauthenticated', 401, 'unauthorized'],
      ['forbidden', 403, 'forbidden'],
      ['not_found', 404, 'not_found'],
      ['conflict', 409, 'conflict'],
      ['rate_limited', 429, 'rate_limit_exceeded'],
      ['too_large', 413, 'payload_too_large'],
      ['unsupported', 400, 'invalid_request'],
      ['unavailable', 503, 'service_unavailable'],
      ['internal', 500, 'internal_error'],
    ]);
  });

  test('tells message and request id, and details only when there are any', () => {
    expect(render('not_found').body).toEqual({
      error: { code: 'not_found', message: 'What was wrong.', request_id: 'req_1' },
    });
  });

  test.each([
    ['user_id is required and must be a text of 1 to 256 characters.', 'a text of 1 to 256 characters'],
    ['user_id must be a whole number from 1 to 5.', 'a whole number from 1 to 5'],
    ['user_id must not contain NUL.', 'not contain NUL'],
    ['Something odd.', 'Something odd.'],
  ])('of a field says what was expected: %s', (message, expected) => {
    const second = { field: 'message', message: 'message must be there.' };
    expect(render('invalid_input', [{ field: 'user_id', message }, second]).body).toMatchObject({
      error: { details: { field: 'user_id', expected } },
    });
  });

  test('speaks of articles where a domain speaks of items', () => {
    const { body } = render('not_found', [], { code: 'documents.item_not_found' });
    expect(body).toMatchObject({ error: { message: 'There is no such article.' } });
  });
});
