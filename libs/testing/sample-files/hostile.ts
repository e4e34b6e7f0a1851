import { docxOf } from './docx';
import { compoundFileOf, xlsxOf } from './office';
import { pdfOf } from './pdf';
import { lyingZip, overlappingZip, zipOf } from './zip';

/** Files that would do harm, or cannot be read; made when they are asked for, since some are large. */

export interface HostileFile {
  /** What is wrong with it. */
  what: string;
  name: string;
  content(): Buffer<ArrayBuffer>;
  /** With which it is to fail, of the room of text extraction. */
  reason: string;
  message: RegExp;
}

const MB = 1024 * 1024;
const DOCX = () => docxOf([{ text: 'Text.' }], { 'word/a.xml': '<a/>', 'word/b.xml': '<b/>' });
let bomb: Buffer<ArrayBuffer> | undefined;
function bombDocx(): Buffer<ArrayBuffer> {
  bomb ??= docxOf([{ text: 'Text.' }], { 'word/footnotes.xml': Buffer.alloc(65 * MB, ' ') });
  return bomb;
}
const CELL = '<row r="1"><c r="A1" t="inlineStr"><is><t>Lamp</t></is></c></row>';

export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    what: 'a PDF under a password',
    name: 'secret.pdf',
    content: encryptedPdf,
    reason: 'protected',
    message: /protected with a password/,
  },
  {
    what: 'a PDF of pictures',
    name: 'scan.pdf',
    content: () => pdfOf({ pages: [[], []] }),
    reason: 'no_text',
    message: /pictures.*OCR/,
  },
  {
    what: 'a PDF of far more pages than anybody reads',
    name: 'endless.pdf',
    content: () => pdfOf({ pages: Array.from({ length: 10_001 }, () => []) }),
    reason: 'too_long',
    message: /more than 10,000 pages/,
  },
  {
    what: 'a PDF whose pages contain themselves',
    name: 'circle.pdf',
    content: circularPdf,
    reason: 'no_text|malformed',
    message: /PDF/,
  },
  {
    what: 'a Word document under a password',
    name: 'secret.docx',
    content: () => compoundFileOf('EncryptedPackage'),
    reason: 'protected',
    message: /protected with a password/,
  },
  {
    what: 'a workbook of before 2007 that calls itself a new one',
    name: 'old.xlsx',
    content: () => compoundFileOf('Workbook'),
    reason: 'unknown_format',
    message: /before 2007 \(\.xls\).*Save it as \.xlsx/,
  },
  {
    what: 'an archive that unpacks without end',
    name: 'bomb.docx',
    content: bombDocx,
    reason: 'too_complex',
    message: /unpacks to more/,
  },
  {
    what: 'an archive that says it is smaller than it is',
    name: 'lie.docx',
    content: () => lyingZip(bombDocx(), 'word/footnotes.xml', 10),
    reason: 'too_complex',
    message: /unpacks to more/,
  },
  {
    what: 'an archive whose parts overlap',
    name: 'overlap.docx',
    content: () => overlappingZip(DOCX(), 'word/b.xml', 'word/a.xml'),
    reason: 'malformed',
    message: /overlap/,
  },
  {
    what: 'an archive with parts that lead out of it',
    name: 'stray.docx',
    content: () => docxOf([{ text: 'Text.' }], { '../../etc/passwd': 'root' }),
    reason: 'malformed',
    message: /lead out of it/,
  },
  {
    what: 'an archive of 100,000 parts',
    name: 'crowd.docx',
    content: () =>
      zipOf({
        'word/document.xml': '<a/>',
        ...Object.fromEntries(Array.from({ length: 99_999 }, (_, at) => [`word/${at}`, ''])),
      }),
    reason: 'too_complex',
    message: /more than 10,000 parts/,
  },
  {
    what: 'a workbook whose entities stand for each other without end',
    name: 'laughs.xlsx',
    content: () => xlsxOf({ sheets: { One: CELL }, workbook: `${laughs()}<workbook>&l9;</workbook>` }),
    reason: 'malformed',
    message: /entities of its own/,
  },
  {
    what: 'a Word document with an entity of this machine',
    name: 'entity.docx',
    content: () =>
      docxOf([{ text: '&x;' }], {
        'word/footnotes.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      }),
    reason: 'malformed',
    message: /entities of its own/,
  },
  {
    what: 'a workbook nested without end',
    name: 'deep.xlsx',
    content: () => xlsxOf({ sheets: { One: `${'<row>'.repeat(100_000)}${'</row>'.repeat(100_000)}` } }),
    reason: 'too_nested',
    message: /nested deeper/,
  },
  {
    what: 'JSON nested without end',
    name: 'deep.json',
    content: () => Buffer.from(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`),
    reason: 'too_nested',
    message: /nested deeper|nested too deeply/,
  },
  {
    what: 'a page nested without end',
    name: 'deep.html',
    content: () => Buffer.from(`<html><body>${'<div>'.repeat(100_000)}Text.`),
    reason: 'too_nested',
    message: /nested deeper/,
  },
  {
    what: 'a mail nested without end',
    name: 'deep.eml',
    content: nestedMail,
    reason: 'malformed',
    message: /nested too deeply/,
  },
  {
    what: 'a document that was cut off',
    name: 'cut.docx',
    content: () => DOCX().subarray(0, 400),
    reason: 'malformed',
    message: /broken/,
  },
  {
    what: 'a text of an encoding that nobody can tell',
    name: 'mojibake.txt',
    content: () =>
      Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at % 40 === 39 ? 0x20 : 0xa1 + ((at * 53) % 31)))),
    reason: 'wrong_encoding',
    message: /UTF-8/,
  },
];

/** Files that ask for more than they hold; they are read. */
export const GREEDY_FILES = {
  /** A dimension of all cells that there can be, and one cell in its last corner. */
  'vast.xlsx': () =>
    xlsxOf({
      before: '<dimension ref="A1:XFD1048576"/>',
      sheets: {
        Vast: `${CELL}<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>The lamp costs nine euros.</t></is></c></row>`,
      },
    }),
  /** A million columns, of which the first are kept. */
  'wide.csv': () => Buffer.from(`nine euros,${'a,,'.repeat(500_000)}\n`),
} as const;

/** RC4 of 40 bits with keys that fit no password (ISO 32000-1, 7.6.3). */
export function encryptedPdf(): Buffer<ArrayBuffer> {
  const key = '00'.repeat(32);
  const trailer = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>] `;
  return pdfOf({ pages: [['Secret.']], trailer });
}

/** The tree of pages has itself for a branch. ISO 32000-1, 7.7.3 */
function circularPdf(): Buffer<ArrayBuffer> {
  const pdf = pdfOf({ pages: [['Text.']] }).toString('latin1');
  return Buffer.from(pdf.replace(/\/Kids \[\d 0 R\] \/Count 1/, '/Kids [2 0 R] /Count 9'), 'latin1');
}

/** Ten entities of ten each. */
function laughs(): string {
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
  return `<!DOCTYPE a [<!ENTITY l0 "ha">${entities.join('')}]>`;
}

function nestedMail(): Buffer<ArrayBuffer> {
  const levels = Array.from({ length: 2_000 }, (_, at) => at);
  const parts = levels.map((at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`);
  return Buffer.from(`From: a@b.example\r\nTo: c@d.example\r\nSubject: Deep\r\n${parts.join('')}`);
}
