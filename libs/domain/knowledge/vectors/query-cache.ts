/** Vectors of the queries that were asked last: a turn asks one query several times, and people ask the same ones. */
const MAX_QUERIES = 1_000;

export interface QueryVector {
  /** As pgvector reads it. */
  literal: string;
  dimensions: number;
}

export class QueryCache {
  private readonly vectors = new Map<string, QueryVector>();

  get(space: string, text: string): QueryVector | undefined {
    const key = keyOf(space, text);
    const vector = this.vectors.get(key);
    if (vector === undefined) return undefined;
    this.vectors.delete(key);
    this.vectors.set(key, vector);
    return vector;
  }

  set(space: string, text: string, vector: QueryVector): void {
    this.vectors.set(keyOf(space, text), vector);
    if (this.vectors.size <= MAX_QUERIES) return;
    for (const oldest of this.vectors.keys()) {
      this.vectors.delete(oldest);
      return;
    }
  }
}

function keyOf(space: string, text: string): string {
  return `${space}\n${text}`;
}
