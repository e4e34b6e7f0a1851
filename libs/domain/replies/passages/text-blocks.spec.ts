import { parseBlocks } from './text-blocks';

function outline(text: string, language = 'en') {
  return parseBlocks(text, language).map(({ kind, units }) => [
    kind,
    ...units.map(({ start, end }) => text.slice(start, end)),
  ]);
}

describe('the blocks of a passage', () => {
  it('keeps paragraphs apart and their sentences in order', () => {
    expect(outline('We open at nine. We close at five.\n\nOn Sunday we rest.')).toEqual([
      ['prose', 'We open at nine.', 'We close at five.'],
      ['prose', 'On Sunday we rest.'],
    ]);
  });

  it('reads bullets and numbers as items, with their continuation lines', () => {
    expect(outline('Bring:\n- a passport\n  or an ID card\n\n- a photo\n\n1. Enter\n2. Wait')).toEqual([
      ['prose', 'Bring:'],
      ['list', '- a passport\n  or an ID card', '- a photo'],
      ['list', '1. Enter', '2. Wait'],
    ]);
  });

  it('finds numbered steps inside a paragraph', () => {
    const text = 'To change it: 1. Open Settings. 2. Choose Account. Then 3. Save.';
    expect(outline(text)).toEqual([
      ['prose', 'To change it:'],
      ['list', '1. Open Settings.', '2. Choose Account. Then', '3. Save.'],
    ]);
    expect(parseBlocks(text, 'en')[1]?.isOrdered).toBe(true);
  });

  it('reads lines of the form "name: value" as records', () => {
    expect(outline('Monday: 9:00 to 17:00\nSaturday: closed')).toEqual([
      ['list', 'Monday: 9:00 to 17:00', 'Saturday: closed'],
    ]);
  });

  it('keeps tables and code whole', () => {
    expect(outline('| Plan | Price |\n|---|---|\n| Basic | 5 |\n\n```\nnpm i\n\nnpm start\n```\nDone.')).toEqual([
      ['table', '| Plan | Price |', '|---|---|', '| Basic | 5 |'],
      ['code', '```\nnpm i\n\nnpm start\n```'],
      ['prose', 'Done.'],
    ]);
  });

  it('knows headings, and that a ruler is nothing', () => {
    expect(outline('# Hours\nWe open at nine.\n\n---\nPrices\n======\nFree.')).toEqual([
      ['heading', '# Hours'],
      ['prose', 'We open at nine.'],
      ['heading', 'Prices'],
      ['prose', 'Free.'],
    ]);
  });

  it('joins hard-wrapped lines and keeps the lines of an address apart', () => {
    expect(outline('This sentence was wrapped by an editor at some column and goes\non here. Short.')).toEqual([
      ['prose', 'This sentence was wrapped by an editor at some column and goes\non here.', 'Short.'],
    ]);
    expect(outline('Example Ltd\n12 Main Street\nSpringfield')).toEqual([
      ['prose', 'Example Ltd', '12 Main Street', 'Springfield'],
    ]);
  });

  it('does not take a single ordinal for a list', () => {
    expect(outline('1. Mai ist Feiertag.', 'de')).toEqual([['prose', '1. Mai ist Feiertag.']]);
  });

  it('ends an unclosed code block with the text', () => {
    expect(outline('```\na\nb')).toEqual([['code', '```\na\nb']]);
  });
});
