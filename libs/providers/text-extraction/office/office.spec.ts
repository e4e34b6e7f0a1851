import { pptxOf, slideShape, xlsxOf } from '#testing/sample-files';
import { noted } from '../text-extractor.contract-suite';
import { numberFormat } from './number-formats';
import { readSlides } from './slides-reader';
import { readWorkbook } from './workbook-reader';

const row = (number: number, cells: Record<string, string>) =>
  `<row r="${number}">${Object.entries(cells)
    .map(([column, text]) => `<c r="${column}${number}" t="inlineStr"><is><t>${text}</t></is></c>`)
    .join('')}</row>`;

describe('a workbook', () => {
  const read = async (...sheets: string[]) => {
    const named = Object.fromEntries(sheets.map((data, at) => [`Sheet ${at + 1}`, data]));
    return noted((await readWorkbook(xlsxOf({ sheets: named }))).blocks);
  };

  test('gives several tables of a sheet with their own columns, and lines above them', async () => {
    const first = row(1, { A: 'Lamps' }) + row(2, { A: 'Name', B: 'Price' }) + row(3, { A: 'Desk', B: 'nine' });
    const second = row(5, { A: 'People' }) + row(6, { A: 'Who', C: 'Where' }) + row(7, { A: 'Ann', C: 'Rome' });
    expect(await read(first + second)).toEqual([
      '# Sheet 1',
      'Lamps',
      '| Name=Desk | Price=nine',
      'People',
      '| Who=Ann | Where=Rome',
    ]);
  });

  test('leaves out empty rows and sheets, and keeps a row that nothing follows', async () => {
    const data = row(1, { A: 'Name', B: 'Price' }) + row(9, { A: 'Desk', B: 'nine' });
    expect(await read(data, '', row(4, { A: 'Only', B: 'this' }))).toEqual([
      '# Sheet 1',
      '| Name=Desk | Price=nine',
      '# Sheet 3',
      '| ?=Only | ?=this',
    ]);
    await expect(read('')).rejects.toMatchObject({ code: 'text_extraction.no_text' });
  });

  test('reads shared texts without phonetic hints, truths, and no errors', async () => {
    const sharedStrings = '<si><r><t>東</t></r><r><t>京</t></r><rPh><t>トウキョウ</t></rPh></si>';
    const cells = '<c t="s"><v>0</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><v>0.30000000000000004</v></c>';
    const { blocks } = await readWorkbook(xlsxOf({ sheets: { One: `<row>${cells}</row>` }, sharedStrings }));
    expect(noted(blocks)).toEqual(['# One', '| ?=東京 | ?=TRUE | ?=0.3']);
  });

  test.each([
    [undefined, 0, 1234.5, '1234.5'],
    [undefined, 4, 1234.5, '1,234.50'],
    [undefined, 10, 0.125, '12.50%'],
    [undefined, 14, 45_000, '2023-03-15'],
    [undefined, 22, 45_000.75, '2023-03-15 18:00'],
    [undefined, 20, 0.5, '12:00'],
    [undefined, 14, 59, '1900-02-28'],
    ['#,##0.00\\ "€"', 164, 1234.5, '1,234.50 €'],
    ['[$$-409]#,##0.00;[RED]-[$$-409]#,##0.00', 164, -7, '-$7.00'],
    ['[$-407]d. mmmm yyyy', 164, 45_000, '2023-03-15'],
    ['[h]:mm', 164, 1.5, '36:00'],
    ['0.0#', 164, 2, '2.0'],
    ['"No." 0', 164, 7, 'No. 7'],
    ['@', 164, 7, '7'],
    ['0.00E+00', 11, 1234, '1234'],
  ])('writes numbers as its cells show them: %s (%d) of %d', (code, id, value, shown) => {
    expect(numberFormat({ id, code, is1904: false })(value)).toBe(shown);
  });

  test('counts days from 1904 when it says so', async () => {
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const sheets = { One: '<row><c s="1"><v>43538</v></c><c t="inlineStr"><is><t>x</t></is></c></row>' };
    const { blocks } = await readWorkbook(xlsxOf({ sheets, styles, date1904: true }));
    expect(noted(blocks)).toEqual(['# One', '| ?=2023-03-15 | ?=x']);
  });
});

describe('a presentation', () => {
  const read = async (...slides: string[]) => (await readSlides(pptxOf(slides))).blocks;

  test('has a heading for each slide, from its title, its first line or its number', async () => {
    const blocks = await read(
      slideShape(['Below']) + slideShape(['Title'], 'title') + slideShape(['7'], 'sldNum'),
      slideShape(['First line', 'and text']),
      slideShape(['One text alone, without any title.']),
      slideShape(['one', 'two'], 'body') + slideShape(['Lists'], 'ctrTitle'),
    );
    expect(noted(blocks)).toEqual([
      '# Title',
      'Below',
      '# First line',
      'and text',
      '# Slide 3',
      'One text alone, without any title.',
      '# Lists',
      '- one',
      '- two',
    ]);
    expect(blocks.map(({ page }) => page)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 4]);
  });

  test('of pictures alone is refused', async () => {
    await expect(read('<p:pic/>', '<p:pic/>')).rejects.toMatchObject({
      code: 'text_extraction.no_text',
      message: expect.stringMatching(/pictures.*OCR/),
    });
  });
});
