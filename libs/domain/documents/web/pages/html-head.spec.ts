import { isIndexable, readHtmlHead } from './html-head';

const head = (inner: string, body = '') =>
  readHtmlHead(`<!doctype html><html><head>${inner}</head><body>${body}</body></html>`);

test('a page tells its title, its canonical address and their base', () => {
  const told = head(
    '<base href="/en/"><title>\n Prices &amp; terms </title><link rel="stylesheet canonical" href="prices?a=1&amp;b=2"><title>2</title>',
    '<link rel="canonical" href="/other"><title>3</title><meta name="robots" content="noindex">',
  );
  expect(told).toEqual({ title: 'Prices & terms', canonical: 'prices?a=1&b=2', base: '/en/', isIndexable: true });
});

test.each([
  ['robots', 'noindex', false],
  ['ROBOTS', 'index, NoIndex', false],
  ['parleybot', 'none', false],
  ['otherbot', 'noindex', true],
  ['robots', 'nofollow, max-snippet: -1', true],
  ['description', 'noindex', true],
])('with a meta tag %s that says %j it may be indexed: %s', (name, content, expected) => {
  expect(head(`<meta name="${name}" content="${content}">`).isIndexable).toBe(expected);
});

test.each([
  ['', true],
  ['noindex', false],
  ['nofollow, noindex', false],
  ['otherbot: noindex', true],
  ['otherbot: nofollow, noindex', true],
  ['otherbot: noindex, parleybot: noindex', false],
  ['unavailable_after: 25 Jun 2030 15:00:00 PST, noindex', false],
  ['max-image-preview: large', true],
])('a header that says %j lets it be indexed: %s', (rules, expected) => expect(isIndexable(rules)).toBe(expected));

test('a page without a head, or of tags without end, tells nothing', () => {
  const nothing = { title: undefined, canonical: undefined, base: undefined, isIndexable: true };
  expect(readHtmlHead('<p>Hello</p>')).toEqual(nothing);
  expect(readHtmlHead('<a>'.repeat(200_000))).toEqual(nothing);
});
