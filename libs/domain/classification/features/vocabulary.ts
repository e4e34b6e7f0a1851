/**
 * The features that a classifier knows, as 32-bit hashes with the number of examples that have them, and a table to
 * find them by hash. Hashes in place of strings: a sixth of the bytes; of 150,000 features about three share a hash
 * with another. The most frequent come first, so that what most texts touch lies together in memory.
 */
import type { TextHashes } from './text-features';

export interface SparseVector {
  /** Indexes of features, each once. */
  ids: Int32Array;
  values: Float32Array;
}

/** Of the length of the words. */
const MEANING_SHARE = 0.8;

export class Vocabulary {
  /** The square root of the inverse document frequency. */
  private readonly weights: Float32Array;
  /** A feature that is not known still lengthens a vector, so that a text of unknown words lies near no intent. */
  private readonly unknownWeight: number;
  /** Of the block that is being read; zero in between. */
  private readonly occurrences: Uint32Array;
  private readonly table: Int32Array;
  private readonly mask: number;

  /**
   * @param hashes each once
   * @param frequencies in how many of the examples a feature occurs, at least 1, descending
   */
  constructor(
    readonly hashes: Uint32Array,
    readonly frequencies: Uint32Array,
    readonly examples: number,
  ) {
    this.weights = Float32Array.from(frequencies, (frequency) => weightOf(frequency, examples));
    this.unknownWeight = weightOf(1, examples);
    this.occurrences = new Uint32Array(hashes.length);
    const capacity = tableSize(hashes.length);
    this.mask = capacity - 1;
    this.table = new Int32Array(capacity).fill(-1);
    for (let id = 0; id < hashes.length; id++) this.table[this.slotOf(hashes[id]!)] = id;
  }

  get size(): number {
    return this.hashes.length;
  }

  get byteLength(): number {
    return 4 * this.hashes.byteLength + this.table.byteLength;
  }

  /** What a feature must reach to be known. */
  get leastFrequency(): number {
    return this.frequencies.at(-1) ?? 1;
  }

  /** -1 when the feature is not known. */
  idOf(hash: number): number {
    return this.table[this.slotOf(hash)]!;
  }

  /** 1 for a text without words. */
  unknownShare({ words }: TextHashes): number {
    if (words.length === 0) return 1;
    return words.reduce((unknown, word) => unknown + (this.idOf(word) < 0 ? 1 : 0), 0) / words.length;
  }

  /** Words and pieces have the same length, meanings a little less; together they have the length 1. */
  vectorOf({ wordFeatures, pieceFeatures, meaningFeatures }: TextHashes): SparseVector {
    const ids: number[] = [];
    const values: number[] = [];
    const blocks = [
      { features: wordFeatures, share: 1 },
      { features: pieceFeatures, share: 1 },
      { features: meaningFeatures, share: MEANING_SHARE },
    ].map(({ features, share }) => {
      const start = ids.length;
      const length = this.addBlock(features, ids, values);
      return { start, end: ids.length, length, share: length > 0 ? share : 0 };
    });
    const total = Math.sqrt(blocks.reduce((sum, { share }) => sum + share * share, 0));
    for (const { start, end, length, share } of blocks) {
      for (let at = start; at < end; at++) values[at]! *= share / (length * total);
    }
    return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
  }

  /** Returns the length of the block. */
  private addBlock(features: readonly number[], ids: number[], values: number[]): number {
    const first = ids.length;
    let squares = 0;
    for (const hash of features) {
      const id = this.idOf(hash);
      if (id < 0) squares += this.unknownWeight * this.unknownWeight;
      else if (this.occurrences[id]!++ === 0) ids.push(id);
    }
    for (let at = first; at < ids.length; at++) {
      const id = ids[at]!;
      const value = this.weights[id]! * (1 + Math.log(this.occurrences[id]!));
      this.occurrences[id] = 0;
      squares += value * value;
      values.push(value);
    }
    return Math.sqrt(squares);
  }

  private slotOf(hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const id = this.table[slot]!;
      if (id < 0 || this.hashes[id] === hash) return slot;
      slot = (slot + 1) & this.mask;
    }
  }
}

function weightOf(frequency: number, examples: number): number {
  return Math.sqrt(Math.log(1 + examples / frequency));
}

/** A power of two, at most half full. */
function tableSize(entries: number): number {
  let capacity = 16;
  while (capacity < 2 * entries) capacity *= 2;
  return capacity;
}
