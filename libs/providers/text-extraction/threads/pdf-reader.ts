/** PDF (ISO 32000), read by pdf.js in the build of unpdf, which draws nothing. */
import type { getDocumentProxy } from 'unpdf';
import { MAX_TEXT_CHARS } from '../block-list';
import type { ExtractedText } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';
import { blocksOfPages } from './pdf-blocks';
import { linesOfPage, type PdfItem, type PdfLine } from './pdf-lines';

const MAX_PAGES = 10_000;
/** Says only errors. */
const VERBOSITY = 0;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** @throws AppError of `text-extraction.errors` */
export async function readPdf(bytes: Uint8Array): Promise<ExtractedText> {
  const document = await opened(bytes);
  if (document.numPages > MAX_PAGES) {
    const message = `The PDF has more than ${MAX_PAGES.toLocaleString('en-US')} pages.`;
    throw extractionErrors.too_long({ message });
  }
  const blocks = blocksOfPages(await pagesOf(document));
  if (blocks.length === 0) throw extractionErrors.no_text({ message: SCANNED });
  return { title: await titleOf(document), blocks };
}

const SCANNED =
  'The PDF holds no text; its pages are probably pictures, as a scanner makes them. Send it with recognised text (OCR).';

async function opened(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocumentProxy: open } = await import('unpdf');
  try {
    // It keeps the array; what it is given must not be a Buffer.
    return await open(new Uint8Array(bytes), { verbosity: VERBOSITY });
  } catch (cause) {
    const { name } = cause as Error;
    if (name === 'PasswordException') {
      const message = 'The PDF is protected with a password. Send it without one.';
      throw extractionErrors.protected({ message, cause });
    }
    throw extractionErrors.malformed({ message: 'The file is not a PDF, or a broken one.', cause });
  }
}

async function pagesOf(document: PdfDocument): Promise<PdfLine[][]> {
  const pages: PdfLine[][] = [];
  let chars = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const lines = await readPage(document, number);
    chars += lines.reduce((sum, { text }) => sum + text.length, 0);
    if (chars > MAX_TEXT_CHARS) throw extractionErrors.too_long();
    pages.push(lines);
  }
  return pages;
}

/** A page that is broken says nothing; the others are read all the same. */
async function readPage(document: PdfDocument, number: number): Promise<PdfLine[]> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return linesOfPage(items.filter((item): item is typeof item & PdfItem => 'str' in item));
  } catch {
    return [];
  }
}

async function titleOf(document: PdfDocument): Promise<string | undefined> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const { Title: title } = info as { Title?: unknown };
  return typeof title === 'string' && /\p{L}/u.test(title) && !isFileName(title) ? title.trim() : undefined;
}

/** What programs write there when nobody has thought of a title. */
function isFileName(title: string): boolean {
  return /\.\w{2,5}$|^(?:microsoft word - |untitled)/i.test(title.trim());
}
