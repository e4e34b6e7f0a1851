import { Logger } from '@nestjs/common';
import { HOUR_MS, MINUTE_MS } from '#kernel';
import { eventually } from '#testing';
import { mortalDatabase } from '#testing/channels';
import { DocumentsUnderTest, type Tenant } from '#testing/documents';
import { WebSite } from '#testing/web-sites';
import { DocumentIndexing } from '../../ingestion/indexing.service';
import { DocumentUploads } from '../../ingestion/uploads.service';
import { WebSourcesModule } from '../web-sources.module';
import { WebSources } from '../web-sources.service';
import type { CreateWebSource, WebSource } from '../web-sources.types';
import { SyncScheduling } from './sync-scheduling.service';
import { WebSyncing } from './web-syncing.service';

const RUNNING = new AbortController().signal;
const SETTINGS = { ALLOW_PRIVATE_ADDRESSES: 'true', WEB_SOURCES_DELAY_MS: '0' };
const ALL = { page: 1, limit: 100 };
/** More than a run makes. */
const MAX_STATEMENTS = 150;

describe('a web source', () => {
  let parley: DocumentsUnderTest;
  let site: WebSite;
  let sources: WebSources;
  let syncing: WebSyncing;
  let tenant: Tenant;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    site = await WebSite.open();
    parley = await DocumentsUnderTest.open({ modules: [WebSourcesModule], settings: SETTINGS });
    sources = parley.get(WebSources);
    syncing = parley.get(WebSyncing);
  });
  afterAll(() => Promise.all([parley.close(), site.close()]));
  beforeEach(async () => {
    await parley.reset();
    site.reset();
    tenant = await parley.newTenant();
  });

  const create = (path: string, input: Partial<CreateWebSource> = {}) =>
    sources.create(tenant.actor, tenant.bot.id, { url: site.url + path, ...input });
  const get = ({ id }: WebSource) => sources.get(tenant.actor, tenant.bot.id, id);
  /** Whatever waits is done. */
  const work = async (source: WebSource) => {
    await syncing.run(source.id, RUNNING);
    return get(source);
  };
  const again = async (source: WebSource) => {
    site.forget();
    await sources.sync(tenant.actor, tenant.bot.id, source.id);
    return work(source);
  };
  const pagesOf = async ({ id }: WebSource) => {
    const { items } = await sources.listPages(tenant.actor, tenant.bot.id, id, ALL);
    return items.map(({ url, outcome, error, documentId }) => {
      const why = error ? ` ${error.code.replace('web_sources.', '')}` : '';
      return `${url.slice(site.url.length)} ${outcome}${why}${documentId ? ' *' : ''}`;
    });
  };
  const documents = async () => {
    const { items } = await parley.get(DocumentUploads).list(tenant.actor, tenant.bot.id, ALL);
    return items.toReversed();
  };
  const titles = async () => (await documents()).map(({ title }) => title);
  const index = async () => {
    for (const { id } of await documents()) await parley.get(DocumentIndexing).index(id, RUNNING);
  };
  const threePages = () => {
    site.html('/a', 'A', 'Apples cost nine euros.');
    site.html('/b', 'B', 'Bananas cost two euros.');
    site.html('/c', 'C', 'Cherries cost four euros.');
    site.sitemap('/sitemap.xml', ['/a', '/b', '/c']);
  };

  test('that is a page becomes a document with its title, and its address in the metadata', async () => {
    site.html('/help', 'Help &amp; more', 'The office opens at nine.');
    const source = await create('/help');
    expect(source).toMatchObject({ kind: 'page', state: 'queued', progress: 0, schedule: null, nextSyncAt: null });
    expect(await work(source)).toMatchObject({
      state: 'ready',
      progress: 100,
      counts: { found: 1, fetched: 1, added: 1, changed: 0, unchanged: 0, skipped: 0, failed: 0, removed: 0 },
      error: null,
    });
    await index();
    const metadata = { url: `${site.url}/help` };
    expect(await documents()).toMatchObject([{ title: 'Help & more', format: 'html', state: 'ready', metadata }]);
  });

  test('that is the front of a site takes what the sitemaps of its robots.txt name, packed and nested, of this host alone', async () => {
    threePages();
    site.robots(`Sitemap: ${site.url}/index.xml`, 'User-agent: ParleyBot', 'Disallow: /c');
    site.sitemapIndex('/index.xml', ['/1.xml.gz', '/2.xml', 'http://other.example/3.xml', '/index.xml']);
    site.sitemap('/1.xml.gz', ['/a', '/b', '/b#part', 'http://other.example/x']);
    site.sitemap('/2.xml', ['/b', '/c', '/old/d', '/e?x=1&y=2']);
    site.html('/e?x=1&y=2', 'E', 'Elderberries cost one euro.');
    const source = await work(await create('/', { exclude: ['/old/'] }));
    expect(source).toMatchObject({
      kind: 'sitemap',
      state: 'ready',
      counts: { found: 4, fetched: 4, added: 3, skipped: 1 },
    });
    expect(await pagesOf(source)).toEqual([
      '/a added *',
      '/b added *',
      '/c skipped robots_forbid',
      '/e?x=1&y=2 added *',
    ]);
    expect(site.asked.filter((path) => /^\/(c|old)/.test(path))).toEqual([]);
    expect(site.atOnce).toBe(1);
  });

  test('that is synced again asks for what is new alone, and touches what has changed alone', async () => {
    threePages();
    const source = await work(await create('/sitemap.xml'));
    await index();
    const before = await documents();
    parley.outbox.events.length = 0;
    expect((await again(source)).counts).toMatchObject({ found: 3, fetched: 3, unchanged: 3, added: 0, changed: 0 });
    expect(site.asked).toEqual(['/sitemap.xml 200', '/a 304', '/b 304', '/c 304']);
    expect([await documents(), parley.outbox.events]).toEqual([before, []]);

    // The same text in another dress; another text; a page less, one more.
    site.html('/a', 'A', 'Apples cost nine euros.', '<script nonce="123">1</script>');
    site.html('/b', 'B2', 'Bananas cost three euros.');
    site.html('/d', 'D', 'Dates cost five euros.');
    site.sitemap('/sitemap.xml', ['/a', '/b', '/d']);
    expect((await again(source)).counts).toMatchObject({ found: 3, unchanged: 1, changed: 1, added: 1, removed: 1 });
    await index();
    expect((await documents()).map(({ id, title }) => [id, title]).slice(0, 2)).toEqual([
      [before[0]!.id, 'A'],
      [before[1]!.id, 'B2'],
    ]);
    expect(await titles()).toEqual(['A', 'B2', 'D']);
    expect(parley.outbox.events.map(({ name }) => name).toSorted()).toEqual([
      'document.added',
      'document.removed',
      'document.updated',
    ]);
    expect(await pagesOf(source)).toEqual(['/a unchanged *', '/b changed *', '/d added *']);
  });

  test('loses the pages that have gone, and keeps those that cannot be read just now', async () => {
    threePages();
    site.html('/d', 'D', 'Dates cost five euros.');
    site.html('/e', 'E', 'Elderberries cost one euro.');
    site.sitemap('/sitemap.xml', ['/a', '/b', '/c', '/d', '/e']);
    const source = await work(await create('/sitemap.xml'));
    site.remove('/a', 410);
    site.remove('/b', 503);
    site.html('/c', 'C', 'Cherries.', '<meta name="robots" content="noindex">');
    site.put('/d', { headers: { 'content-type': 'text/html' }, body: '<div id="app"></div>' });
    const { counts } = await again(source);
    expect(counts).toMatchObject({ fetched: 5, unchanged: 1, failed: 2, skipped: 1, removed: 2 });
    expect(await pagesOf(source)).toEqual([
      '/a gone gone',
      '/b failed server_failed *',
      '/c skipped no_index',
      '/d failed no_text *',
      '/e unchanged *',
    ]);
    threePages();
    await again(source);
    expect(await pagesOf(source)).toEqual(['/a added *', '/b unchanged *', '/c added *']);
  });

  test('takes a page once that gives another one for its address', async () => {
    threePages();
    site.html('/b', 'B', 'Apples, to print.', '<link rel="canonical" href="/a">');
    site.html('/c', 'C', 'Cherries.', '<link rel="canonical" href="/cherries#x">');
    site.put('/d', { status: 301, headers: { location: '/c' } });
    site.html('/e', 'E', 'Elsewhere.', '<link rel="canonical" href="https://other.example/e">');
    site.sitemap('/sitemap.xml', ['/a', '/b', '/c', '/d', '/e']);
    const source = await work(await create('/sitemap.xml'));
    expect(await pagesOf(source)).toEqual([
      '/a added *',
      '/b skipped duplicate',
      '/c added *',
      '/d skipped duplicate',
      '/e added *',
    ]);
    const addresses = (await documents()).map(({ metadata }) => metadata.url);
    expect(addresses).toEqual(['/a', '/cherries', '/e'].map((path) => site.url + path));
  });

  describe('removes nothing', () => {
    let source: WebSource;

    beforeEach(async () => {
      threePages();
      source = await work(await create('/sitemap.xml'));
    });

    const html = { headers: { 'content-type': 'text/html' }, body: '<html><p>Out of order</p></html>' };
    test.each([
      ['the sitemap is empty', () => site.sitemap('/sitemap.xml', []), 'sitemap_empty'],
      ['it names pages of others alone', () => site.sitemap('/sitemap.xml', ['http://x.example/']), 'sitemap_empty'],
      ['it is an error page', () => site.put('/sitemap.xml', html), 'sitemap_unreadable'],
      ['it breaks off before a page', () => site.put('/sitemap.xml', { body: '<urlset><url><l' }), 'sitemap_empty'],
      ['it has gone', () => site.remove('/sitemap.xml'), 'sitemap_unreadable'],
      ['it cannot be had now', () => site.remove('/sitemap.xml', 502), 'site_failing'],
      ['the robots.txt cannot be had now', () => site.remove('/robots.txt', 500), 'site_failing'],
      ['all pages are gone', () => ['/a', '/b', '/c'].map((path) => site.remove(path)), 'nothing_readable'],
      ['robots.txt forbids all', () => site.robots('User-agent: *', 'Disallow: /'), 'nothing_readable'],
    ])('when %s', async (_name, happen, code) => {
      happen();
      const failed = await again(source);
      expect(failed).toMatchObject({ state: 'failed', counts: { removed: 0 }, error: { code: `web_sources.${code}` } });
      expect(await titles()).toEqual(['A', 'B', 'C']);
    });

    test('of what a sitemap names that cannot be read now', async () => {
      site.sitemapIndex('/sitemap.xml', ['/1.xml', '/2.xml']);
      site.sitemap('/1.xml', ['/a']);
      site.remove('/2.xml', 500);
      site.remove('/c', 404);
      expect(await again(source)).toMatchObject({ state: 'ready', counts: { found: 3, unchanged: 2, removed: 1 } });
      expect(await titles()).toEqual(['A', 'B']);
      site.sitemap('/2.xml', []);
      expect(await again(source)).toMatchObject({ state: 'ready', counts: { found: 1, removed: 1 } });
      expect(await titles()).toEqual(['A']);
    });

    test('when the site stops to answer on the way, of which it soon has enough', async () => {
      const paths = Array.from({ length: 30 }, (_, at) => `/more/${at}`);
      for (const path of paths) site.remove(path, 500);
      site.sitemap('/sitemap.xml', ['/a', ...paths]);
      expect(await again(source)).toMatchObject({ state: 'failed', error: { code: 'web_sources.site_failing' } });
      expect(site.asked.filter((asked) => asked.startsWith('/more'))).toHaveLength(10);
      expect(await titles()).toEqual(['A', 'B', 'C']);
    });
  });

  test('that is a page which has gone has no document any more, and says so', async () => {
    site.html('/a', 'A', 'Apples.');
    const source = await work(await create('/a'));
    site.remove('/a', 500);
    expect(await again(source)).toMatchObject({ state: 'failed', error: { code: 'web_sources.server_failed' } });
    expect(await titles()).toEqual(['A']);
    site.remove('/a');
    expect(await again(source)).toMatchObject({ state: 'failed', error: { code: 'web_sources.gone' } });
    expect(await titles()).toEqual([]);
  });

  test('brings back a document that somebody has deleted', async () => {
    site.html('/a', 'A', 'Apples.');
    const source = await work(await create('/a'));
    const [document] = await documents();
    await parley.get(DocumentUploads).delete(tenant.actor, tenant.bot.id, document!.id);
    expect((await again(source)).counts).toMatchObject({ added: 1 });
    expect(await titles()).toEqual(['A']);
  });

  test('has at most so many pages, and keeps them when the sitemap is sorted anew', async () => {
    threePages();
    const source = await work(await create('/sitemap.xml', { maxPages: 2 }));
    expect(await titles()).toEqual(['A', 'B']);
    site.sitemap('/sitemap.xml', ['/c', '/b', '/a']);
    await again(source);
    expect(await titles()).toEqual(['A', 'B']);
    await sources.update(tenant.actor, tenant.bot.id, source.id, { maxPages: null, exclude: ['/a'] });
    await again(source);
    expect(await titles()).toEqual(['B', 'C']);
  });

  test('reads what is no HTML, and leaves what nobody reads', async () => {
    site.put('/list.csv', { headers: { 'content-type': 'text/csv' }, body: 'fruit;price\nApple;9\n' });
    site.put('/old', {
      headers: { 'content-type': 'text/html; charset=windows-1251' },
      body: Buffer.from([...Buffer.from('<title>'), 0xcf, 0xf0, 0xe8, ...Buffer.from('</title><p>x</p>')]),
    });
    site.put('/app.js', { headers: { 'content-type': 'text/javascript' }, body: 'alert(1)' });
    site.put('/movie', { headers: { 'content-type': 'video/mp4' }, body: Buffer.from([0, 0, 0, 24, 1]) });
    site.put('/secret', { headers: { 'content-type': 'text/plain', 'x-robots-tag': 'noindex' }, body: 'Hidden.' });
    site.sitemap('/sitemap.xml', ['/list.csv', '/old', '/app.js', '/movie', '/secret']);
    const source = await work(await create('/sitemap.xml'));
    expect((await pagesOf(source)).slice(2)).toEqual([
      '/app.js skipped unsupported_type',
      '/movie skipped unsupported_type',
      '/secret skipped no_index',
    ]);
    expect((await documents()).map(({ title, format }) => [title, format])).toEqual([
      ['list.csv', 'csv'],
      ['При', 'html'],
    ]);
  });

  test('that is cancelled stops in the middle of a page, and stays as far as it came', async () => {
    threePages();
    site.hang('/b');
    const source = await create('/sitemap.xml');
    const running = syncing.run(source.id, RUNNING);
    await eventually(() => site.asked.includes('/b 200'));
    expect(await get(source)).toMatchObject({ state: 'running', stage: 'fetching', progress: 35 });
    const cancelled = await sources.cancel(tenant.actor, tenant.bot.id, source.id);
    expect(cancelled).toMatchObject({ state: 'cancelled', stage: null });
    await running;
    expect([await titles(), (await get(source)).state]).toEqual([['A'], 'cancelled']);
    await expect(sources.cancel(tenant.actor, tenant.bot.id, source.id)).rejects.toMatchObject({
      code: 'web_sources.not_under_way',
    });
    site.resume('/b');
    expect(await again(source)).toMatchObject({ state: 'ready', counts: { added: 2, unchanged: 1 } });
  });

  test('that is deleted takes its documents with it, and no others', async () => {
    threePages();
    const other = await work(await create('/a'));
    const source = await work(await create('/sitemap.xml'));
    await index();
    await sources.delete(tenant.actor, tenant.bot.id, source.id);
    await expect(get(source)).rejects.toMatchObject({ code: 'web_sources.not_found' });
    await syncing.run(source.id, RUNNING);
    expect(await titles()).toEqual(['A']);
    expect((await sources.list(tenant.actor, tenant.bot.id, ALL)).items.map(({ id }) => id)).toEqual([other.id]);
    const [left] = await parley.db.database.query('select count(*)::int as pages from web_page where source_id = $1', [
      source.id,
    ]);
    expect(left).toEqual({ pages: 0 });
  });

  test('is synced when its time has come, once, and a time that was missed is made up for', async () => {
    site.html('/a', 'A', 'Apples.');
    const schedule = { cron: '0 4 * * *', timeZone: 'Europe/Berlin' };
    const [daily, hourly] = [await create('/a', { schedule }), await create('/a', { refreshHours: 1 })];
    expect(hourly.nextSyncAt?.getTime()).toBe(parley.clock.nowMs() + HOUR_MS);
    for (const source of [daily, hourly]) await work(source);
    const scheduling = parley.get(SyncScheduling);
    const begun = async () => {
      await Promise.all([scheduling.beginDue(), scheduling.beginDue()]);
      return Promise.all([daily, hourly].map(async (source) => (await get(source)).state));
    };
    expect(await begun()).toEqual(['ready', 'ready']);
    parley.clock.advance(HOUR_MS);
    expect(await begun()).toEqual(['ready', 'queued']);
    await work(hourly);
    parley.clock.advance(72 * HOUR_MS);
    expect(await begun()).toEqual(['queued', 'queued']);
    const { nextSyncAt } = await get(daily);
    expect(nextSyncAt?.getTime()).toBeGreaterThan(parley.clock.nowMs());
  });

  test('whose process dies at whatever statement is brought to the same end by others', async () => {
    const dies = async (statements: number) => {
      const { database, died } = mortalDatabase(parley.db.database, statements);
      const process = await parley.process(database);
      return (await Promise.race([died, process.get(WebSyncing).run(source.id, RUNNING)])) === 'died';
    };
    const recover = async () => {
      for (let rounds = 0; rounds < 3; rounds++) {
        parley.clock.advance(MINUTE_MS);
        await syncing.sweep();
        await syncing.run(source.id, RUNNING);
      }
    };
    threePages();
    let source = await work(await create('/sitemap.xml'));
    let statements = 0;
    for (let isDying = true; isDying; statements += 1) {
      // One page more, one less, one changed.
      const isEven = statements % 2 === 0;
      site.html('/b', `B${statements}`, `Bananas cost ${statements} euros.`);
      const [here, away] = isEven ? ['/d', '/c'] : ['/c', '/d'];
      site.html(here, here, `${here} costs one euro.`);
      site.remove(away);
      site.sitemap('/sitemap.xml', ['/a', '/b', here, away]);
      await sources.sync(tenant.actor, tenant.bot.id, source.id);
      isDying = await dies(statements);
      await recover();
      source = await get(source);
      const where = `after ${statements} statements`;
      const { error, state, counts } = source;
      expect([where, state, error]).toEqual([where, 'ready', null]);
      expect([where, counts]).toEqual([
        where,
        { found: 4, fetched: 4, added: 1, changed: 1, unchanged: 1, skipped: 0, failed: 0, removed: 1 },
      ]);
      const told = (await pagesOf(source)).toSorted();
      expect([where, told]).toEqual([
        where,
        ['/a unchanged *', '/b changed *', `${here} added *`, `${away} gone gone`].toSorted(),
      ]);
      expect([where, await documents()]).toMatchObject([where, { length: 3 }]);
    }
    expect(statements).toBeGreaterThan(20);
    expect(statements).toBeLessThan(MAX_STATEMENTS);
  });
});
