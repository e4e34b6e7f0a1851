import { expectProportionalTime } from '#testing';
import { Pace } from './pace';
import type { ExtractedText, TextBlock, TextExtractor } from './text-extraction.contract';

export function extract(extractor: TextExtractor, content: string | Uint8Array): Promise<ExtractedText> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return extractor.extract(bytes, { pace: new Pace() });
}

/** Blocks as a person would note them. */
export function noted(blocks: readonly TextBlock[]): string[] {
  return blocks.map((block) => {
    if (block.kind === 'faq') return `? ${[block.question, ...block.alternates].join(' / ')}\n! ${block.answer}`;
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}`;
    if (block.kind === 'list-item') return `${'  '.repeat(block.depth)}- ${block.text}`;
    if (block.kind === 'row') return `| ${block.cells.map(({ name, value }) => `${name ?? '?'}=${value}`).join(' | ')}`;
    return block.kind === 'code' ? `\`${block.text}\`` : block.text;
  });
}

export interface ExtractorSample {
  /** Holds the words "Käse" and "Brot". */
  readable: string;
  /** Each is repeated to a long file. */
  hostile: readonly string[];
}

const HOSTILE_CHARS = 10_000;

/** What every extractor does: run it for each adapter. */
export function describeTextExtractor(extractor: TextExtractor, { readable, hostile }: ExtractorSample): void {
  describe(`the extractor of ${extractor.format}`, () => {
    test.each([
      ['UTF-8', Buffer.from(readable)],
      ['UTF-8 with a mark', Buffer.from(`\ufeff${readable}`)],
      ['UTF-16', Buffer.from(`\ufeff${readable}`, 'utf16le')],
      ['UTF-16, big-endian', Buffer.from(`\ufeff${readable}`, 'utf16le').swap16()],
      ['windows-1252', Buffer.from(readable, 'latin1')],
    ])('reads %s', async (_encoding, bytes) => {
      const { blocks } = await extract(extractor, bytes);
      expect(noted(blocks).join(' ')).toMatch(/Käse[\s\S]*Brot/);
      expect(noted(blocks).join('')).not.toContain('\ufeff');
    });

    test.each([
      ['a PDF', Buffer.from('%PDF-1.7 ...')],
      ['noise', Buffer.from(Array.from({ length: 2_000 }, (_, at) => (at * 151 + (at >> 3) * 7) % 256))],
      ['text with U+0000', Buffer.from('one\0two')],
    ])('refuses %s in words for people', async (_name, bytes) => {
      await expect(extract(extractor, bytes)).rejects.toMatchObject({
        kind: 'invalid_input',
        message: expect.stringMatching(/^The file /),
      });
    });

    test.each(hostile)('takes time in proportion to the file, whatever it is made of (%j)', async (part) => {
      const read = (chars: number) =>
        extract(extractor, part.repeat(chars / part.length)).catch((error: { kind?: string }) => {
          expect(error.kind).toBe('invalid_input');
        });
      await expectProportionalTime(read, HOSTILE_CHARS);
    });

    test('gives way, and stops when it is told to', async () => {
      const stop = new AbortController();
      const file = Buffer.from(readable.repeat(400_000 / readable.length));
      setImmediate(() => stop.abort(new Error('told to stop')));
      const reading = extractor.extract(file, { pace: new Pace(stop.signal) });
      await reading.catch((error: Error) => expect(error.message).toMatch(/told to stop|The file/));
    });
  });
}
