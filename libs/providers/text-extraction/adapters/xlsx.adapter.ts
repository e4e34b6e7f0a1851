import { officeKindOf } from '../archives/office-kind';
import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';
import { readInThread } from '../threads/read-in-thread';

export const xlsxExtractor: TextExtractor = {
  format: 'xlsx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  extensions: ['xlsx'],
  isBinary: true,

  recognizes: ({ bytes }) => officeKindOf(bytes) === 'xlsx',

  extract: (bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText> => readInThread('xlsx', bytes, options),
};
