import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { WebSite } from '#testing/web-sites';

const ENDED = ['ready', 'failed', 'cancelled'];

describe('web sources of a chatbot', () => {
  let site: WebSite;
  let wire: WireClient;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    const [parley, opened] = await Promise.all([sharedInstallation(), WebSite.open()]);
    site = opened;
    wire = new WireClient(parley.baseUrl);
    team = await registerTeam(wire);
  });
  afterAll(() => site?.close());
  beforeEach(async () => {
    site.reset();
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
  });

  const path = (rest = '') => `/api/v1/chatbots/${botId}/web-sources${rest}`;
  const create = async (body: object) => must(await team.asKey.post(path(), body), 201).body.data;
  const get = async (id: string) => must(await team.asKey.get(path(`/${id}`)), 200).body.data;
  const ended = (id: string) =>
    eventually(async () => {
      const source = await get(id);
      return ENDED.includes(source.status) && source;
    });
  const synced = async (id: string) => {
    must(await team.asKey.post(path(`/${id}/sync`)), 202);
    return ended(id);
  };
  const pages = async (id: string, query = '') => must(await team.asKey.get(path(`/${id}/pages${query}`)), 200).body;
  const documents = async () => must(await team.asKey.get(`/api/v1/chatbots/${botId}/documents`), 200).body.data;
  const indexed = () =>
    eventually(async () => {
      const all = await documents();
      return all.every(({ status }: { status: string }) => status === 'ready') && all;
    });
  const ask = async (message: string) =>
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/conversation`, { message }), 200).body.data;

  test('answer questions with their pages, follow the site, and take what they brought with them', async () => {
    site.robots(`Sitemap: ${site.url}/index.xml`, 'User-agent: *', 'Disallow: /intern/');
    site.sitemapIndex('/index.xml', ['/pages.xml.gz']);
    site.sitemap('/pages.xml.gz', ['/seats', '/hours', '/intern/x']);
    site.html('/seats', 'Reading room', 'The reading room has forty seats.');
    site.html('/hours', 'Hours', 'The library is open on Tuesday from ten to six.');
    const made = await create({ url: site.url });
    expect(made).toEqual({
      id: expect.any(String),
      chatbotId: botId,
      knowledgeBaseId: expect.any(String),
      url: `${site.url}/`,
      kind: 'sitemap',
      maxPages: 200,
      include: [],
      exclude: [],
      schedule: null,
      refreshHours: null,
      nextSyncAt: null,
      status: 'queued',
      stage: null,
      progress: 0,
      counts: { found: 0, fetched: 0, added: 0, changed: 0, unchanged: 0, skipped: 0, failed: 0, removed: 0 },
      error: null,
      syncStartedAt: expect.any(String),
      syncEndedAt: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect(await ended(made.id)).toMatchObject({
      status: 'ready',
      progress: 100,
      counts: { found: 3, fetched: 3, added: 2, skipped: 1 },
      syncEndedAt: expect.any(String),
    });
    await indexed();
    const reply = await ask('How many seats does the reading room have?');
    expect(reply.text).toContain('forty');
    expect(reply.sources[0]).toMatchObject({ title: 'Reading room', url: `${site.url}/seats` });

    site.forget();
    expect((await synced(made.id)).counts).toMatchObject({ unchanged: 2, changed: 0, added: 0, removed: 0 });
    expect(site.asked).toEqual(['/index.xml 200', '/pages.xml.gz 200', '/seats 304', '/hours 304']);

    site.html('/seats', 'Reading room', 'The reading room has ninety seats.');
    site.remove('/hours', 410);
    expect((await synced(made.id)).counts).toMatchObject({ changed: 1, removed: 1 });
    await eventually(async () => (await ask('How many seats does the reading room have?')).text.includes('ninety'));
    const { data, pagination } = await pages(made.id, '?status=changed');
    expect([data, pagination.total]).toEqual([
      [
        {
          url: `${site.url}/seats`,
          title: 'Reading room',
          status: 'changed',
          error: null,
          documentId: expect.any(String),
          documentStatus: 'ready',
          lastFetchedAt: expect.any(String),
          lastChangedAt: expect.any(String),
        },
      ],
      1,
    ]);
    site.sitemap('/pages.xml.gz', []);
    expect(await synced(made.id)).toMatchObject({ status: 'failed', error: { code: 'web_sources.sitemap_empty' } });
    expect(await documents()).toHaveLength(1);

    must(await team.asKey.delete(path(`/${made.id}`)), 200);
    expect((await team.asKey.get(path(`/${made.id}`))).status).toBe(404);
    await eventually(async () => (await documents()).length === 0);
    expect((await ask('How many seats does the reading room have?')).sources).toEqual([]);
  });

  test('tell of pages that loop, are too large, or lead away, and take the others', async () => {
    site.html('/fine', 'Fine', 'All is well here.');
    site.put('/loop', { status: 302, headers: { location: '/loop' } });
    site.put('/away', { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } });
    site.put('/large', { headers: { 'content-type': 'text/plain' }, body: Buffer.alloc(11 * 1024 * 1024, 'a ') });
    site.put('/bomb', { headers: { 'content-type': 'text/html' }, body: Buffer.alloc(60_000_000, 32), isPacked: true });
    site.put('/five', {
      headers: { 'content-type': 'text/plain' },
      body: `Lamps are blue.\n\n${'word '.repeat(1_000_000)}`,
    });
    site.sitemap('/sitemap.xml', ['/fine', '/loop', '/away', '/large', '/bomb', '/five']);
    const { id } = await create({ url: `${site.url}/sitemap.xml` });
    expect(await ended(id)).toMatchObject({ status: 'ready', counts: { added: 2, failed: 4 } });
    const { data } = await pages(id, '?status=failed');
    const codes = data.map(({ error }: { error: { code: string } }) => error.code.replace('web_sources.', ''));
    expect(codes).toEqual(['too_many_redirects', 'redirected_away', 'too_large', 'too_large']);
    must(await team.asKey.delete(path(`/${id}`)), 200);
  });

  test('are cancelled while a page hangs, and go on with the next sync', async () => {
    site.html('/a', 'A', 'Apples cost nine euros.');
    site.html('/b', 'B', 'Bananas cost two euros.');
    site.sitemap('/sitemap.xml', ['/a', '/b']);
    site.hang('/b');
    const { id } = await create({ url: `${site.url}/sitemap.xml` });
    await eventually(() => site.asked.includes('/b 200'));
    expect(await get(id)).toMatchObject({
      status: 'running',
      stage: 'fetching',
      progress: 50,
      counts: { found: 2, fetched: 1 },
    });
    expect(must(await team.asKey.post(path(`/${id}/cancel`)), 200).body.data.status).toBe('cancelled');
    expect((await team.asKey.post(path(`/${id}/cancel`))).body.code).toBe('CONFLICT');
    site.resume('/b');
    expect((await synced(id)).counts).toMatchObject({ unchanged: 1, added: 1 });
  });

  test('are listed, read and changed', async () => {
    site.html('/a', 'A', 'Apples.');
    const schedule = { cron: '0 4 * * *', timeZone: 'Europe/Berlin' };
    const { id, nextSyncAt } = await create({ url: `${site.url}/a#top`, schedule, maxPages: 5, include: ['/a'] });
    expect(Date.parse(nextSyncAt)).toBeGreaterThan(Date.now());
    const { data, pagination } = must(await team.asKey.get(path('?limit=1')), 200).body;
    expect([data.map((source: { id: string }) => source.id), pagination.total]).toEqual([[id], 1]);
    const changed = must(
      await team.asKey.send('PATCH', path(`/${id}`), { schedule: null, refreshHours: 24, include: null }),
      200,
    );
    expect(changed.body.data).toMatchObject({
      url: `${site.url}/a`,
      schedule: null,
      refreshHours: 24,
      include: [],
      maxPages: 5,
    });
    await ended(id);
  });

  test('are nobody else’s', async () => {
    site.html('/a', 'A', 'Apples.');
    const { id } = await create({ url: `${site.url}/a` });
    const others = await registerTeam(wire);
    for (const rest of ['', `/${id}`, `/${id}/pages`]) expect((await others.asKey.get(path(rest))).status).toBe(404);
    for (const rest of [`/${id}/sync`, `/${id}/cancel`]) expect((await others.asKey.post(path(rest))).status).toBe(404);
    expect((await others.asKey.delete(path(`/${id}`))).status).toBe(404);
    await ended(id);
  });

  test.each([
    ['another scheme', { url: 'ftp://example.com/' }, 'url'],
    ['a password', { url: 'https://me:secret@example.com/' }, 'url'],
    ['no address', { url: 'example' }, 'url'],
    ['a kind that there is not', { url: 'https://example.com/', kind: 'feed' }, 'kind'],
    ['too many pages', { url: 'https://example.com/', maxPages: 2_001 }, 'maxPages'],
    ['a path without its slash', { url: 'https://example.com/', include: ['help'] }, 'include'],
    ['no cron', { url: 'https://example.com/', schedule: { cron: 'daily' } }, 'schedule.cron'],
    [
      'two schedules',
      { url: 'https://example.com/', schedule: { cron: '0 4 * * *' }, refreshHours: 1 },
      'refreshHours',
    ],
  ])('with %s are refused', async (_name, body, field) => {
    const answer = await team.asKey.post(path(), body);
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.body.details.fields.map((problem: { field: string }) => problem.field)).toEqual([field]);
  });
});
