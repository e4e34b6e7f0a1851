/** The pages of the queues: an administrator sees them after a login of their own, everybody else sees nothing. */
import { createBotThatKnows, Installation, must, registerTeam, TEST_ADMIN, WireClient } from '#testing/parley';

const BOARD = '/admin/queues';
const SAID = 'a sentence that no page of the operator shows';

describe('the pages of the queues', () => {
  let parley: Installation;
  let wire: WireClient;

  beforeAll(async () => {
    parley = await Installation.start();
    wire = new WireClient(parley.baseUrl);
  }, 240_000);
  afterAll(() => parley.remove());

  const ask = (path: string, init: RequestInit = {}) => fetch(parley.baseUrl + path, { redirect: 'manual', ...init });
  const logIn = (username: string, password: string, headers: Record<string, string> = {}) =>
    ask(`${BOARD}/login`, { method: 'POST', body: new URLSearchParams({ username, password }), headers });
  const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const queuesFor = async (headers: Record<string, string>) => {
    const { queues } = (await (await ask(`${BOARD}/api/queues`, { headers })).json()) as { queues: { name: string }[] };
    return queues;
  };
  const asAdmin = async () => ({ cookie: cookieOf(await logIn(TEST_ADMIN.username, TEST_ADMIN.password)) });

  test('are shown to an administrator who logs in, by a cookie that no script and no other site can use', async () => {
    const login = await ask(`${BOARD}/login`);
    expect([login.status, login.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringContaining("default-src 'none'"),
    ]);
    const entered = await logIn(TEST_ADMIN.username, TEST_ADMIN.password);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, BOARD]);
    expect(entered.headers.get('set-cookie')).toMatch(
      /^parley_queues=[\w.-]+; Path=\/admin\/queues; Max-Age=3600; HttpOnly; SameSite=Strict$/,
    );
    const headers = { cookie: cookieOf(entered) };
    for (const path of [BOARD, `${BOARD}/`, `${BOARD}/queue/webhooks.deliver-webhook`]) {
      const page = await ask(path, { headers });
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Parley: queues')]);
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
    const names = (await queuesFor(headers)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['identity.remove-team', 'events.fan-out', 'retention.prune-teams']));
    const [, script] = /src="(static\/js\/main[^"]+)"/.exec(await (await ask(BOARD, { headers })).text()) ?? [];
    expect((await ask(`${BOARD}/${script}`, { headers })).status).toBe(200);
  });

  test('are not shown to strangers, to people who are no administrators, nor to keys', async () => {
    const { account, apiKey, tokens } = await registerTeam(wire);
    expect((await logIn(account.username, account.password)).status).toBe(403);
    expect((await logIn(account.username, account.password)).headers.get('set-cookie')).toBeNull();
    const { username, password } = TEST_ADMIN;
    const admin = must(await wire.post('/api/v1/auth/login', { username, password }), 200).body.data;
    const refused: Record<string, string>[] = [
      {},
      { 'x-api-key': apiKey },
      { authorization: `Bearer ${tokens.accessToken}` },
      // Of an administrator, but no cookie: an access token that leaks elsewhere is not sent by a browser.
      { authorization: `Bearer ${admin.accessToken}` },
      { cookie: `parley_queues=${tokens.accessToken}` },
      { cookie: 'parley_queues=nothing' },
    ];
    for (const headers of refused)
      for (const path of [
        BOARD,
        `${BOARD}/api/queues`,
        `${BOARD}/static/favicon-32x32.png`,
        `${BOARD}/api/redis/stats`,
      ]) {
        const answer = await ask(path, { headers });
        expect([path, answer.status, (await answer.text()).includes('webhooks.')]).toEqual([path, 401, false]);
      }
    const page = await ask(BOARD, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('location')]).toEqual([303, `${BOARD}/login`]);
  });

  test('refuse a wrong password as logins do, forms of other sites, and what is no form', async () => {
    expect((await logIn(TEST_ADMIN.username, 'wrong')).status).toBe(401);
    expect((await logIn('', '')).status).toBe(400);
    expect((await logIn(TEST_ADMIN.username, TEST_ADMIN.password, { origin: 'https://evil.example' })).status).toBe(
      403,
    );
    // As a browser sends the form of the page itself, over TLS and without.
    const ownForms: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
      { origin: parley.baseUrl },
    ];
    for (const headers of ownForms)
      expect((await logIn(TEST_ADMIN.username, TEST_ADMIN.password, headers)).status).toBe(303);
    expect((await ask(`${BOARD}/login`)).headers.get('referrer-policy')).toBe('same-origin');
    const crossSite = await logIn(TEST_ADMIN.username, TEST_ADMIN.password, { 'sec-fetch-site': 'cross-site' });
    expect([crossSite.status, crossSite.headers.get('set-cookie')]).toEqual([403, null]);
    const long = await logIn('x'.repeat(5_000), 'x');
    expect(long.status).toBe(413);
    const page = await (await logIn('<script>alert(1)</script>', 'x')).text();
    expect(page).not.toContain('alert(1)');
  });

  test('let messages be run again, and refuse what could lose work', async () => {
    const headers = await asAdmin();
    const queue = `${BOARD}/api/queues/webhooks.deliver-webhook`;
    for (const [method, path] of [
      ['PUT', `${queue}/empty`],
      ['PUT', `${queue}/obliterate`],
      ['PUT', `${queue}/pause`],
      ['PUT', `${BOARD}/api/queues/pause`],
      ['PUT', `${queue}/clean/failed`],
      ['POST', `${queue}/add`],
    ] as const)
      expect([path, (await ask(path, { method, headers })).status]).toEqual([path, 403]);
    expect((await ask(`${queue}/retry/failed`, { method: 'PUT', headers })).status).toBeLessThan(300);
    const forged = { ...headers, origin: 'https://evil.example' };
    expect((await ask(`${queue}/retry/failed`, { method: 'PUT', headers: forged })).status).toBe(403);
  });

  test('show ids of what waits, and nothing of what was said', async () => {
    const { asKey } = await registerTeam(wire);
    const { botId } = await createBotThatKnows(asKey, [{ title: 'Secret', content: SAID }]);
    must(await asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message: SAID, sessionId: 's' }), 200);
    const headers = await asAdmin();
    for (const { name } of await queuesFor(headers)) {
      const shown = await (
        await ask(`${BOARD}/api/queues?activeQueue=${name}&status=latest&page=1`, { headers })
      ).text();
      expect(shown).not.toContain(SAID);
    }
  });

  test('are closed by a logout, and by the end of the login', async () => {
    const headers = await asAdmin();
    const asked = await ask(`${BOARD}/logout`, { headers });
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('Log out')]);
    expect((await ask(BOARD, { headers })).status).toBe(200);
    const left = await ask(`${BOARD}/logout`, { method: 'POST', headers });
    expect([left.status, left.headers.get('set-cookie')]).toEqual([303, expect.stringContaining('Max-Age=0')]);
    expect((await ask(BOARD, { headers })).status).toBe(401);
  });

  test('leave all other paths to the dialects', async () => {
    for (const path of ['/admin', '/admin/queue', `${BOARD}x`]) expect((await ask(path)).status).toBe(404);
  });

  test('count logins together with those of the main API', async () => {
    await parley.stop();
    parley = await parley.restart({ RATE_LIMIT_MULTIPLIER: '1' });
    wire = new WireClient(parley.baseUrl);
    const statuses: number[] = [];
    for (let at = 0; at < 25; at += 1) statuses.push((await logIn('nobody', 'wrong')).status);
    expect(statuses.at(-1)).toBe(429);
    must(await wire.post('/api/v1/auth/login', { username: 'nobody', password: 'wrong' }), 429);
  });
});
