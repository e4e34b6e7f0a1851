import { Injectable } from '@nestjs/common';
import { decodeHead, knownBinary } from './text-decoding';
import type { ExtractedText, ExtractOptions, FileHead, TextExtractor } from './text-extraction.contract';
import { extractionErrors } from './text-extraction.errors';

/** What is known of a file before it is read. */
export interface FileToRead {
  bytes: Uint8Array;
  /** When somebody has said what it is; then nothing is guessed. */
  format?: string | undefined;
  name?: string | undefined;
  /** As declared by the sender, with or without parameters. */
  mediaType?: string | undefined;
}

const HEAD_BYTES = 4_096;
/** What senders declare when they do not know. */
const SAYS_NOTHING = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'text/plain']);
const PLAIN_TEXT = 'text';

/** The extractors of this process. Whoever reads one more format registers it here. */
@Injectable()
export class TextExtractors {
  private readonly byFormat = new Map<string, TextExtractor>();

  /** @throws AppError `text_extraction.format_taken` (conflict) */
  register(extractor: TextExtractor): void {
    if (this.byFormat.has(extractor.format)) throw extractionErrors.format_taken();
    this.byFormat.set(extractor.format, extractor);
  }

  get formats(): string[] {
    return [...this.byFormat.keys()];
  }

  /**
   * The format that a file will be read as: what somebody said, what the content leaves no doubt of, what the name or the
   * sender says, and else plain text, if it is text. Undefined when nobody here reads it.
   */
  formatOf(file: FileToRead): string | undefined {
    if (file.format !== undefined) return this.byFormat.get(file.format)?.format;
    const bytes = file.bytes.subarray(0, HEAD_BYTES);
    const head: FileHead = { bytes, text: decodeHead(bytes) };
    if (head.text === undefined) return this.find((extractor) => extractor.recognizes?.(head) === true);
    return this.declared(file) ?? this.find((extractor) => extractor.recognizes?.(head) === true) ?? PLAIN_TEXT;
  }

  /** @throws AppError of `text-extraction.errors`; the reason of the signal when it aborts */
  async extract(file: FileToRead, options: ExtractOptions): Promise<ExtractedText> {
    const extractor = this.byFormat.get(this.formatOf(file) ?? '');
    if (!extractor) throw unreadable(file.bytes);
    const extracted = await extractor.extract(file.bytes, options);
    if (extracted.blocks.length === 0) throw extractionErrors.no_text();
    return extracted;
  }

  private declared({ name = '', mediaType = '' }: FileToRead): string | undefined {
    const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase();
    const type = (mediaType.split(';')[0] as string).trim().toLowerCase();
    const byName = extension && this.find(({ extensions }) => extensions.includes(extension));
    if (byName) return byName;
    return SAYS_NOTHING.has(type) ? undefined : this.find(({ mediaTypes }) => mediaTypes.includes(type));
  }

  private find(matches: (extractor: TextExtractor) => boolean): string | undefined {
    return [...this.byFormat.values()].find(matches)?.format;
  }
}

function unreadable(bytes: Uint8Array) {
  const binary = knownBinary(bytes);
  if (binary) return extractionErrors.unknown_format({ message: `The file is ${binary}, which cannot be read here.` });
  return extractionErrors.not_text();
}
