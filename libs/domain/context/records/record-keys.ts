import { createHash } from 'node:crypto';
import { foldText } from '#domain/language';

/** An index of PostgreSQL takes 2,704 bytes; this leaves room for the other columns, whatever the script. */
const MAX_KEY_LENGTH = 200;

/** What makes two values or names the same: case, accents and spaces do not count. */
export function recordKey(text: string): string {
  const folded = foldText(text).replace(/\s+/g, ' ').trim();
  return folded.length <= MAX_KEY_LENGTH ? folded : createHash('sha256').update(folded).digest('hex');
}
