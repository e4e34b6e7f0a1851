import type { Actor, Plan } from '#kernel';
import { mcp } from './mcp.dialect';

const FAILURE = { code: 'x.y', message: 'No.', fields: [], requestId: 'req_1', at: new Date(0) };
const HEAD = { method: 'POST', path: '/mcp', headers: {}, query: {} };

describe('failures before a message is read', () => {
  test.each([
    ['invalid_input', 400, -32_602],
    ['malformed', 400, -32_700],
    ['unsupported', 400, -32_000],
    ['unauthenticated', 401, -32_000],
    ['forbidden', 403, -32_000],
    ['not_found', 404, -32_000],
    ['conflict', 409, -32_000],
    ['too_large', 413, -32_000],
    ['rate_limited', 429, -32_000],
    ['unavailable', 503, -32_000],
    ['internal', 500, -32_603],
  ] as const)('%s is HTTP %i and JSON-RPC %i', (kind, status, code) => {
    const error = { code, message: 'No.', data: { reason: 'x.y', request_id: 'req_1' } };
    expect(mcp.renderFailure({ ...FAILURE, kind })).toEqual({ status, body: { jsonrpc: '2.0', id: null, error } });
  });

  test('name the fields that were refused', () => {
    const fields = [{ field: 'body', message: 'body must not hold NUL.', missing: true }];
    expect(mcp.renderFailure({ ...FAILURE, kind: 'invalid_input', fields }).body).toMatchObject({
      error: { data: { fields: [{ field: 'body', message: 'body must not hold NUL.' }] } },
    });
  });
});

test.each([
  ['free', 60],
  ['starter', 60],
  ['pro', 300],
  ['enterprise', 1_000],
] as Array<[Plan, number]>)('a team of the plan %s sends %i messages a minute', (plan, limit) => {
  const actor: Actor = { kind: 'system', teamId: 't', plan };
  expect(mcp.rateLimit(HEAD, actor)).toEqual({ bucket: 'requests', limit, windowMs: 60_000, per: 'team' });
});
