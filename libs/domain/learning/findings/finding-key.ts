import { createHash } from 'node:crypto';
import { foldText } from '#domain/language';

/** Short, whatever the length of what is said. */
const KEY_CHARS = 32;

/** Of one kind of finding and the words that make it. Case, marks and punctuation make no other words. */
export function findingKey(kind: string, ...words: readonly string[]): string {
  const said = words.map(plainWords).join('\n');
  return `${kind}:${createHash('sha256').update(said).digest('hex').slice(0, KEY_CHARS)}`;
}

/** Texts that differ in case, marks and punctuation alone are equal; a text of nothing but signs stays itself. */
export function plainWords(text: string): string {
  const plain = foldText(text)
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain || text.trim();
}
