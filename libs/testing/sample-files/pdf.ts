import { deflateSync } from 'node:zlib';

/** A PDF with text at places, as small as ISO 32000-1 allows it. */

export interface PdfTextLine {
  text: string;
  /** Of its letters; 11 unless given. */
  size?: number;
  /** Room above it, beside that between lines. */
  above?: number;
}

export interface PdfSample {
  /** Lines of each page, from above. */
  pages: ReadonlyArray<ReadonlyArray<PdfTextLine | string>>;
  title?: string;
  /** Behind the text of each page, which is then compressed: what unpacks to more than one sees. */
  blanks?: number;
  /** Further entries of the trailer. */
  trailer?: string;
}

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const TOP = 760;
const LINE = 1.2;

export function pdfOf({ pages, title, blanks = 0, trailer = '' }: PdfSample): Buffer<ArrayBuffer> {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', FONT];
  const add = (object: string) => objects.push(object);
  const kids = pages.map((lines) => {
    const shown = contentOf(lines);
    const content = blanks === 0 ? shown : deflateSync(shown.padEnd(shown.length + blanks)).toString('latin1');
    const filter = blanks === 0 ? '' : '/Filter /FlateDecode ';
    const stream = add(`<< ${filter}/Length ${content.length} >>\nstream\n${content}\nendstream`);
    const resources = '<< /Font << /F1 3 0 R >> >>';
    const page = `/Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${stream} 0 R /Resources ${resources}`;
    return `${add(`<< /Type /Page ${page} >>`)} 0 R`;
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  const info = title === undefined ? '' : `/Info ${add(`<< /Title (${title}) >>`)} 0 R `;
  return written(objects, `${info}${trailer}`);
}

function contentOf(lines: ReadonlyArray<PdfTextLine | string>): string {
  let y = TOP;
  const shown = lines.map((line) => {
    const { text, size = 11, above = 0 } = typeof line === 'string' ? { text: line } : line;
    y -= size * LINE + above;
    return `/F1 ${size} Tf 1 0 0 1 72 ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj`;
  });
  return `BT ${shown.join(' ')} ET`;
}

function written(objects: readonly string[], trailer: string): Buffer<ArrayBuffer> {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, 'latin1');
}
