/** A trained classifier: reads a text in well under a millisecond, keeps nothing of it. */
import { type ClassifierParts, readArtefact } from './artefact';
import { OUT_OF_SCOPE, type Prediction } from './classifier.types';
import { intentProbabilities, type ScopeSigns, scopeProbability } from './confidence';
import { NearestExamples } from './nearest-example';
import { marginsOf, weightBytes } from './packed-weights';
import { foldText, hashText } from './text-features';

const RANKED = 5;

export class IntentClassifier {
  /** What it holds in memory, about. */
  readonly byteLength: number;
  private readonly nearest: NearestExamples;

  private constructor(private readonly parts: ClassifierParts) {
    this.nearest = new NearestExamples(parts.vocabulary, parts.nearestTexts);
    this.byteLength = parts.vocabulary.byteLength + weightBytes(parts.weights) + this.nearest.byteLength;
  }

  /** @throws BrokenArtefactError of anything that `trainClassifier` of this version did not make */
  static load(artefact: Uint8Array): IntentClassifier {
    return new IntentClassifier(readArtefact(artefact));
  }

  predict(text: string): Prediction {
    const { intents, vocabulary, weights, confidence, threshold, maxTextLength } = this.parts;
    if (intents.length === 0) return { intent: OUT_OF_SCOPE, confidence: 0, inScope: false, ranking: [] };
    const hashes = hashText(foldText(text, maxTextLength));
    const vector = vocabulary.vectorOf(hashes);
    const margins = marginsOf(weights, vector);
    const order = bestOf(margins);
    const best = order[0]!;
    const signs: ScopeSigns = {
      ...standing(margins, order),
      nearest: this.nearest.cosine(best, vector),
      unknownShare: vocabulary.unknownShare(hashes),
    };
    const scope = scopeProbability(confidence, signs);
    const probabilities = intentProbabilities(margins, confidence.sharpness);
    const ranking = order.map((index) => ({ intent: intents[index]!, confidence: scope * probabilities[index]! }));
    return { ...ranking[0]!, inScope: scope >= threshold, ranking };
  }
}

function standing(margins: Float32Array, [best, second]: readonly number[]): Pick<ScopeSigns, 'margin' | 'lead'> {
  const margin = margins[best!]!;
  return { margin, lead: second === undefined ? margin : margin - margins[second]! };
}

/** Indexes of the highest margins, best first; of equals the first by name. */
function bestOf(margins: Float32Array): number[] {
  const order: number[] = [];
  for (let index = 0; index < margins.length; index++) {
    if (order.length === RANKED && margins[index]! <= margins[order[RANKED - 1]!]!) continue;
    let place = Math.min(order.length, RANKED - 1);
    for (; place > 0 && margins[order[place - 1]!]! < margins[index]!; place--) order[place] = order[place - 1]!;
    order[place] = index;
  }
  return order;
}
