import { BlockList } from '../block-list';
import { withFaq } from '../faq/faq-blocks';
import { decodeText } from '../text-decoding';
import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';

/** Paragraphs are what blank lines part. */
export const plainTextExtractor: TextExtractor = {
  format: 'text',
  mediaTypes: ['text/plain'],
  extensions: ['txt', 'text', 'log'],

  async extract(bytes: Uint8Array, { pace }: ExtractOptions): Promise<ExtractedText> {
    const list = new BlockList();
    let paragraph: string[] = [];
    for (const line of decodeText(bytes).split('\n')) {
      if (line.trim() !== '') {
        paragraph.push(line.trimEnd());
        continue;
      }
      list.paragraph(paragraph.join('\n'));
      paragraph = [];
      if (pace.isDue) await pace.step();
    }
    list.paragraph(paragraph.join('\n'));
    return { title: undefined, blocks: withFaq(list.blocks) };
  },
};
