/** What an embedding model reads of a passage, and how its vectors travel into the database. */
import { createHash } from 'node:crypto';
import type { NewPassage } from '../knowledge.types';

/** Single precision has some seven digits; five keep cosines exact to 0.0001 and make a third less to parse. */
const DIGITS = 5;

export function embeddedText({ title, section, body }: Pick<NewPassage, 'title' | 'section' | 'body'>): string {
  return [title, section, body].filter(Boolean).join('\n');
}

export function textHash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** One vector as pgvector reads it. */
export function vectorLiteral(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => Number(value.toPrecision(DIGITS))).join(',')}]`;
}

/** Array of `real` (PostgreSQL's array_send): dimensions, no nulls, type, length, first index; then length and value of each. */
const REAL_OID = 700;
const ARRAY_HEADER_BYTES = 20;
const REAL_BYTES = 4;

/**
 * Many vectors of equal length, one after another, as a `real[]`: a buffer travels in binary, which costs a hundredth of writing
 * and reading decimals.
 */
export function packedVectors(vectors: readonly Float32Array[]): Buffer {
  const values = vectors.reduce((sum, { length }) => sum + length, 0);
  const packed = Buffer.allocUnsafe(ARRAY_HEADER_BYTES + values * 2 * REAL_BYTES);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  for (const [at, field] of [1, 0, REAL_OID, values, 1].entries()) view.setInt32(at * REAL_BYTES, field);
  let at = ARRAY_HEADER_BYTES;
  for (const vector of vectors) {
    for (let i = 0; i < vector.length; i++, at += 2 * REAL_BYTES) {
      view.setInt32(at, REAL_BYTES);
      view.setFloat32(at + REAL_BYTES, vector[i] as number);
    }
  }
  return packed;
}
