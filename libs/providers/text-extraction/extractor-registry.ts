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

/** Of an archive the beginning shows the names of its first parts. */
const HEAD_BYTES = 65_536;
const TEXT_HEAD_BYTES = 4_096;
/** What senders declare when they do not know. */
const SAYS_NOTHING = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'text/plain']);
const PLAIN_TEXT = 'text';

/** Extractors, and which of them reads what. Reading threads have one, too, which is why it knows no framework. */
export class ExtractorRegistry {
  private readonly byFormat = new Map<string, TextExtractor>();

  /** @throws AppError `text_extraction.format_taken` (conflict) */
  register(extractor: TextExtractor): void {
    if (this.byFormat.has(extractor.format)) throw extractionErrors.format_taken();
    this.byFormat.set(extractor.format, extractor);
  }

  get formats(): string[] {
    return [...this.byFormat.keys()];
  }

  /** Of a format, the usual one first; none of a format that is not known here. */
  mediaTypesOf(format: string): readonly string[] {
    return this.byFormat.get(format)?.mediaTypes ?? [];
  }

  isBinary(format: string): boolean {
    return this.byFormat.get(format)?.isBinary === true;
  }

  /** Whether files of that extension or media type are of a format that is read here, as far as their senders know. */
  isNamed({ extension, mediaType }: { extension: string; mediaType: string }): boolean {
    return this.declared({ name: `.${extension}`, mediaType }) !== undefined;
  }

  /**
   * The format that a file will be read as: what somebody said, what the content leaves no doubt of, what the name or the
   * sender says, and else plain text, if it is text. Undefined when nobody here reads it.
   */
  formatOf(file: FileToRead): string | undefined {
    if (file.format !== undefined) return this.byFormat.get(file.format)?.format;
    const head = headOf(file.bytes);
    const recognized = this.find((extractor) => extractor.recognizes?.(head) === true);
    const declared = this.declared(file);
    if (head.text !== undefined) return this.formatOfText(declared, recognized);
    return recognized ?? (declared !== undefined && this.isBinary(declared) ? declared : undefined);
  }

  /** @throws AppError of `text-extraction.errors`; the reason of the signal when it aborts */
  async extract(file: FileToRead, options: ExtractOptions): Promise<ExtractedText> {
    const extractor = this.byFormat.get(this.formatOf(file) ?? '');
    if (!extractor) throw unreadable(file.bytes);
    const extracted = await extractor.extract(file.bytes, options);
    if (extracted.blocks.length === 0) throw extractionErrors.no_text();
    return extracted;
  }

  /** A text that is named as a binary file is often another one: a table or a page that calls itself a workbook. */
  private formatOfText(declared: string | undefined, recognized: string | undefined): string {
    if (declared !== undefined && this.isBinary(declared)) return recognized ?? declared;
    return declared ?? recognized ?? PLAIN_TEXT;
  }

  private declared({ name = '', mediaType = '' }: Pick<FileToRead, 'name' | 'mediaType'>): string | undefined {
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

function headOf(bytes: Uint8Array): FileHead {
  return { bytes: bytes.subarray(0, HEAD_BYTES), text: decodeHead(bytes.subarray(0, TEXT_HEAD_BYTES)) };
}

function unreadable(bytes: Uint8Array) {
  const binary = knownBinary(bytes);
  if (binary) return extractionErrors.unknown_format({ message: `The file is ${binary}, which cannot be read here.` });
  return extractionErrors.not_text();
}
