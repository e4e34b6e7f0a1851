/** A reply of so many sentences: the likeliest ones, whichever passages hold them, best passage first. */
import type { AssessedPassage } from '../evidence/assessment';
import { asks } from '../evidence/unit-evidence';
import type { QuotablePassage } from '../passages/quotable-passage';
import type { Quotation } from './quotation';

export interface Quote {
  quotable: QuotablePassage;
  quotation: Quotation;
}

interface Candidate {
  quotable: QuotablePassage;
  index: number;
  score: number;
}

export function bestSentences(passages: readonly AssessedPassage[], count: number): Quote[] {
  const best = candidatesOf(passages)
    .sort((a, b) => b.score - a.score)
    .slice(0, count);
  const byPassage = Map.groupBy(best, ({ quotable }) => quotable);
  return [...byPassage].map(([quotable, chosen]) => ({
    quotable,
    quotation: chosen.map(({ index }) => index).sort((a, b) => a - b),
  }));
}

/** What asks answers nothing, unless there is nothing else. */
function candidatesOf(passages: readonly AssessedPassage[]): Candidate[] {
  const all = passages.flatMap(({ quotable, units }) => units.map(({ score }, index) => ({ quotable, index, score })));
  const telling = all.filter(({ quotable, index }) => {
    const unit = quotable.units[index];
    return unit !== undefined && !asks(unit);
  });
  return telling.length > 0 ? telling : all;
}
