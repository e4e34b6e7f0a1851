/**
 * How common a word is in general. Frequencies counted in a base of three passages say nothing, so every base is mixed with
 * `priorPassages` imaginary passages of ordinary text. In a base of thousands they vanish.
 */
import { analyzerFor, hashTerm } from '#domain/language';
import { commonStems } from './background-rates';
import { queryFillers } from './query-fillers';

/** Passages that the background counts for. */
export const priorPassages = 150;
/** Share of passages that hold a word which is not in the table. */
const rareRate = 0.002;
/** "please", "want", "know": said in questions of any content. */
const fillerRate = 0.5;

let rates: Map<number, number> | undefined;

/** The share of ordinary passages, or questions if that is higher, that hold the term. */
export function backgroundRate(term: number): number {
  rates ??= loadRates();
  return rates.get(term) ?? rareRate;
}

function loadRates(): Map<number, number> {
  const loaded = new Map<number, number>();
  const raise = (term: number, rate: number) => loaded.set(term, Math.max(rate, loaded.get(term) ?? 0));
  for (const entry of commonStems.trim().split(/\s+/)) {
    const [stem = '', perMille = '0'] = entry.split(':');
    raise(hashTerm(stem), Number(perMille) / 1_000);
  }
  for (const [language, words] of queryFillers) {
    for (const word of words) raise(hashTerm(analyzerFor(language).stemOf(word)), fillerRate);
  }
  return loaded;
}
