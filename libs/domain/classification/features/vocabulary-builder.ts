import type { TextHashes } from './text-features';
import { Vocabulary } from './vocabulary';

/** Features that only one example has teach a large training next to nothing and are half of all. */
const EXAMPLES_FOR_PRUNING = 2_000;
const TEXTS_PER_STEP = 500;
/** Bounds the artefact: six bytes a feature and the weights on top. */
const MAX_FEATURES = 400_000;

export function buildVocabulary(texts: readonly TextHashes[], onStep: (share: number) => void): Vocabulary {
  const counts = new Map<number, number>();
  texts.forEach(({ wordFeatures, pieceFeatures, meaningFeatures }, at) => {
    if (at % TEXTS_PER_STEP === 0) onStep(at / texts.length);
    for (const hash of new Set(wordFeatures.concat(pieceFeatures, meaningFeatures)))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  });
  const least = texts.length < EXAMPLES_FOR_PRUNING ? 1 : 2;
  const kept = [...counts]
    .filter(([, count]) => count >= least)
    .sort(([hash, count], [otherHash, otherCount]) => otherCount - count || hash - otherHash)
    .slice(0, MAX_FEATURES);
  return new Vocabulary(
    Uint32Array.from(kept, ([hash]) => hash),
    Uint32Array.from(kept, ([, count]) => count),
    texts.length,
  );
}
