import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';
import { readInThread } from '../threads/read-in-thread';

/** How an archive begins. APPNOTE 4.3.7 */
const ARCHIVE = '504b0304';
/** A folder that Word documents have and other archives of Office do not. */
const OF_WORD = 'word/';

export const docxExtractor: TextExtractor = {
  format: 'docx',
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  extensions: ['docx'],
  isBinary: true,

  recognizes: ({ bytes }) => {
    const head = Buffer.from(bytes);
    return head.toString('hex', 0, 4) === ARCHIVE && head.includes(OF_WORD);
  },

  extract: (bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText> => readInThread('docx', bytes, options),
};
