import { officeKindOf } from '../archives/office-kind';
import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';
import { readInThread } from '../threads/read-in-thread';

export const docxExtractor: TextExtractor = {
  format: 'docx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  extensions: ['docx'],
  isBinary: true,

  recognizes: ({ bytes }) => officeKindOf(bytes) === 'docx',

  extract: (bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText> => readInThread('docx', bytes, options),
};
