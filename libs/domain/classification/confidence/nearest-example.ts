import type { LanguageCode } from '#domain/language';
import { SparseRows } from '../features/sparse-rows';
import { hashText } from '../features/text-features';
import type { SparseVector, Vocabulary } from '../features/vocabulary';

/** Cosines of one text to many; vectors have the length 1 or less. */
export class CosineProbe {
  private readonly values: Float32Array;

  constructor(features: number) {
    this.values = new Float32Array(features);
  }

  /** 0 when there is no candidate. */
  nearest(ids: Int32Array, values: Float32Array, rows: SparseRows, candidates: Iterable<number>): number {
    ids.forEach((id, at) => {
      this.values[id] = values[at]!;
    });
    let nearest = 0;
    for (const row of candidates) nearest = Math.max(nearest, rows.dot(this.values, row));
    for (const id of ids) this.values[id] = 0;
    return Math.min(1, nearest);
  }
}

/** The examples that a classifier carries, read ahead or when their intent is first predicted. */
export class NearestExamples {
  private readonly read = new Map<number, SparseRows>();
  private readonly probe: CosineProbe;

  /** @param texts folded, by intent */
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly texts: readonly (readonly string[])[],
    private readonly language: LanguageCode | undefined,
  ) {
    this.probe = new CosineProbe(vocabulary.size);
  }

  /** When all examples have been read: strings of two bytes a character, and about four features a character. */
  get byteLength(): number {
    const characters = this.texts.flat().reduce((sum, text) => sum + text.length, 0);
    return characters * (2 + 4 * 8);
  }

  /** Reads the examples of all intents, one intent a step. */
  *readAhead(): Generator<void> {
    for (const intent of this.texts.keys()) {
      this.rowsOf(intent);
      yield;
    }
  }

  cosine(intent: number, { ids, values }: SparseVector): number {
    const rows = this.rowsOf(intent);
    return this.probe.nearest(ids, values, rows, rows.squares.keys());
  }

  private rowsOf(intent: number): SparseRows {
    const known = this.read.get(intent);
    if (known !== undefined) return known;
    const vectors = (this.texts[intent] ?? []).map((text) =>
      this.vocabulary.vectorOf(hashText(text, { language: this.language })),
    );
    const rows = new SparseRows(this.vocabulary.size, vectors);
    this.read.set(intent, rows);
    return rows;
  }
}
