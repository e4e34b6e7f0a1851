/**
 * What Parley asks of whatever reads files. A file becomes blocks in the order of its text: what a person reads, and no
 * more of the form than retrieval needs (headings, items, rows with the names of their columns, code).
 */
import type { Pace } from './pace';

export interface HeadingBlock {
  kind: 'heading';
  /** 1 is the highest; deeper than 6 counts as 6. */
  level: number;
  text: string;
}

export interface ParagraphBlock {
  kind: 'paragraph';
  text: string;
}

export interface ListItemBlock {
  kind: 'list-item';
  text: string;
  /** 0 for an item of the outermost list. */
  depth: number;
}

/** A row of a table, or a record: it means something only as a whole. */
export interface RowBlock {
  kind: 'row';
  cells: readonly Cell[];
}

export interface Cell {
  /** Of the column or the field; undefined when it has none. */
  name: string | undefined;
  value: string;
}

/** Lines keep their indent. */
export interface CodeBlock {
  kind: 'code';
  text: string;
}

/** A question with its answer, where the file leaves no doubt that it holds such. */
export interface FaqBlock {
  kind: 'faq';
  question: string;
  /** Other words for the same question. */
  alternates: readonly string[];
  answer: string;
  /** Of the question, where it was a heading: it ends the sections of its level and deeper ones. */
  level?: number;
}

/** `page` counts from 1, in formats that have pages: those of a PDF, slides, sheets of a workbook. */
export type TextBlock = (HeadingBlock | ParagraphBlock | ListItemBlock | RowBlock | CodeBlock | FaqBlock) & {
  page?: number;
};

export interface ExtractedText {
  /** What the file calls itself. */
  title: string | undefined;
  /** ISO 639-1, when the file says it; files are often wrong about it, so the text itself goes before. */
  language?: string;
  blocks: readonly TextBlock[];
}

export interface ExtractOptions {
  /** Extraction of a long file gives way to others now and then, and stops when its signal aborts. */
  pace: Pace;
  /** For what does not give way because it works elsewhere. */
  signal?: AbortSignal;
}

/** The beginning of a file, as far as it is needed to tell what it is. */
export interface FileHead {
  bytes: Uint8Array;
  /** The same as text, when it is text. */
  text: string | undefined;
}

export interface TextExtractor {
  /** One word in lower case, unique in the registry, e.g. `markdown`. */
  readonly format: string;
  /** In lower case, without parameters. */
  readonly mediaTypes: readonly string[];
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Whether it reads files that are no text. */
  readonly isBinary?: boolean;
  /** Whether the beginning can only be of this format; for formats that can be told so. */
  recognizes?(head: FileHead): boolean;
  /**
   * Takes time in proportion to the file, whatever it holds.
   *
   * @throws AppError of `text-extraction.errors` (invalid_input), in words for the person who sent the file; the reason of the
   * signal when it aborts
   */
  extract(bytes: Uint8Array, options: ExtractOptions): Promise<ExtractedText>;
}
