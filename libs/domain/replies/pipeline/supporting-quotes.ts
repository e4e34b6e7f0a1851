/**
 * What of a passage supports a sentence that cites it, for models that write themselves: the sentence of the passage that shares
 * most with what cites it, rare words before common ones. When nothing is shared (another language, other words) it stays the
 * sentence that says most about the question.
 */
import { type FoundPassage, inverseFrequency } from '#domain/knowledge';
import { analyzerFor } from '#domain/language';
import { citedPassages } from '#providers/llm';
import { type QuotablePassage, quotablePassage, type Unit } from '../passages/quotable-passage';
import { splitSentences } from '../passages/sentence-splitter';
import { type Quotes, sliceOf } from '../passages/span';
import type { CitingText } from './citations';
import { toLlmPassage } from './nodes';

/** Below a sentence of so many words length is no merit: a heading in two words shares all of them. */
const shortUnitWords = 6;

/** The quotes, with those of cited passages by what cites them. */
export function supportingQuotes({ text, passages }: CitingText, quotes: Quotes): Quotes {
  const supporting = passages.flatMap((passage, index) => {
    const citing = sentencesCiting(text, index, passages.length);
    const unit = citing === '' ? undefined : bestSupport(citing, passage);
    return unit === undefined ? [] : [[passage.id, unit.span] as const];
  });
  return new Map([...quotes, ...supporting]);
}

/** A citation after the full stop belongs to the sentence before it. */
function sentencesCiting(text: string, index: number, passageCount: number): string {
  const sentences = splitSentences(text, 'simple').map((span) => sliceOf(text, span));
  const citing = sentences.map((sentence, at) => {
    if (!citedPassages(sentence, passageCount).includes(index)) return '';
    const isBare = !/\p{L}/u.test(sentence);
    return isBare ? `${sentences[at - 1] ?? ''} ${sentence}` : sentence;
  });
  return citing.filter((sentence) => sentence !== '').join(' ');
}

function bestSupport(citing: string, passage: FoundPassage): Unit | undefined {
  const quotable = quotablePassage(toLlmPassage(passage));
  const wanted = new Set(analyzerFor(quotable.language).terms(citing));
  const worths = worthsOf(wanted, quotable);
  const support = quotable.units.map((unit) => supportOf(unit, worths));
  const most = Math.max(0, ...support);
  return most === 0 ? undefined : quotable.units[support.indexOf(most)];
}

/** Of each wanted term among the sentences of the passage. */
function worthsOf(wanted: ReadonlySet<number>, { units }: QuotablePassage): Map<number, number> {
  return new Map(
    [...wanted].map((term) => [
      term,
      inverseFrequency(units.length, units.filter(({ terms }) => terms.has(term)).length),
    ]),
  );
}

function supportOf({ terms }: Unit, worths: ReadonlyMap<number, number>): number {
  const shared = [...terms.keys()].reduce((sum, term) => sum + (worths.get(term) ?? 0), 0);
  return shared / Math.sqrt(Math.max(shortUnitWords, terms.size));
}
