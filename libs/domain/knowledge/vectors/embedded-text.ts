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

/** As pgvector reads it. */
export function vectorLiteral(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => Number(value.toPrecision(DIGITS))).join(',')}]`;
}
