/**
 * Two channels -> one probability that a passage answers a query. Each gives a calibrated probability by itself; in log odds
 *
 *     fused = max(vector + 0.5 * max(lexical, -1), lexical - 2.5)
 *
 * The vector leads, because it sees what the words mean. Words can add much (an exact hit is hardly ever wrong) but take
 * away little: that a paraphrase shares none with its passage says next to nothing, so their odds count for no less than
 * -1 (a probability of .27). What words are all but sure of, as an order number or a name that the model has never seen, a vector
 * can make doubtful, but not more than that. Hence
 * - a paraphrase without common words, at .85 by its vector, is at .77;
 * - an accidental overlap of words, at .6, with a far vector, at .2, is at .23;
 * - an exact hit, at .95, with a middling vector, at .5, is at .81;
 * - a certain hit, at .99, with a vector that sees nothing, at .01, is at .89.
 */
const LEXICAL_SHARE = 0.5;
const LEAST_LEXICAL = -1;
const MOST_TAKEN_AWAY = 2.5;
/** No probability is certain: the odds stay finite. */
const MARGIN = 1e-6;

/** What each channel counts for in log odds, when both take part. */
export const fusionShares = { words: LEXICAL_SHARE, vectors: 1 } as const;

/**
 * @param lexical of words alone; 0 when query and passage share none
 * @param vector undefined when no vector says anything
 */
export function fusedProbability(lexical: number, vector: number | undefined): number {
  if (vector === undefined) return lexical;
  const words = logOdds(lexical);
  const both = logOdds(vector) + LEXICAL_SHARE * Math.max(LEAST_LEXICAL, words);
  return probabilityOf(Math.max(both, words - MOST_TAKEN_AWAY));
}

function logOdds(probability: number): number {
  const bounded = Math.min(1 - MARGIN, Math.max(MARGIN, probability));
  return Math.log(bounded / (1 - bounded));
}

function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
