import { robotsRules } from './robots-rules';

const ADDRESS = 'https://example.com/robots.txt';
const page = (path: string) => `https://example.com${path}`;

describe('a robots.txt', () => {
  test('binds us by our own name, and else by what holds for all', () => {
    const named = robotsRules(
      ADDRESS,
      'User-agent: *\nDisallow: /\n\nUser-agent: parleybot\nDisallow: /private/\nAllow: /private/open',
    );
    expect(['/', '/private/x', '/private/open'].map((path) => named.allows(page(path)))).toEqual([true, false, true]);
    const all = robotsRules(ADDRESS, 'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /*.pdf$');
    expect(['/', '/a.pdf', '/a.pdf?x'].map((path) => all.allows(page(path)))).toEqual([true, false, true]);
  });

  test('holds for the site by whichever scheme and with or without www.', () => {
    const rules = robotsRules(ADDRESS, 'User-agent: *\nDisallow: /private');
    expect(rules.allows('http://www.example.com/private/x')).toBe(false);
  });

  test.each([
    ['2', 2_000],
    ['0.5', 500],
    ['86400', 10_000],
    ['-1', 0],
    ['soon', 0],
  ])('that asks for a pause of %s gets one of %i ms', (delay, expected) => {
    expect(robotsRules(ADDRESS, `User-agent: *\nCrawl-delay: ${delay}`).crawlDelayMs).toBe(expected);
  });

  test('names sitemaps, each once', () => {
    const text =
      'Sitemap: https://example.com/a.xml\nsitemap: https://example.com/a.xml\nUser-agent: *\nSitemap: /b.xml';
    expect(robotsRules(ADDRESS, text).sitemaps).toEqual(['https://example.com/a.xml', '/b.xml']);
  });

  test('that is no robots.txt allows all', () => {
    for (const text of ['', '\u0000\uFFFD', '<html><p>Not found</p></html>', ':::\n#\n  \nDisallow: /'])
      expect(robotsRules(ADDRESS, text).allows(page('/x'))).toBe(true);
  });

  test('has as many wildcards as can be looked at, and rules without them however many there are', () => {
    const wild = Array.from({ length: 2_000 }, (_, at) => `Disallow: /*number${at}$`).join('\n');
    const rules = robotsRules(ADDRESS, `User-agent: *\nDisallow: /*first\n${wild}\nDisallow: /*last\nDisallow: /plain`);
    expect(['/a/first', '/a/last', '/plain'].map((path) => rules.allows(page(path)))).toEqual([false, true, false]);
  });
});
