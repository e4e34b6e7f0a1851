import { storableArguments, storableText } from './storable';

describe('what models write', () => {
  test('is kept as text without what PostgreSQL refuses', () => {
    expect(storableText('a\0b\ud800c')).toBe('a\uFFFDb\uFFFDc');
  });

  test.each([
    ['{"a":"\\u00e9"}', { a: 'é' }],
    ['{"a": 1,', '{"a": 1,'],
    ['{"a":"\\u0000"}', '{"a":"\\u0000"}'],
    ['{"a":"\\ud800"}', '{"a":"\\ud800"}'],
    ['['.repeat(60) + ']'.repeat(60), '['.repeat(60) + ']'.repeat(60)],
    ['x'.repeat(40_000), 'x'.repeat(32_768)],
  ])('as arguments are kept as JSON where that can be kept (%#)', (written, kept) => {
    expect(storableArguments(written)).toEqual(kept);
  });
});
