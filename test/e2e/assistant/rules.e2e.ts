/** What holds for every path of the assistant dialect: who may call, what is refused, and in which words. */
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { failure, NOT_FOUND, told } from './assistant-client';

const PATHS: ReadonlyArray<[string, string]> = [
  ['POST', '/api/chat'],
  ['POST', '/api/chat/chat_1/messages'],
  ['GET', '/api/chat/chat_1/history'],
  ['POST', '/api/chat/chat_1/complete'],
  ['POST', '/api/documents'],
  ['GET', '/api/documents'],
  ['GET', '/api/documents/doc_1'],
  ['PUT', '/api/documents/doc_1'],
  ['POST', '/api/files/upload'],
  ['GET', '/api/files'],
  ['GET', '/api/files/file_1'],
  ['GET', '/api/files/file_1/status'],
  ['GET', '/api/files/file_1/content'],
  ['DELETE', '/api/files/file_1'],
  ['POST', '/api/knowledge'],
  ['POST', '/api/knowledge/search'],
  ['POST', '/api/webhooks'],
  ['GET', '/api/webhooks'],
  ['DELETE', '/api/webhooks/wh_1'],
];

describe('every path', () => {
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
  });

  test.each(PATHS)('%s %s is closed to strangers and to keys that do not hold its scope', async (method, path) => {
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    expect(told(await wire.send(method, path, body))).toEqual([401, failure('INVALID_API_KEY')]);
    const wrong = wire.withToken('sk_live_0123456789012345678901234567890123456789012');
    expect(told(await wrong.send(method, path, body))).toEqual([401, failure('INVALID_API_KEY')]);
    const narrow = { name: 'narrow', scopes: ['training:read'] };
    const { apiKey } = must(await team.asUser.post('/api/v1/auth/api-key', narrow), 201).body.data;
    expect(told(await wire.withKey(apiKey).send(method, path, body))).toEqual([
      403,
      failure('INSUFFICIENT_PERMISSIONS'),
    ]);
  });

  test('takes the key as bearer or in a header of its own, and the token of a login', async () => {
    for (const caller of [team.asKey, wire.withToken(team.apiKey), team.asUser]) {
      must(await caller.get('/api/documents'), 200);
    }
  });

  test('speaks this dialect where there is nothing, and leaves /api/v1 to others', async () => {
    for (const [method, path] of [
      ['GET', '/api'],
      ['GET', '/api/nowhere'],
      ['DELETE', '/api/chat'],
      ['PATCH', '/api/documents/doc_1'],
      ['GET', '/api/v1x'],
    ] as const) {
      expect(told(await team.asKey.send(method, path))).toEqual(NOT_FOUND);
    }
    expect((await team.asKey.get('/api/v1/nowhere')).body).toMatchObject({ status: 'error', code: 'NOT_FOUND' });
  });

  test('refuses bodies that cannot be read, in the words of the dialect', async () => {
    expect(told(await team.asKey.send('POST', '/api/chat', '{"message":'))).toEqual([400, failure('INVALID_REQUEST')]);
    const xml = team.asKey.with({ 'content-type': 'application/xml' });
    expect(told(await xml.send('POST', '/api/chat', '<message/>'))).toEqual([400, failure('INVALID_REQUEST')]);
    const form = new FormData();
    form.append('message', 'Hi');
    expect(told(await team.asKey.send('POST', '/api/chat', form))).toEqual([400, failure('INVALID_REQUEST')]);
    expect(told(await team.asKey.send('POST', '/api/chat', '[]'))).toEqual([400, failure('INVALID_REQUEST')]);
  });

  test('tells the limit of the team and the id of the request, also when it refuses', async () => {
    for (const answer of [
      await team.asKey.get('/api/documents'),
      await team.asKey.get('/api/nowhere'),
      await team.asKey.send('POST', '/api/chat', '{'),
      await wire.get('/api/documents'),
    ]) {
      for (const name of ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset']) {
        expect(answer.headers.get(name)).toMatch(/^\d+$/);
      }
      expect(answer.headers.get('x-request-id')).toMatch(/^req_/);
    }
  });
});
