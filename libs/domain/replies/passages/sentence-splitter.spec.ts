import { splitSentences } from './sentence-splitter';

function split(text: string, language = 'en'): string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('the sentence splitter', () => {
  it.each([
    ['ends at full stops, questions and exclamations', 'It is open. Is it? Yes! Good.', 4],
    ['keeps titles and their names together', 'Ask Dr. Weiss or Mrs. Brown. They know.', 2],
    ['keeps Latin abbreviations inside', 'Bring an ID, e.g. A passport or i.e. Your licence. Thanks.', 2],
    ['keeps times of day inside', 'We open at 9 a.m. Monday to Friday. We close at 5 p.m. The shop is small.', 3],
    ['ends after "etc." before a new sentence', 'Pens, paper, etc. You find them in aisle 3.', 2],
    ['keeps decimals, versions and addresses whole', 'It costs 3.50 EUR at example.com. Version 2.3.1 is out.', 2],
    ['keeps initials with their names', 'George W. Bush met J. R. Smith. They talked.', 2],
    ['ends after a single letter that names a thing', 'Choose plan B. The price is 5 EUR.', 2],
    ['does not end at a number that begins a list item', '1. Open the settings.', 1],
    ['ends after a year', 'It was founded in 2010. Then it grew.', 2],
    ['takes closing quotes and brackets along', 'She said "Stop." Then she left. (It was late.) Nobody saw it.', 4],
    ['goes on before a lower-case word', 'Use Yahoo! or Jeopardy! and go on.', 1],
    ['ends after an ellipsis', 'Wait... Now go on.', 2],
    ['keeps "No. 5" whole', 'Take bus No. 5 to the end. Get out.', 2],
    ['ends after the answer "No."', 'No. We do not ship there.', 2],
  ])('%s', (_rule, text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it('keeps German ordinals and abbreviations inside', () => {
    expect(split('Am 3. Oktober ist zu, z.B. Feiertage. Sonst ist offen.', 'de')).toEqual([
      'Am 3. Oktober ist zu, z.B. Feiertage.',
      'Sonst ist offen.',
    ]);
  });

  it('ends at ideographic stops without blanks', () => {
    expect(split('営業時間は9時からです。土曜日は休みです。「はい。」と言う', 'simple')).toEqual([
      '営業時間は9時からです。',
      '土曜日は休みです。',
      '「はい。」',
      'と言う',
    ]);
  });

  it('loses nothing but blanks', () => {
    const text = '  One. Two?  "Three!" four... Five e.g. six \n seven. ';
    expect(split(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });

  it('has nothing to give for nothing', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n ')).toEqual([]);
  });

  it('stays quick on hostile text', () => {
    expect(split('. '.repeat(20_000)).length).toBeGreaterThan(0);
    expect(split(`${'a'.repeat(50_000)}.`)).toHaveLength(1);
  });
});
