import { zipOf } from './zip';

/** Office documents of hand-written XML, as small as ECMA-376 allows them. Names lead to parts as programs write them. */

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SLIDE = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';

export interface XlsxSample {
  /** XML of each sheet's `sheetData`, by its name. */
  sheets: Readonly<Record<string, string>>;
  /** What stands before `sheetData`, e.g. a dimension. */
  before?: string;
  sharedStrings?: string;
  styles?: string;
  /** Of the workbook part, in place of ours. */
  workbook?: string;
  date1904?: boolean;
}

export function xlsxOf({
  sheets,
  before = '',
  sharedStrings,
  styles,
  workbook,
  date1904,
}: XlsxSample): Buffer<ArrayBuffer> {
  const names = Object.keys(sheets);
  const listed = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at + 1}"/>`).join('');
  const properties = date1904 ? '<workbookPr date1904="1"/>' : '';
  const parts: Record<string, string> = {
    ...packageOf('xl/workbook.xml'),
    'xl/workbook.xml':
      workbook ?? `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}">${properties}<sheets>${listed}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_name, at) => [`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['texts', 'sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles', 'styles.xml'],
    ]),
  };
  Object.values(sheets).forEach((data, at) => {
    const sheet = `<worksheet xmlns="${SHEET}">${before}<sheetData>${data}</sheetData></worksheet>`;
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheet;
  });
  if (sharedStrings !== undefined) parts['xl/sharedStrings.xml'] = `<sst xmlns="${SHEET}">${sharedStrings}</sst>`;
  if (styles !== undefined) parts['xl/styles.xml'] = `<styleSheet xmlns="${SHEET}">${styles}</styleSheet>`;
  return zipOf(parts);
}

/** @param slides XML of each slide's shapes */
export function pptxOf(slides: readonly string[]): Buffer<ArrayBuffer> {
  const listed = slides.map((_slide, at) => `<p:sldId id="${256 + at}" r:id="s${at + 1}"/>`).join('');
  const parts: Record<string, string> = {
    ...packageOf('ppt/presentation.xml'),
    'ppt/presentation.xml': `<p:presentation xmlns:p="${SLIDE}" xmlns:r="${OFFICE}"><p:sldIdLst>${listed}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relationships(
      slides.map((_slide, at) => [`s${at + 1}`, 'slide', `slides/slide${at + 1}.xml`]),
    ),
  };
  slides.forEach((shapes, at) => {
    const tree = `<p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>`;
    parts[`ppt/slides/slide${at + 1}.xml`] = `<p:sld xmlns:p="${SLIDE}" xmlns:a="${DRAWING}">${tree}</p:sld>`;
  });
  return zipOf(parts);
}

/** A shape of a slide with a paragraph for each text. */
export function slideShape(texts: readonly string[], place?: string): string {
  const paragraphs = texts.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join('');
  const properties = place === undefined ? '' : `<p:nvSpPr><p:nvPr><p:ph type="${place}"/></p:nvPr></p:nvSpPr>`;
  return `<p:sp>${properties}<p:txBody>${paragraphs}</p:txBody></p:sp>`;
}

/** How a compound file begins, with the name of a stream that tells what it is. [MS-CFB] 2.2 */
export function compoundFileOf(stream: string): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le')]);
}

function packageOf(main: string): Record<string, string> {
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': relationships([['r1', 'officeDocument', main]]),
  };
}

function relationships(all: ReadonlyArray<readonly [id: string, type: string, target: string]>): string {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}
