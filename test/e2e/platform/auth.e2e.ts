import { must, registerTeam, type SharedInstallation, sharedInstallation, WireClient } from '#testing/parley';

describe('logging in', () => {
  let parley: SharedInstallation;
  let wire: WireClient;

  beforeAll(async () => {
    parley = await sharedInstallation();
    wire = new WireClient(parley.baseUrl);
  });

  const refresh = (refreshToken: string) => wire.post('/api/v1/auth/refresh-token', { refreshToken });

  test('refuses an unknown user and a wrong password in the same words', async () => {
    const { account } = await registerTeam(wire);
    const wrong = await wire.post('/api/v1/auth/login', { username: account.username, password: 'not the password' });
    const unknown = await wire.post('/api/v1/auth/login', { username: 'nobody-at-all', password: 'not the password' });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'UNAUTHORIZED']);
    expect(wrong.body.message).toBe(unknown.body.message);
  });

  test('takes the e-mail address in place of the name', async () => {
    const { account } = await registerTeam(wire);
    must(await wire.post('/api/v1/auth/login', { username: account.email, password: account.password }), 200);
    must(await wire.post('/api/v1/auth/login', { email: account.email, password: account.password }), 200);
  });

  test('a name or an address that is taken is a conflict, whatever its case', async () => {
    const { account } = await registerTeam(wire);
    const again = { ...account, username: account.username.toUpperCase(), email: 'other@example.com' };
    expect((await wire.post('/api/v1/auth/register', again)).body.code).toBe('CONFLICT');
    const address = { ...account, username: 'somebody-else', email: account.email.toUpperCase() };
    expect((await wire.post('/api/v1/auth/register', address)).status).toBe(409);
  });

  test('a refresh token works once; using it again ends the whole login', async () => {
    const { tokens, asUser } = await registerTeam(wire);
    const renewed = must(await refresh(tokens.refreshToken), 200).body.data;
    expect(renewed).toMatchObject({ expiresIn: 3600 });
    must(await wire.withToken(renewed.accessToken).get('/api/v1/auth/me'), 200);
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
    expect((await refresh(renewed.refreshToken)).status).toBe(401);
    expect((await asUser.get('/api/v1/auth/me')).status).toBe(401);
  });

  test('logging out ends the access token and the refresh token', async () => {
    const { tokens, asUser } = await registerTeam(wire);
    must(await asUser.post('/api/v1/auth/logout', { refreshToken: tokens.refreshToken }), 200);
    expect((await refresh(tokens.refreshToken)).status).toBe(401);
    expect((await asUser.get('/api/v1/auth/me')).status).toBe(401);
  });

  test('a key is shown once, works by both headers, is listed without its text and stops when revoked', async () => {
    const { asUser, apiKey } = await registerTeam(wire);
    must(await wire.withToken(apiKey).get('/api/v1/chatbots'), 200);
    const listed = must(await asUser.get('/api/v1/auth/api-keys'), 200).body.data;
    expect(listed).toHaveLength(1);
    expect(JSON.stringify(listed)).not.toContain(apiKey);
    must(await asUser.delete(`/api/v1/auth/api-keys/${listed[0].id}`), 200);
    expect((await wire.withKey(apiKey).get('/api/v1/chatbots')).status).toBe(401);
  });

  test('a key makes no keys and reads no account', async () => {
    const { asKey } = await registerTeam(wire);
    expect((await asKey.post('/api/v1/auth/api-key', { name: 'More' })).status).toBe(403);
  });

  test('a key with few scopes may do what they name and nothing else', async () => {
    const { asUser } = await registerTeam(wire);
    const { apiKey } = must(await asUser.post('/api/v1/auth/api-key', { scopes: ['chatbots:read'] }), 201).body.data;
    must(await wire.withKey(apiKey).get('/api/v1/chatbots'), 200);
    const refused = await wire.withKey(apiKey).post('/api/v1/chatbots', { name: 'Bot' });
    expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN']);
    const unknown = await asUser.post('/api/v1/auth/api-key', { scopes: ['everything'] });
    expect([unknown.status, unknown.body.message.includes('scopes')]).toEqual([400, true]);
  });

  test('a person changes their own account; the password only with the current one', async () => {
    const { asUser, account } = await registerTeam(wire);
    const renamed = must(await asUser.put('/api/v1/auth/me', { email: `new-${account.email}`, role: 'admin' }), 200)
      .body.data;
    expect(renamed).toMatchObject({ email: `new-${account.email}`, role: 'user' });
    const password = 'another long password';
    expect((await asUser.put('/api/v1/auth/me', { password })).status).toBe(400);
    must(await asUser.put('/api/v1/auth/me', { password, currentPassword: account.password }), 200);
    must(await wire.post('/api/v1/auth/login', { username: account.username, password }), 200);
  });
});
