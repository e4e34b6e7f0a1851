/**
 * Documents in any number -> batches of bounded size, each indexed by a few statements as one segment. A long document goes
 * on in the next batch; its passages keep their order, so its sequence numbers stay in one piece.
 *
 * The language of a document is guessed from its text, and that of a passage in case it differs. A text too short to tell is
 * taken for one in the usual language of its base.
 */

import { detectLanguage, type LanguageCode } from '#domain/language';
import type { NewPassage, PassageSource } from './knowledge.types';
import type { PassageText } from './lexical/segment-format';

export interface IndexedDocument {
  source: PassageSource;
  passages: readonly NewPassage[];
}

export interface BatchPassage extends NewPassage {
  documentId: string;
  language: LanguageCode;
}

export interface PassageBatch {
  /** The documents that begin in this batch. */
  documents: BatchDocument[];
  passages: BatchPassage[];
}

export interface BatchDocument {
  source: PassageSource;
  /** Of the whole document, also what goes on in later batches. */
  passageCount: number;
  /** Its first passage stands here in `passages`, or would in the next batch. */
  offset: number;
}

/** Packing blocks the process for about 0.05 ms a passage. */
export const MAX_PASSAGES = 256;
/** A statement carries the texts of one batch. */
const MAX_CHARS = 1_000_000;
/** Enough to tell the language of a document, and of a passage in another one. */
const DOCUMENT_SAMPLE_CHARS = 2_000;
const PASSAGE_SAMPLE_CHARS = 500;
/** A longer text of unknown language is in none that is known; a shorter one may just lack the words that tell. */
const SHORT_CHARS = 300;

export async function* batchesOf(
  documents: Iterable<IndexedDocument> | AsyncIterable<IndexedDocument>,
  usualLanguage: () => Promise<LanguageCode>,
): AsyncGenerator<PassageBatch> {
  let batch = new BatchBuilder();
  for await (const { source, passages } of documents) {
    if (batch.isFull) {
      yield batch;
      batch = new BatchBuilder();
    }
    batch.begin(source, passages.length);
    const language = source.language ?? (await languageOf(sampleOf(passages), usualLanguage));
    for (const passage of passages) {
      if (batch.isFull) {
        yield batch;
        batch = new BatchBuilder();
      }
      batch.add(inLanguage(source, passage, language));
    }
  }
  if (batch.documents.length > 0 || batch.passages.length > 0) yield batch;
}

class BatchBuilder implements PassageBatch {
  readonly documents: BatchDocument[] = [];
  readonly passages: BatchPassage[] = [];
  private chars = 0;

  get isFull(): boolean {
    return this.passages.length >= MAX_PASSAGES || this.documents.length >= MAX_PASSAGES || this.chars >= MAX_CHARS;
  }

  begin(source: PassageSource, passageCount: number): void {
    this.documents.push({ source, passageCount, offset: this.passages.length });
  }

  add(passage: BatchPassage): void {
    this.passages.push(passage);
    this.chars += passage.title.length + passage.body.length;
  }
}

async function languageOf(sample: string, usualLanguage: () => Promise<LanguageCode>): Promise<LanguageCode> {
  const language = detectLanguage(sample);
  return language === 'simple' && sample.length < SHORT_CHARS ? usualLanguage() : language;
}

/** What goes on in a document that is in the index already; its language is known by then. */
export function batchPassage(source: PassageSource, passage: NewPassage): BatchPassage {
  return inLanguage(source, passage, source.language ?? 'simple');
}

function inLanguage(
  { documentId, isLanguageGiven = false }: PassageSource,
  passage: NewPassage,
  ofDocument: LanguageCode,
): BatchPassage {
  if (isLanguageGiven) return { ...passage, documentId, language: ofDocument };
  const language = detectLanguage(passage.body.slice(0, PASSAGE_SAMPLE_CHARS), ofDocument);
  return { ...passage, documentId, language };
}

function sampleOf(passages: readonly NewPassage[]): string {
  let sample = passages[0]?.title ?? '';
  for (const { body } of passages) {
    if (sample.length >= DOCUMENT_SAMPLE_CHARS) break;
    sample += `\n${body}`;
  }
  return sample.slice(0, DOCUMENT_SAMPLE_CHARS);
}

/** What the index and the scoring see of a passage: headings count as titles do. */
export function indexedText(
  seq: number,
  passage: Pick<BatchPassage, 'title' | 'section' | 'body' | 'language'>,
): PassageText {
  const { title, section, body, language } = passage;
  return { seq, title: section === null ? title : `${title}\n${section}`, body, language };
}
