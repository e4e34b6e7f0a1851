import { Pace } from '#providers/text-extraction';
import { expectProportionalTime } from '#testing';
import { readSitemap } from './sitemap-reader';

const read = (text: string, max = 100) => readSitemap(text, max, new Pace());
const urlset = (...entries: string[]) => `<?xml version="1.0"?><urlset>${entries.join('')}</urlset>`;
const entry = (address: string) => `<url><loc>${address}</loc><lastmod>2026-01-01</lastmod></url>`;

describe('a sitemap', () => {
  test('names pages, in its order, entities decoded', async () => {
    const text = urlset(
      entry(' https://a.org/?x=1&amp;y=2 '),
      entry('https://a.org/&#228;'),
      entry('<![CDATA[https://a.org/c]]>'),
    );
    expect(await read(text)).toEqual({
      kind: 'pages',
      addresses: ['https://a.org/?x=1&y=2', 'https://a.org/ä', 'https://a.org/c'],
      isWhole: true,
    });
  });

  test('or other sitemaps', async () => {
    const text = '<sitemapindex xmlns="x"><sitemap><loc>https://a.org/1.xml</loc></sitemap></sitemapindex>';
    expect(await read(text)).toEqual({ kind: 'sitemaps', addresses: ['https://a.org/1.xml'], isWhole: true });
  });

  test('with prefixes, images, translations and comments names no more', async () => {
    const text = `<?xml version="1.0"?><!-- <url><loc>no</loc></url> --><s:urlset xmlns:s="x"><s:url><s:loc>yes</s:loc>
      <image:image><image:loc>no</image:loc></image:image><xhtml:link rel="alternate" href="no"/></s:url></s:urlset>`;
    expect((await read(text))?.addresses).toEqual(['yes']);
  });

  test('may be a list of lines', async () => {
    expect(await read('https://a.org/1\r\n\r\nhttps://a.org/2\n')).toEqual({
      kind: 'pages',
      addresses: ['https://a.org/1', 'https://a.org/2'],
      isWhole: true,
    });
  });

  test('without pages is empty and whole', async () => {
    expect(await read('<urlset></urlset>')).toEqual({ kind: 'pages', addresses: [], isWhole: true });
  });

  test.each([
    ['the page of an error', '<!doctype html><html><body><urlset><url><loc>no</loc></url></urlset></body></html>'],
    ['a feed', '<rss><channel><item><link>https://a.org/</link></item></channel></rss>'],
    ['text', 'Not found'],
    ['nothing', ' '],
    ['JSON', '{"urlset":[]}'],
  ])('is not %s', async (_name, text) => expect(await read(text)).toBeUndefined());

  test.each([
    ['breaks off', `<urlset>${entry('one')}<url><loc>tw`, ['one']],
    ['names more than is wanted', urlset(...Array.from({ length: 5 }, (_, at) => entry(`${at}`))), ['0', '1', '2']],
  ])('that %s is not whole', async (_name, text, addresses) => {
    const sitemap = await read(text, 3);
    expect(sitemap?.isWhole).toBe(false);
    expect(sitemap?.addresses.slice(0, addresses.length)).toEqual(addresses);
  });

  describe('that is hostile', () => {
    test('has none of its own entities expanded, and reads no files', async () => {
      const text = `<!DOCTYPE urlset [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
        ${urlset(entry('https://a.org/&b;'), entry('&f;'))}`;
      const addresses = (await read(text))?.addresses ?? [];
      expect(addresses.join(' ')).not.toMatch(/aaaaaaaaaa|root:/);
    });

    test('is no sitemap when it is nested without end', async () => {
      expect(await read(`<urlset>${'<url>'.repeat(100_000)}`)).toBeUndefined();
    });

    test('has an address without end for none', async () => {
      expect((await read(urlset(entry('a'.repeat(100_000)), entry('b'))))?.addresses.at(-1)).toBe('b');
    });

    test('takes time in proportion to its length', async () => {
      const hostile = (pattern: string) => (size: number) =>
        read(`<urlset>${pattern.repeat(size / pattern.length)}`, 10);
      for (const pattern of ['<url><loc>', '<url/>', '<!--']) await expectProportionalTime(hostile(pattern), 200_000);
    });
  });
});
