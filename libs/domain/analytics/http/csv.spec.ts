import { toCsv } from './csv';

const row = (intent: string) => toCsv(['intent', 'count'], [{ intent, count: 1 }]).split('\r\n')[1];

describe('a table', () => {
  test('has a head, a line for each row, and an end of line after each', () => {
    expect(toCsv(['a', 'b'], [{ a: 1.5, b: null }])).toBe('a,b\r\n1.5,\r\n');
    expect(toCsv(['a', 'b'], [])).toBe('a,b\r\n');
  });

  test.each([
    ['say "hi"', '"say ""hi""",1'],
    ['a,b', '"a,b",1'],
    ['two\nlines', '"two\nlines",1'],
    ['Füße', 'Füße,1'],
  ])('quotes %j as RFC 4180 says', (text, line) => {
    expect(row(text)).toBe(line);
  });

  test.each(['=cmd|x', '+1', '-1', '@sum', '\tx', '  =1+1', '＝1', '\uFEFF=1', '|calc'])(
    'makes no formula of %j',
    (text) => {
      expect(row(text)).toBe(`"'${text}",1`);
    },
  );
});
