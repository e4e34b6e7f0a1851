import { eventually } from '#testing';
import {
  createBotThatKnows,
  Installation,
  loginAsAdmin,
  must,
  registerTeam,
  SEVERAL_PROCESSES,
  WireClient,
} from '#testing/parley';

const USERS = '/api/v1/admin/users';
const UNKNOWN = '0190a5a0-0000-7000-8000-000000000000';

describe('administration of users', () => {
  let parley: Installation;
  let wire: WireClient;
  let admin: WireClient;

  beforeAll(async () => {
    parley = await Installation.start({ LOG_LEVEL: 'info' }, undefined, SEVERAL_PROCESSES);
    wire = new WireClient(parley.baseUrl);
    admin = await loginAsAdmin(wire);
  });

  afterAll(() => parley.remove());

  const idOf = async (username: string): Promise<string> =>
    must(await admin.get(`${USERS}?search=${username}`), 200).body.data[0].id;
  const newUser = async () => {
    const team = await registerTeam(wire);
    return { ...team, id: await idOf(team.account.username) };
  };
  /** At once in the process that is asked; the others hear of it. */
  const answers = (client: WireClient, path: string, status: number) =>
    eventually(async () => (await client.get(path)).status === status);
  const limitOf = (headers: Headers) => Number(headers.get('x-ratelimit-limit'));

  test('is for administrators who are logged in, and for nobody else', async () => {
    const { asUser, asKey, id } = await newUser();
    for (const path of [USERS, `${USERS}/${id}`]) {
      expect((await wire.get(path)).status).toBe(401);
      for (const client of [asUser, asKey]) {
        const refused = await client.get(path);
        expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN']);
      }
    }
    const { apiKey } = must(await admin.post('/api/v1/auth/api-key', {}), 201).body.data;
    expect((await wire.withKey(apiKey).get(USERS)).status).toBe(403);
    expect((await asUser.put(`${USERS}/${id}`, { role: 'admin' })).status).toBe(403);
    expect((await asUser.delete(`${USERS}/${id}`)).status).toBe(403);
  });

  test('lists users in pages, with a search', async () => {
    const { account, id } = await newUser();
    const listed = must(await admin.get(`${USERS}?page=1&limit=1000&search=${account.email.toUpperCase()}`), 200).body;
    expect(listed.pagination).toEqual({ total: 1, pages: 1, page: 1, limit: 100 });
    const { username, email } = account;
    expect(listed.data).toEqual([
      expect.objectContaining({ id, username, email, role: 'user', isActive: true, plan: 'free' }),
    ]);
    expect(JSON.stringify(listed)).not.toContain('argon2');
    expect(must(await admin.get(`${USERS}/${id}`), 200).body.data).toEqual(listed.data[0]);
    expect((await admin.get(`${USERS}?limit=0`)).status).toBe(400);
    expect((await admin.get(`${USERS}/${UNKNOWN}`)).status).toBe(404);
  });

  test('changes names, role and plan; a new plan counts for the next request', async () => {
    const { asUser, asKey, account, id } = await newUser();
    const before = await Promise.all([asUser, asKey].map((client) => client.get('/api/v1/chatbots')));
    const email = `new-${account.email}`;
    const changed = must(await admin.put(`${USERS}/${id}`, { plan: 'pro', email }), 200).body.data;
    expect(changed).toMatchObject({ id, plan: 'pro', email, username: account.username });
    for (const [n, client] of [asUser, asKey].entries()) {
      const wanted = 5 * limitOf(before[n]!.headers);
      await eventually(async () => limitOf((await client.get('/api/v1/chatbots')).headers) === wanted);
    }
    must(await admin.put(`${USERS}/${id}`, { role: 'admin' }), 200);
    await answers(asUser, USERS, 200);
    must(await admin.put(`${USERS}/${id}`, { role: 'user' }), 200);
    await answers(asUser, USERS, 403);
  });

  test('refuses what is no change it can make', async () => {
    const [one, two] = [await newUser(), await newUser()];
    for (const body of [{ role: 'owner' }, { plan: 'gold' }, { isActive: 'yes' }, { email: 'x' }, { username: 'a' }]) {
      const refused = await admin.put(`${USERS}/${one.id}`, body);
      expect([refused.status, refused.body.code]).toEqual([400, 'VALIDATION_ERROR']);
      expect(refused.body.message).toContain(Object.keys(body)[0]);
    }
    expect((await admin.put(`${USERS}/${one.id}`, { email: two.account.email })).status).toBe(409);
    expect((await admin.put(`${USERS}/${UNKNOWN}`, { role: 'user' })).status).toBe(404);
  });

  test('a disabled user is refused at once, with every login and key', async () => {
    const { asUser, asKey, account, tokens, id } = await newUser();
    must(await asKey.get('/api/v1/chatbots'), 200);
    must(await admin.put(`${USERS}/${id}`, { isActive: false }), 200);
    for (const client of [asUser, asKey]) await answers(client, '/api/v1/chatbots', 401);
    expect((await wire.post('/api/v1/auth/login', account)).status).toBe(401);
    const { refreshToken } = tokens;
    expect((await wire.post('/api/v1/auth/refresh-token', { refreshToken })).status).toBe(401);
    must(await admin.put(`${USERS}/${id}`, { isActive: true }), 200);
    must(await wire.post('/api/v1/auth/login', account), 200);
  });

  test('a deleted user is gone with the team and all that it had; the name is free again', async () => {
    const { asUser, asKey, account, id } = await newUser();
    const { botId } = await createBotThatKnows(asUser, [{ title: 'Hours', content: 'The shop opens at nine.' }]);
    must(await asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: 'When does the shop open?' }), 200);
    must(await admin.delete(`${USERS}/${id}`), 200);
    for (const client of [asUser, asKey]) await answers(client, `/api/v1/chatbots/${botId}`, 401);
    expect((await wire.post('/api/v1/auth/login', account)).status).toBe(401);
    expect((await admin.get(`${USERS}/${id}`)).status).toBe(404);
    expect((await admin.delete(`${USERS}/${id}`)).status).toBe(404);
    await eventually(() => parley.printed.includes('A deleted team was removed.'));
    must(await wire.post('/api/v1/auth/register', account), 201);
    const again = must(await wire.post('/api/v1/auth/login', account), 200).body.data;
    expect((await wire.withToken(again.accessToken).get(`/api/v1/chatbots/${botId}`)).status).toBe(404);
  });

  test('nobody deletes themselves, and one administrator always stays', async () => {
    const { id } = must(await admin.get('/api/v1/auth/me'), 200).body.data;
    const refused = await admin.delete(`${USERS}/${id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'CONFLICT']);
    for (const body of [{ role: 'user' }, { isActive: false }]) {
      expect((await admin.put(`${USERS}/${id}`, body)).status).toBe(409);
    }
    expect(must(await admin.get('/api/v1/auth/me'), 200).body.data).toMatchObject({ role: 'admin', isActive: true });
  });
});
