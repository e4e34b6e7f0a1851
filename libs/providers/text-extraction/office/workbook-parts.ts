/** What the cells of a workbook refer to: its sheets, its texts, and how its numbers are written. */
import { relationshipsOf, targetsOf } from '../archives/office-package';
import { parseXml, relationshipId } from '../archives/xml';
import type { ZipArchive } from '../archives/zip-archive';
import { MAX_TEXT_CHARS } from '../block-list';
import { extractionErrors } from '../text-extraction.errors';
import { numberFormat } from './number-formats';

export interface Sheet {
  name: string;
  part: string;
  /** Its place among all sheets, from 1; those that are hidden count. */
  number: number;
}

export interface Workbook {
  sheets: readonly Sheet[];
  texts: readonly string[];
  /** By the style of a cell. */
  formats: ReadonlyArray<(value: number) => string>;
}

/** @throws AppError of `text-extraction.errors` */
export function openWorkbook(archive: ZipArchive): Workbook {
  const [part] = targetsOf(archive, '', 'officeDocument');
  if (part === undefined)
    throw extractionErrors.malformed({ message: 'The file is not an Excel workbook (.xlsx), or a broken one.' });
  const { sheets, is1904 } = sheetsOf(archive, part);
  const [textsPart] = targetsOf(archive, part, 'sharedStrings');
  const [stylesPart] = targetsOf(archive, part, 'styles');
  return {
    sheets,
    texts: textsPart === undefined ? [] : textsOf(archive.readXml(textsPart)),
    formats: stylesPart === undefined ? [] : formatsOf(archive.readXml(stylesPart), is1904),
  };
}

function sheetsOf(archive: ZipArchive, part: string): { sheets: Sheet[]; is1904: boolean } {
  const relationships = relationshipsOf(archive, part);
  const sheets: Sheet[] = [];
  let number = 0;
  let is1904 = false;
  parseXml(archive.readXml(part), {
    open: (element, attributes) => {
      if (element === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (element !== 'sheet') return;
      number++;
      const found = relationships.get(relationshipId(attributes) ?? '');
      const isSeen = (attributes.state ?? 'visible') === 'visible';
      if (isSeen && found?.type === 'worksheet' && found.target !== undefined) {
        sheets.push({ name: attributes.name ?? '', part: found.target, number });
      }
    },
  });
  return { sheets, is1904 };
}

/** Each is kept once and may stand in many cells. Phonetic hints are no text of it. ECMA-376, part 1, 18.4 */
function textsOf(xml: Buffer): string[] {
  const texts: string[] = [];
  let [text, chars, hints, isText] = ['', 0, 0, false];
  parseXml(xml, {
    open: (element) => {
      if (element === 'si') text = '';
      if (element === 'rPh') hints++;
      if (element === 't') isText = hints === 0;
    },
    text: (part) => {
      if (isText) text += part;
    },
    close: (element) => {
      if (element === 't') isText = false;
      if (element === 'rPh') hints--;
      if (element !== 'si') return;
      chars += text.length;
      if (chars > MAX_TEXT_CHARS) throw extractionErrors.too_long();
      texts.push(text);
    },
  });
  return texts;
}

function formatsOf(xml: Buffer, is1904: boolean): Workbook['formats'] {
  const codes = new Map<number, string>();
  const formats: Array<(value: number) => string> = [];
  let isInCells = false;
  parseXml(xml, {
    open: (element, { numFmtId = '0', formatCode }) => {
      if (element === 'cellXfs') isInCells = true;
      if (element === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
      if (element !== 'xf' || !isInCells) return;
      const id = Number(numFmtId);
      formats.push(numberFormat({ id, code: codes.get(id), is1904 }));
    },
    close: (element) => {
      if (element === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}
