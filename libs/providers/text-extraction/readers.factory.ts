/** Who reads what in a reading thread. Large libraries are loaded by their readers, when a file wants them. */
import { csvExtractor } from './adapters/csv.adapter';
import { htmlExtractor } from './adapters/html.adapter';
import { jsonExtractor } from './adapters/json.adapter';
import { markdownExtractor } from './adapters/markdown.adapter';
import { plainTextExtractor } from './adapters/plain-text.adapter';
import { ExtractorRegistry, type FileToRead } from './extractor-registry';
import { readMail } from './mail/mail-reader';
import { readSlides } from './office/slides-reader';
import { readWorkbook } from './office/workbook-reader';
import { Pace } from './pace';
import type { ExtractedText, TextExtractor } from './text-extraction.contract';
import { registered } from './text-extractors.factory';
import { readDocx } from './threads/docx-reader';
import { readPdf } from './threads/pdf-reader';
import type { ThreadFormat } from './threads/thread-messages';

type Reader = (bytes: Uint8Array) => Promise<ExtractedText>;

const READERS: Record<ThreadFormat, Reader> = {
  pdf: readPdf,
  docx: readDocx,
  pptx: readSlides,
  xlsx: readWorkbook,
  eml: (bytes) => readMail(bytes, readAttached),
  text: here(plainTextExtractor),
  markdown: here(markdownExtractor),
  html: here(htmlExtractor),
  json: here(jsonExtractor),
  csv: here(csvExtractor),
};

/** @throws AppError of `text-extraction.errors` */
export function readHere(format: ThreadFormat, bytes: Uint8Array): Promise<ExtractedText> {
  return READERS[format](bytes);
}

/** Undefined when nobody reads it; a mail within a mail is read with it, not as an attachment. */
async function readAttached(file: FileToRead): Promise<ExtractedText | undefined> {
  const format = registered(new ExtractorRegistry()).formatOf(file);
  return format === undefined || format === 'eml' ? undefined : readHere(format as ThreadFormat, file.bytes);
}

/** Nobody waits in a thread, so that its pace is its own. */
function here(extractor: TextExtractor): Reader {
  return (bytes) => extractor.extract(bytes, { pace: new Pace() });
}
