/**
 * The features that the questions of a base have, with what each is worth there: its inverse frequency among the questions
 * and some imaginary ones of ordinary words, so that a base of three questions does not take "password" for a common word.
 */
import type { SimilarWord } from './question-features';
import { type Feature, type FeatureKind, featureKinds } from './question-features';

export interface SparseVector {
  /** Indexes in the table. */
  ids: number[];
  values: number[];
}

/** Imaginary questions of ordinary words. */
const priorQuestions = 20;
/** Kinds that are brought to one length together: words with stop words, pairs, neighbours, pieces. */
const blockOfKind = [0, 0, 1, 2, 3] as const;
const blockWeights = [1, 1, 0.3, 1] as const;
const stopWordShare = 0.6;
/** Of what a synonym is worth beside the word that was said. */
const similarShare = 0.5;

/** @param having questions that have the feature, of `questions` */
export function worthOf(questions: number, having: number, rate: number): number {
  const expected = priorQuestions * rate;
  return Math.log1p((questions + priorQuestions - having - expected + 0.5) / (having + expected + 0.5));
}

export class FeatureTable {
  /**
   * @param hashes ascending, each once
   * @param worths of each
   */
  constructor(
    readonly hashes: Uint32Array,
    readonly worths: Float32Array,
    readonly questions: number,
  ) {}

  get size(): number {
    return this.hashes.length;
  }

  get byteLength(): number {
    return this.hashes.byteLength + this.worths.byteLength;
  }

  /** -1 when no question has it. */
  idOf(hash: number): number {
    let low = 0;
    let high = this.hashes.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.hashes[middle]!;
      if (found === hash) return middle;
      if (found < hash) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  worth(hash: number, rate: number): number {
    const id = this.idOf(hash);
    return id < 0 ? worthOf(this.questions, 0, rate) : this.worths[id]!;
  }

  /** Of the length 1, or less where features are unknown; similar words come on top. */
  vectorOf(features: readonly Feature[], similar: readonly SimilarWord[] = []): SparseVector {
    const ids = features.map(({ hash }) => this.idOf(hash));
    const squares = [0, 0, 0, 0];
    const raw = features.map(({ kind, count, rate }, at) => {
      const worth = ids[at]! < 0 ? worthOf(this.questions, 0, rate) : this.worths[ids[at]!]!;
      const value = worth * (1 + Math.log(count)) * (kind === featureKinds.stopWord ? stopWordShare : 1);
      squares[blockOfKind[kind]]! += value * value;
      return value;
    });
    const blocks = blockWeights.map((weight, block) => (squares[block]! > 0 ? weight / Math.sqrt(squares[block]!) : 0));
    const length = Math.sqrt(blocks.reduce((sum, scale, block) => sum + scale * scale * squares[block]!, 0)) || 1;
    const scaleOf = (kind: FeatureKind) => blocks[blockOfKind[kind]]! / length;
    const vector: SparseVector = { ids: [], values: [] };
    features.forEach(({ kind }, at) => {
      if (ids[at]! >= 0) push(vector, ids[at]!, raw[at]! * scaleOf(kind));
    });
    const said = new Set(vector.ids);
    for (const { hash, weight } of similar) {
      const id = this.idOf(hash);
      if (id >= 0 && !said.has(id)) {
        push(vector, id, similarShare * weight * this.worths[id]! * scaleOf(featureKinds.word));
      }
    }
    return vector;
  }
}

/** What a similar word counts for beside the one that was said. */
export function similarWeight({ weight }: SimilarWord): number {
  return similarShare * weight;
}

function push({ ids, values }: SparseVector, id: number, value: number): void {
  ids.push(id);
  values.push(value);
}
