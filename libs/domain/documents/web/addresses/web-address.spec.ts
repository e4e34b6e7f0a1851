import { isSameSite, isTaken, kindOf, nameOf, webAddress } from './web-address';

describe('the address of a page', () => {
  test.each([
    ['https://Example.COM:443/a/../b#part', 'https://example.com/b'],
    ['http://example.com', 'http://example.com/'],
    [' http://example.com/ä?q=ö ', 'http://example.com/%C3%A4?q=%C3%B6'],
    ['https://example.com/a?utm_source=x&b=1&gclid=2', 'https://example.com/a?b=1'],
    ['https://example.com/a?b=2&a=1', 'https://example.com/a?b=2&a=1'],
    ['//other.org/x', 'https://other.org/x'],
    ['sub/page', 'https://example.com/dir/sub/page'],
  ])('of %j is %j', (text, address) => {
    expect(webAddress(text, 'https://example.com/dir/')).toBe(address);
  });

  test.each([
    '',
    'ftp://example.com/',
    'javascript:alert(1)',
    'https://me:secret@example.com/',
    'https://me@example.com/',
    'https://',
    `https://example.com/${'a'.repeat(2_000)}`,
  ])('is not %j', (text) => expect(webAddress(text)).toBeUndefined());
});

test.each([
  ['https://example.com/a', 'http://www.example.com/b', true],
  ['https://example.com/', 'https://example.com./', true],
  ['https://example.com/', 'https://shop.example.com/', false],
  ['https://example.com/', 'https://example.com.evil.org/', false],
  ['http://127.0.0.1:81/', 'http://127.0.0.1:82/', false],
  ['http://example.com:8080/', 'http://example.com/', false],
])('%s and %s are of one site: %s', (one, other, expected) => expect(isSameSite(one, other)).toBe(expected));

test('paths are taken that begin with what is included and not with what is excluded', () => {
  const rules = { include: ['/help/', '/faq'], exclude: ['/help/old'] };
  const taken = ['/help/a', '/faq', '/faq-2', '/help/old/x', '/', '/Help/a'].filter((path) =>
    isTaken(`https://example.com${path}`, rules),
  );
  expect(taken).toEqual(['/help/a', '/faq', '/faq-2']);
});

test.each([
  ['https://example.com/', 'sitemap'],
  ['https://example.com/sitemap.xml', 'sitemap'],
  ['https://example.com/maps/all.xml.gz', 'sitemap'],
  ['https://example.com/robots.txt', 'sitemap'],
  ['https://example.com/help', 'page'],
  ['https://example.com/?p=12', 'page'],
])('%s is meant as a %s', (address, kind) => expect(kindOf(address)).toBe(kind));

test('a page without a title has the end of its path for a name', () => {
  const names = [
    'https://a.org/x/Preisliste%202.pdf',
    'https://a.org/dir/',
    'https://a.org/',
    'https://a.org/%E0%A4%A',
  ];
  expect(names.map(nameOf)).toEqual(['Preisliste 2.pdf', 'dir', 'a.org', '%E0%A4%A']);
});
