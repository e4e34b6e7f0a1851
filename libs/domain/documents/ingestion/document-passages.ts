import { type NewPassage, type PassageSource } from '#domain/knowledge';
import { detectLanguage, isLanguageCode } from '#domain/language';
import { Pace, type TextExtractors } from '#providers/text-extraction';
import { passagesOfDocument } from '../passages/document-passages';
import type { ClaimedDocument, RunProgress } from './indexing.queries';

export interface PreparedDocument {
  document: ClaimedDocument;
  source: PassageSource;
  passages: NewPassage[];
  /** ISO 639-1; null when it could not be told. */
  language: string | null;
}

const LANGUAGE_SAMPLE_CHARS = 2_000;

interface Work {
  bytes: Uint8Array;
  signal: AbortSignal;
  reach(state: RunProgress): void;
}

/** Reads a document and cuts it into passages. @throws AppError of the text-extraction room */
export async function prepare(
  extractors: TextExtractors,
  document: ClaimedDocument,
  { bytes, signal, reach }: Work,
): Promise<PreparedDocument> {
  const pace = new Pace(signal);
  const extracted = await extractors.extract({ ...document.source, bytes }, { pace, signal });
  reach({ stage: 'splitting', progress: 20 });
  const passages: NewPassage[] = [];
  for (const passage of passagesOfDocument(document.title, extracted, document)) {
    passages.push(passage);
    if (pace.isDue) await pace.step();
  }
  const language = detectLanguage(sampleOf(passages));
  const { id: documentId, baseId, tags, metadata, kind: sourceType } = document;
  const isKnown = language !== 'simple';
  const source = { documentId, baseId, tags, metadata, sourceType, ...(isKnown ? { language } : {}) };
  const given = givenLanguage(document.givenLanguage);
  return { document, source: { ...source, ...given }, passages, language: isKnown ? language : null };
}

/** As the index takes it: all languages that it does not know are one to it. */
export function givenLanguage(language: string | null): Pick<PassageSource, 'language' | 'isLanguageGiven'> {
  if (language === null) return {};
  return { language: isLanguageCode(language) ? language : 'simple', isLanguageGiven: true };
}

function sampleOf(passages: readonly NewPassage[]): string {
  let sample = '';
  for (const { body } of passages) {
    if (sample.length >= LANGUAGE_SAMPLE_CHARS) break;
    sample += `${body}\n`;
  }
  return sample;
}
