import { type Actor, invalidInput } from '#kernel';
import { platform } from './platform.dialect';

const FAILURE = { code: 'x.y', message: 'No.', fields: [], requestId: 'req_1', at: new Date(0) };
const rate = (path: string, actor?: Actor) =>
  platform.rateLimit({ method: 'GET', path, headers: {}, query: {} }, actor);

describe('failures of the main API', () => {
  test.each([
    ['invalid_input', 400, 'VALIDATION_ERROR'],
    ['malformed', 400, 'VALIDATION_ERROR'],
    ['unsupported', 400, 'VALIDATION_ERROR'],
    ['unauthenticated', 401, 'UNAUTHORIZED'],
    ['forbidden', 403, 'FORBIDDEN'],
    ['not_found', 404, 'NOT_FOUND'],
    ['conflict', 409, 'CONFLICT'],
    ['too_large', 413, 'PAYLOAD_TOO_LARGE'],
    ['rate_limited', 429, 'RATE_LIMIT_EXCEEDED'],
    ['unavailable', 503, 'SERVICE_UNAVAILABLE'],
    ['internal', 500, 'SERVER_ERROR'],
  ] as const)('%s is %i %s', (kind, status, code) => {
    const body = { status: 'error', message: 'No.', code };
    expect(platform.renderFailure({ ...FAILURE, kind })).toEqual({ status, body });
  });

  test('name the refused fields', () => {
    const { fields, message } = invalidInput([{ field: 'name', message: 'name is required.', missing: true }]);
    expect(platform.renderFailure({ ...FAILURE, kind: 'invalid_input', fields, message }).body).toEqual({
      status: 'error',
      message: 'name is required.',
      code: 'VALIDATION_ERROR',
      details: { fields },
    });
  });
});

describe('rate limits of the main API', () => {
  const BOT = '/api/v1/chatbots/01900000-0000-7000-8000-000000000001';

  test.each([
    ['/api/v1/auth/register', 'register', 10],
    ['/api/v1/auth/login', 'login', 20],
    ['/api/v1/auth/login/', 'login', 20],
    ['/api/v1/auth/refresh-token', 'auth', 20],
    ['/api/v1/auth', 'auth', 20],
    [`${BOT}/conversation`, 'conversation', 60],
    [`${BOT}/conversation/history`, 'conversation', 60],
    [`${BOT}/response-rating`, 'conversation', 60],
    [`${BOT}/conversation/history/x`, 'management', 30],
    [`${BOT}/conversations`, 'management', 30],
    [BOT, 'management', 30],
    ['/api/v1/nowhere', 'management', 30],
    ['/api/v1', 'management', 30],
    ['/api/v1/health/status', 'management', 30],
  ])('%s counts as %s, %i a minute', (path, bucket, limit) => {
    expect(rate(path)).toEqual({ bucket, limit, windowMs: 60_000, exempt: false });
  });

  test('health is exempt', () => {
    expect(rate('/api/v1/health')).toMatchObject({ exempt: true });
  });

  test.each([
    ['free', 30],
    ['starter', 60],
    ['pro', 150],
    ['enterprise', 600],
  ] as const)('a team of plan %s has %i', (plan, limit) => {
    const actor: Actor = { kind: 'key', keyId: 'k', userId: 'u', teamId: 't', scopes: [], plan };
    expect(rate(BOT, actor)).toMatchObject({ limit });
  });
});

test('ids are UUIDs as they are; anything else is none', () => {
  const id = '01900000-0000-7000-8000-00000000000A';
  expect(platform.ids.decode('chatbot', id)).toBe(id.toLowerCase());
  expect(platform.ids.decode('chatbot', '7')).toBeUndefined();
  expect(platform.ids.encode('chatbot', id)).toBe(id);
});
