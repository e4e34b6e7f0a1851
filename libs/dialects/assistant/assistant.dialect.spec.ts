import { type Actor, invalidInput, type Plan } from '#kernel';
import { assistant } from './assistant.dialect';
import { chunkIdOf } from './assistant.ids';

const FAILURE = { code: 'x.y', message: 'No.', fields: [], requestId: 'req_1', at: new Date(0) };
const KEY = '01900000-0000-7000-8000-00000000000a';

describe('failures of the assistant API', () => {
  test.each([
    ['invalid_input', 400, 'INVALID_REQUEST'],
    ['malformed', 400, 'INVALID_REQUEST'],
    ['unsupported', 400, 'INVALID_REQUEST'],
    ['unauthenticated', 401, 'INVALID_API_KEY'],
    ['forbidden', 403, 'INSUFFICIENT_PERMISSIONS'],
    ['not_found', 404, 'RESOURCE_NOT_FOUND'],
    ['conflict', 409, 'CONFLICT'],
    ['too_large', 413, 'PAYLOAD_TOO_LARGE'],
    ['rate_limited', 429, 'RATE_LIMITED'],
    ['unavailable', 503, 'SERVICE_UNAVAILABLE'],
    ['internal', 500, 'INTERNAL_ERROR'],
  ] as const)('%s is %i %s', (kind, status, code) => {
    const body = { error: { code, message: 'No.' } };
    expect(assistant.renderFailure({ ...FAILURE, kind })).toEqual({ status, body });
  });

  test('a file that is too large is a fault of the input', () => {
    const failure = { ...FAILURE, kind: 'too_large', code: 'http.form_too_large' } as const;
    expect(assistant.renderFailure(failure)).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_REQUEST' } },
    });
  });

  test('name all refused fields, and those that were not there by themselves', () => {
    const { fields } = invalidInput([
      { field: 'title', message: 'title is required.', missing: true },
      { field: 'content', message: 'content is required.', missing: true },
      { field: 'type', message: 'type must be one of ...' },
    ]);
    expect(assistant.renderFailure({ ...FAILURE, kind: 'invalid_input', fields }).body).toMatchObject({
      error: {
        details: {
          missing_fields: ['title', 'content'],
          fields: [
            { field: 'title', message: 'title is required.' },
            { field: 'content', message: 'content is required.' },
            { field: 'type', message: 'type must be one of ...' },
          ],
        },
      },
    });
  });

  test('say nothing of missing fields when none is missing', () => {
    const fields = [{ field: 'limit', message: 'limit must be a whole number.' }];
    const { body } = assistant.renderFailure({ ...FAILURE, kind: 'invalid_input', fields });
    expect(body).toMatchObject({ error: { details: { fields } } });
    expect(JSON.stringify(body)).not.toContain('missing_fields');
  });
});

describe('rate limits of the assistant API', () => {
  const rate = (actor?: Actor) =>
    assistant.rateLimit({ method: 'GET', path: '/api/chat', headers: {}, query: {} }, actor);

  test.each([
    ['free', 100],
    ['starter', 100],
    ['pro', 500],
    ['enterprise', 2_000],
  ] as const)('a team of plan %s has %i a minute', (plan: Plan, limit) => {
    const actor: Actor = { kind: 'key', keyId: 'k', userId: 'u', teamId: 't', scopes: [], plan };
    expect(rate(actor)).toEqual({ bucket: 'requests', limit, windowMs: 60_000, per: 'team' });
  });

  test('strangers have what a free team has', () => {
    expect(rate()).toMatchObject({ limit: 100 });
  });
});

describe('ids of the assistant API', () => {
  test.each([
    ['chat', 'chat_'],
    ['message', 'msg_'],
    ['document', 'doc_'],
    ['file', 'file_'],
    ['knowledge item', 'know_'],
    ['webhook', 'wh_'],
  ])('a %s begins with %s, and is no id of another kind', (kind, prefix) => {
    const text = assistant.ids.encode(kind, KEY);
    expect(text).toBe(`${prefix}0190000000007000800000000000000a`);
    expect(assistant.ids.decode(kind, text)).toBe(KEY);
    expect(assistant.ids.decode(kind === 'chat' ? 'file' : 'chat', text)).toBeUndefined();
  });

  test('a chunk is known by its document and place', () => {
    expect(chunkIdOf(`${KEY}:17`)).toBe('chunk_0190000000007000800000000000000a_17');
    expect(chunkIdOf(`${KEY}:17`)).toMatch(/^chunk_[A-Za-z0-9_-]+$/);
  });
});
