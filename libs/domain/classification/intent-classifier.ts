/** A trained classifier: reads a text in well under a millisecond, keeps nothing of it. */
import { type ClassifierParts, readArtefact } from './artefact/artefact';
import { OUT_OF_SCOPE, type Prediction } from './classifier.types';
import { scopeProbability } from './confidence/confidence';
import { probabilitiesOf, type Votes } from './confidence/intent-probability';
import { NearestExamples } from './confidence/nearest-example';
import { opinionOf } from './confidence/opinion';
import { foldText, hashText } from './features/text-features';
import type { SparseVector } from './features/vocabulary';
import { WordSpelling } from './features/word-spelling';
import { marginsOf, weightBytes } from './machines/packed-weights';
import { logitsOf, networkBytes } from './network/packed-network';

const RANKED = 5;
const NO_LOGITS = new Float32Array(0);

export class IntentClassifier {
  /** What it holds in memory, about. */
  readonly byteLength: number;
  private readonly nearest: NearestExamples;
  private readonly spelling: WordSpelling;

  private constructor(private readonly parts: ClassifierParts) {
    this.nearest = new NearestExamples(parts.vocabulary, parts.nearestTexts, parts.language);
    this.spelling = new WordSpelling(parts.spelledWords, parts.language);
    const networkLength = parts.network === undefined ? 0 : networkBytes(parts.network);
    this.byteLength =
      parts.vocabulary.byteLength +
      weightBytes(parts.weights) +
      networkLength +
      this.nearest.byteLength +
      this.spelling.byteLength;
  }

  /** @throws BrokenArtefactError of anything that `trainClassifier` of this version did not make */
  static load(artefact: Uint8Array): IntentClassifier {
    return new IntentClassifier(readArtefact(artefact));
  }

  /**
   * What the first predictions would do else, in steps of a millisecond or so: the examples of an intent have to be read before it
   * is first predicted, and words to be stemmed.
   */
  warmUp(): Generator<void> {
    return this.nearest.readAhead();
  }

  predict(text: string): Prediction {
    const { intents, language, vocabulary, confidence, threshold, maxTextLength } = this.parts;
    if (intents.length === 0) return { intent: OUT_OF_SCOPE, confidence: 0, inScope: false, ranking: [] };
    const hashes = hashText(foldText(text, maxTextLength), { language, spelling: this.spelling });
    const vector = vocabulary.vectorOf(hashes);
    const { predicted, scores, ...standing } = opinionOf(confidence.blend, this.votesOn(vector));
    const nearest = this.nearest.cosine(predicted, vector);
    const unknownShare = vocabulary.unknownShare(hashes);
    const scope = scopeProbability(confidence, { ...standing, nearest, unknownShare });
    const probabilities = probabilitiesOf(scores);
    const ranking = bestOf(scores).map((index) => ({
      intent: intents[index]!,
      confidence: scope * probabilities[index]!,
    }));
    return { ...ranking[0]!, inScope: scope >= threshold, ranking };
  }

  private votesOn(vector: SparseVector): Votes {
    const { weights, network } = this.parts;
    const logits = network === undefined ? NO_LOGITS : logitsOf(network, vector.ids, vector.values);
    return { margins: marginsOf(weights, vector), logits };
  }
}

/** Indexes of the highest scores, best first; of equals the first by name. */
function bestOf(scores: Float64Array): number[] {
  const order: number[] = [];
  for (let index = 0; index < scores.length; index++) {
    if (order.length === RANKED && scores[index]! <= scores[order[RANKED - 1]!]!) continue;
    let place = Math.min(order.length, RANKED - 1);
    for (; place > 0 && scores[order[place - 1]!]! < scores[index]!; place--) order[place] = order[place - 1]!;
    order[place] = index;
  }
  return order;
}
