import { officeKindOf } from '../archives/office-kind';
import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';
import { readInThread } from '../threads/read-in-thread';

export const pptxExtractor: TextExtractor = {
  format: 'pptx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  extensions: ['pptx'],
  isBinary: true,

  recognizes: ({ bytes }) => officeKindOf(bytes) === 'pptx',

  extract: (bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText> => readInThread('pptx', bytes, options),
};
