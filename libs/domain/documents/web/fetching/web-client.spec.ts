import { gzipSync } from 'node:zlib';
import { AddressGuard } from '#infra/http-client';
import { eventually } from '#testing';
import { WebSite } from '#testing/web-sites';
import { WebClient, type WebRequest } from './web-client';

describe('a client', () => {
  let site: WebSite;
  let other: WebSite;
  const guard = new AddressGuard({ allowsPrivateAddresses: true });
  const client = new WebClient(guard);

  beforeAll(async () => {
    [site, other] = await Promise.all([WebSite.open(), WebSite.open()]);
  });
  afterAll(async () => {
    await guard.onApplicationShutdown();
    await Promise.all([site.close(), other.close()]);
  });
  beforeEach(() => {
    site.reset();
    other.reset();
  });

  const get = (path: string, request: Partial<WebRequest> = {}) =>
    client.get({
      address: site.url + path,
      accept: 'text/html',
      maxBytes: 100_000,
      pauseMs: 0,
      allows: () => true,
      signal: new AbortController().signal,
      ...request,
    });
  const redirect = (from: string, to: string, status = 302) => site.put(from, { status, headers: { location: to } });
  const codeOf = async (path: string, request?: Partial<WebRequest>) => {
    const answer = await get(path, request);
    return answer.kind === 'failed' ? [answer.error.code.replace('web_sources.', ''), answer.isSilent] : answer.kind;
  };

  test('says who it is, brings no cookies, and gives what a page is', async () => {
    site.put('/a', {
      headers: {
        'content-type': 'text/html',
        'x-robots-tag': 'noarchive',
        'set-cookie': 'a=b',
        'last-modified': 'then',
      },
      body: 'Hello',
      isPacked: true,
    });
    await get('/a');
    expect(await get('/a')).toEqual({
      kind: 'content',
      address: `${site.url}/a`,
      bytes: Buffer.from('Hello'),
      contentType: 'text/html',
      robotsTag: 'noarchive',
      etag: expect.stringMatching(/^"/),
      lastModified: 'then',
    });
    const { headers } = site.requests[1]!;
    expect(headers).toMatchObject({ 'user-agent': 'ParleyBot/1.0', 'accept-encoding': 'gzip' });
    expect(headers).not.toHaveProperty('cookie');
  });

  test('asks for what is new alone when it has something', async () => {
    site.put('/a', { body: 'Hello' });
    const first = await get('/a');
    const validators = first.kind === 'content' ? first : undefined;
    expect(await get('/a', { validators: validators! })).toEqual({ kind: 'unchanged', address: `${site.url}/a` });
    site.put('/a', { body: 'New' });
    expect(await get('/a', { validators: validators! })).toMatchObject({ kind: 'content', bytes: Buffer.from('New') });
  });

  test('follows redirects within the site, and tells where they end', async () => {
    redirect('/1', '/2', 301);
    redirect('/2', `${site.url}/3#part`, 308);
    site.put('/3', { body: 'Hello' });
    expect(await get('/1')).toMatchObject({ kind: 'content', address: `${site.url}/3` });
  });

  test('follows none to another host, to other schemes, to where robots.txt forbids, in circles, or more than five', async () => {
    other.put('/', { body: 'Secret' });
    redirect('/other', other.url);
    redirect('/file', 'file:///etc/passwd');
    redirect('/me', site.url.replace('//', '//me:secret@'));
    redirect('/nowhere', '');
    redirect('/loop', '/loop2');
    redirect('/loop2', '/loop');
    for (let at = 0; at < 10; at++) redirect(`/long${at}`, `/long${at + 1}`);
    redirect('/hidden', '/private');
    for (const path of ['/other', '/file', '/me', '/nowhere'])
      expect(await codeOf(path)).toEqual(['redirected_away', false]);
    for (const path of ['/loop', '/long0']) expect(await codeOf(path)).toEqual(['too_many_redirects', false]);
    expect(await codeOf('/hidden', { allows: (address) => !address.endsWith('/private') })).toBe('forbidden');
    expect(other.requests).toEqual([]);
    expect(site.asked.filter((asked) => asked.startsWith('/private'))).toEqual([]);
  });

  test.each([
    [404, 'gone'],
    [410, 'gone'],
    [401, ['access_refused', false]],
    [403, ['access_refused', false]],
    [429, ['server_failed', true]],
    [500, ['server_failed', true]],
    [503, ['server_failed', true]],
    [204, ['server_failed', true]],
  ])('has for a status %i an answer that is %j', async (status, expected) => {
    site.put('/a', { status });
    expect(await codeOf('/a')).toEqual(expected);
  });

  test('leaves a busy server alone for as long as it asks, and then asks once more', async () => {
    site.put('/busy', { body: 'Hello' });
    site.first('/busy', { status: 503, headers: { 'retry-after': '1' } });
    const startedMs = performance.now();
    expect(await get('/busy')).toMatchObject({ kind: 'content', bytes: Buffer.from('Hello') });
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(990);
  });

  test.each([
    ['stays busy', '0', 2],
    ['wants an hour', '3600', 1],
    ['says nothing', '', 1],
  ])('has a server that %s for failed', async (_, retryAfter, times) => {
    const own = await WebSite.open();
    own.put('/a', { status: 429, headers: retryAfter ? { 'retry-after': retryAfter } : {} });
    expect(await codeOf('/a', { address: `${own.url}/a` })).toEqual(['server_failed', true]);
    expect(own.requests).toHaveLength(times);
    await own.close();
  });

  test('takes no more bytes than it may, packed or not', async () => {
    site.put('/large', { body: Buffer.alloc(5_000_000, 'a') });
    site.put('/bomb', { body: Buffer.alloc(50_000_000), isPacked: true });
    expect(await codeOf('/large')).toEqual(['too_large', false]);
    expect(await codeOf('/bomb')).toEqual(['too_large', false]);
  });

  test('has what is not what it says it is for broken', async () => {
    site.put('/a', { headers: { 'content-encoding': 'gzip' }, body: 'no gzip' });
    site.put('/b', { headers: { 'content-encoding': 'gzip' }, body: gzipSync('Hello').subarray(0, 12) });
    site.put('/c', { headers: { 'content-encoding': 'compress' }, body: 'what' });
    for (const path of ['/a', '/b', '/c']) expect(await codeOf(path)).toEqual(['broken', true]);
  });

  test('goes where the guard lets it, and nowhere else', async () => {
    const strict = new WebClient(new AddressGuard({ allowsPrivateAddresses: false }));
    const request = { accept: '', maxBytes: 1, pauseMs: 0, allows: () => true, signal: new AbortController().signal };
    const answer = await strict.get({ ...request, address: `${site.url}/` });
    expect(answer).toMatchObject({ kind: 'failed', error: { code: 'web_sources.address_refused' }, isSilent: false });
    expect(site.requests).toEqual([]);
  });

  test('that is told to stop does so, in the middle of an answer', async () => {
    site.hang('/slow');
    const stopping = new AbortController();
    const asking = get('/slow', { signal: stopping.signal });
    await eventually(() => site.requests.length > 0);
    stopping.abort(new Error('enough'));
    await expect(asking).rejects.toThrow('enough');
  });

  test('learns that a host does not answer', async () => {
    const closed = await WebSite.open();
    await closed.close();
    expect(await codeOf('/', { address: `${closed.url}/` })).toEqual(['unreachable', true]);
    site.hang('/cut');
    const asking = codeOf('/cut');
    await eventually(() => site.requests.length > 0);
    site.resume('/cut');
    expect(await asking).toEqual(['unreachable', true]);
  });
});
