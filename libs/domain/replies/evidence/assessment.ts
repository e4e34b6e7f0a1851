/**
 * Looks at the passages that a search found for a question as an answerer does: sentence by sentence. Gives every unit its
 * evidence and score, and says how likely the answer is among them.
 */
import type { LlmPassage } from '#providers/llm';
import { type QuotablePassage, quotablePassage } from '../passages/quotable-passage';
import { foundFeatures, foundProbability } from './calibration';
import { type AnalyzedQuestion, type Asked, analyzeQuestion } from './question-analysis';
import { type WeighedUnit, weighUnits } from './unit-evidence';
import { passagePrior, unitScore } from './unit-score';

/** Units further down are not looked at: the fourth passage holds the answer in one question of forty. */
export const assessedPassages = 3;

export interface ScoredUnit extends WeighedUnit {
  /** From its text alone. */
  textScore: number;
  /** With what the search thinks of its passage. */
  score: number;
}

export interface AssessedPassage {
  passage: LlmPassage;
  quotable: QuotablePassage;
  /** In the order of the text. */
  units: readonly ScoredUnit[];
  /** The best of them; a passage without text has none. */
  best: ScoredUnit | undefined;
}

export interface Assessment {
  question: AnalyzedQuestion;
  /** In the order of the search, at most `assessedPassages`. */
  passages: readonly AssessedPassage[];
  /** The passage with the best unit; undefined when nothing was found. */
  best: AssessedPassage | undefined;
  /** Calibrated probability, 0 to 1, that the passages hold the answer. */
  probability: number;
}

/** @param language of the question, as far as known */
export function assess(asked: Asked, language: string, found: readonly LlmPassage[]): Assessment {
  const quotables = found.slice(0, assessedPassages).map(quotablePassage);
  const question = analyzeQuestion(asked, language, quotables);
  const passages = quotables.map((quotable) => {
    const units = scoreUnits(question, quotable, quotables);
    return { passage: quotable.passage, quotable, units, best: highest(units, ({ score }) => score) };
  });
  const best = highest(passages, (passage) => passage.best?.score ?? Number.NEGATIVE_INFINITY);
  const probability = best?.best === undefined ? 0 : foundProbability(foundFeatures(question, passages, best));
  return { question, passages, best, probability };
}

function scoreUnits(
  question: AnalyzedQuestion,
  quotable: QuotablePassage,
  all: readonly QuotablePassage[],
): ScoredUnit[] {
  const prior = passagePrior(quotable.passage.score, Math.max(...all.map(({ passage }) => passage.score)));
  return weighUnits(question, quotable, meanLength(all)).map((weighed) => {
    const textScore = unitScore(weighed.evidence);
    return { ...weighed, textScore, score: textScore + prior };
  });
}

function meanLength(quotables: readonly QuotablePassage[]): number {
  const lengths = quotables.flatMap(({ units }) => units.map(({ sequence }) => sequence.length));
  return Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
}

/** The first of the highest. */
function highest<Item>(items: readonly Item[], worthOf: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>(
    (best, item) => (best === undefined || worthOf(item) > worthOf(best) ? item : best),
    undefined,
  );
}
