/**
 * Several segments -> one, without the passages that were deleted since. Impacts are copied, not computed again, so
 * merging is exact and needs no texts. All rows of the inputs must be present. Only one term is unpacked at a time, so memory is
 * that of the inputs and the result.
 */
import { analyzerFor, type LanguageCode } from '#domain/language';
import { type IsDeleted, RecordChains } from './record-chains';
import { isVocabularyKey, type PackedSegment } from './segment-format';
import { readLengths, readVocabulary } from './segment-reader';
import { writeSegment } from './segment-writer';

export function mergeSegments(segments: readonly PackedSegment[], isDeleted: IsDeleted): PackedSegment {
  const parts = [...segments].filter(({ passageCount }) => passageCount > 0).sort((a, b) => a.lowSeq - b.lowSeq);
  const lengths = inSeqOrder(
    parts.flatMap(({ rows, lowSeq }) => readLengths(rows, lowSeq)).filter(livePairs(isDeleted)),
  );
  const languages = [...new Set(parts.flatMap((part) => part.languages))];
  const hasLost = lengths.length / 2 < parts.reduce((sum, { passageCount }) => sum + passageCount, 0);
  const used = hasLost ? new Set<number>() : undefined;
  return writeSegment({
    eachTerm: (add) => new RecordChains(parts).eachTerm(isDeleted, used, add),
    vocabulary: () => {
      const words = wordsOf(parts);
      return used ? usedWords(words, languages, used) : words;
    },
    lengths,
    languages,
  });
}

function wordsOf(parts: readonly PackedSegment[]): Set<string> {
  const words = new Set<string>();
  for (const { rows } of parts) {
    for (const { key, data } of rows)
      if (isVocabularyKey(key)) for (const word of readVocabulary(data)) words.add(word);
  }
  return words;
}

/** Words that still have postings in one of the languages. Stop words never had any, but cost a lookup at most. */
function usedWords(
  words: ReadonlySet<string>,
  languages: readonly LanguageCode[],
  used: ReadonlySet<number>,
): Set<string> {
  const analyzers = languages.map(analyzerFor);
  return new Set([...words].filter((word) => analyzers.some((analyzer) => used.has(analyzer.termOfWord(word)))));
}

/** For a filter over flat pairs of seq and value. */
function livePairs(isDeleted: IsDeleted) {
  return (_: number, at: number, pairs: readonly number[]) => !isDeleted(pairs[at - (at % 2)] as number);
}

/** Segments rarely overlap, so sorting is the exception. A repeated seq counts once. */
function inSeqOrder(pairs: number[]): number[] {
  let isSorted = true;
  for (let i = 2; i < pairs.length; i += 2) isSorted &&= (pairs[i - 2] as number) < (pairs[i] as number);
  if (isSorted) return pairs;
  const bySeq = new Map<number, number>();
  for (let i = 0; i < pairs.length; i += 2) bySeq.set(pairs[i] as number, pairs[i + 1] as number);
  return [...bySeq].sort((a, b) => a[0] - b[0]).flat();
}
