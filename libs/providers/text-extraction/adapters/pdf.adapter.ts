import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';
import { readInThread } from '../threads/read-in-thread';

/** Readers take a PDF that begins with something else, as long as it begins within so many bytes. ISO 32000-2, annex I */
const MARK_WITHIN_BYTES = 1_024;

export const pdfExtractor: TextExtractor = {
  format: 'pdf',
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  extensions: ['pdf'],
  isBinary: true,

  recognizes: ({ bytes }) => Buffer.from(bytes.subarray(0, MARK_WITHIN_BYTES)).includes('%PDF-'),

  extract: (bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText> => readInThread('pdf', bytes, options),
};
