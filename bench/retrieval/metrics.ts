/** Measures of rankings and of probabilities. */
import type { BenchQuery } from './datasets';

export interface RankingQuality {
  recallAt1: number;
  recallAt5: number;
  ndcgAt10: number;
}

/** Recall is the share of relevant passages among the first k; nDCG uses gains of 2^grade - 1. */
export function rankingQuality(
  queries: readonly BenchQuery[],
  rankings: readonly (readonly string[])[],
): RankingQuality {
  const sums = { recallAt1: 0, recallAt5: 0, ndcgAt10: 0 };
  queries.forEach(({ grades }, i) => {
    const ranking = rankings[i] ?? [];
    const found = (k: number) => ranking.slice(0, k).filter((id) => grades.has(id)).length / grades.size;
    sums.recallAt1 += found(1);
    sums.recallAt5 += found(5);
    const ideal = [...grades.values()].sort((a, b) => b - a);
    sums.ndcgAt10 += gain(ranking.map((id) => grades.get(id) ?? 0)) / gain(ideal);
  });
  const n = Math.max(1, queries.length);
  return { recallAt1: sums.recallAt1 / n, recallAt5: sums.recallAt5 / n, ndcgAt10: sums.ndcgAt10 / n };
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}

/** The chance that a random positive lies above a random negative. */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    for (let i = from; i < to; i++) if (all[i]?.positive) rankSum += (from + to + 1) / 2;
    from = to;
  }
  const n = positives.length;
  return (rankSum - (n * (n + 1)) / 2) / (n * negatives.length);
}

/** The share of negatives below the threshold that loses only `falseRate` of the positives. */
export function refusedAt(positives: readonly number[], negatives: readonly number[], falseRate: number): number {
  const threshold = [...positives].sort((a, b) => a - b)[Math.floor(falseRate * positives.length)] ?? 0;
  return negatives.filter((value) => value < threshold).length / Math.max(1, negatives.length);
}

export interface Prediction {
  probability: number;
  isRight: boolean;
}

/** Expected calibration error over ten equal bins. */
export function calibrationError(predictions: readonly Prediction[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inBin = predictions.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin);
    const difference = inBin.reduce((sum, { probability, isRight }) => sum + probability - (isRight ? 1 : 0), 0);
    error += Math.abs(difference) / Math.max(1, predictions.length);
  }
  return error;
}
