import { criabot } from './criabot.dialect';

const FAILURE = { code: 'x.y', message: 'No.', fields: [], requestId: 'req_1', at: new Date('2030-01-31T12:00:00.9Z') };
const head = (path: string, query: Record<string, unknown> = {}, headers: Record<string, string> = {}) => ({
  method: 'GET',
  path,
  headers,
  query,
});

describe('failures of criabot', () => {
  test.each([
    ['invalid_input', 422, 'ERROR'],
    ['malformed', 422, 'ERROR'],
    ['unsupported', 422, 'ERROR'],
    ['unauthenticated', 401, 'UNAUTHORIZED'],
    ['forbidden', 401, 'UNAUTHORIZED'],
    ['not_found', 404, 'NOT_FOUND'],
    ['conflict', 409, 'DUPLICATE'],
    ['too_large', 413, 'ERROR'],
    ['rate_limited', 429, 'RATE_LIMIT'],
    ['unavailable', 503, 'ERROR'],
    ['internal', 500, 'ERROR'],
  ] as const)('%s is %i %s', (kind, status, code) => {
    expect(criabot.renderFailure({ ...FAILURE, kind })).toMatchObject({
      status,
      body: { status, message: 'No.', timestamp: 1_896_091_200, code },
    });
  });

  test('a model that is away has a code of its own', () => {
    const failure = { ...FAILURE, kind: 'unavailable', code: 'llm.unavailable' } as const;
    expect(criabot.renderFailure(failure).body).toMatchObject({ status: 503, code: 'CRIADEX_ERROR' });
  });

  test('a 401 repeats its message as detail, a 422 lists the fields', () => {
    expect(criabot.renderFailure({ ...FAILURE, kind: 'unauthenticated' }).body).toMatchObject({ detail: 'No.' });
    const fields = [{ field: 'file.nodes.0.text', message: 'file.nodes.0.text is required.', missing: true }];
    expect(criabot.renderFailure({ ...FAILURE, kind: 'invalid_input', fields }).body).toMatchObject({
      detail: [{ loc: ['body', 'file', 'nodes', 0, 'text'], msg: 'file.nodes.0.text is required.', type: 'missing' }],
    });
  });

  test.each([
    ['document_name', ['query', 'document_name']],
    ['page_size', ['query', 'page_size']],
    ['path.bot_name', ['path', 'bot_name']],
    ['bot_name', ['body', 'bot_name']],
  ])('the field %s stands at %j', (field, loc) => {
    const fields = [{ field, message: 'No.' }];
    expect(criabot.renderFailure({ ...FAILURE, kind: 'invalid_input', fields }).body).toMatchObject({
      detail: [{ loc }],
    });
  });

  test('what domains say is said in the words of the dialect', () => {
    const worded = (kind: 'conflict' | 'not_found', code: string) =>
      criabot.renderFailure({ ...FAILURE, kind, code }).body;
    expect(worded('conflict', 'bots.slug_taken')).toMatchObject({
      message: 'That bot already exists!',
      code: 'DUPLICATE',
    });
    expect(worded('not_found', 'bots.not_found')).toMatchObject({ message: 'That bot could not be found!' });
  });
});

test('a key may stand in the query, under either name; a header goes first', () => {
  expect(criabot.readCredential(head('/', { api_key: 'a' }))).toEqual({ type: 'key', value: 'a' });
  expect(criabot.readCredential(head('/', { 'x-api-key': 'b' }))).toEqual({ type: 'key', value: 'b' });
  expect(criabot.readCredential(head('/', { api_key: 'a' }, { 'x-api-key': 'c' }))).toMatchObject({ value: 'c' });
  expect(criabot.readCredential(head('/', { api_key: ['a', 'b'] }))).toBeUndefined();
});

test('health is exempt, the docs are not counted, and all else is', () => {
  const rate = (path: string) => criabot.rateLimit(head(path), undefined);
  expect(rate('/bots/x')).toMatchObject({ limit: 600, exempt: false });
  expect(rate('/health')).toMatchObject({ exempt: true });
  for (const path of ['/', '/docs', '/docs/assets/x.js', '/openapi.json', '/openapi/platform.json']) {
    expect(rate(path)).toBeUndefined();
  }
  expect(rate('/docsx')).toBeDefined();
});
