/** The rows that hold the words of a segment as text, by which misspelt words are corrected. */
import { ByteWriter } from './byte-writer';
import { bucketsFor, keyOfVocabulary, type SegmentRow } from './segment-format';

/** About the bytes of an entry. */
const entryBytes = 7;

/** In the order of their keys. */
export function vocabularyRows(words: ReadonlySet<string>): { rows: SegmentRow[]; bucketCount: number } {
  if (words.size === 0) return { rows: [], bucketCount: 0 };
  const bucketCount = bucketsFor(words.size * entryBytes);
  const buckets = new Map<number, string[]>();
  for (const word of words) {
    const key = keyOfVocabulary(word.charCodeAt(0), word.length, bucketCount);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [word]);
    else bucket.push(word);
  }
  const byKey = [...buckets].sort((a, b) => a[0] - b[0]);
  return { rows: byKey.map(([key, bucket]) => ({ key, data: entriesOf(bucket.sort()) })), bucketCount };
}

/** `words` sorted and distinct, so that neighbours share their beginnings. */
function entriesOf(words: readonly string[]): Buffer {
  const writer = new ByteWriter(words.length * (entryBytes + 2));
  let last = '';
  for (const word of words) {
    const kept = sharedLength(word, last);
    const rest = word.slice(kept);
    writer.byte(kept);
    writer.byte(Buffer.byteLength(rest, 'utf8'));
    writer.utf8(rest);
    last = word;
  }
  return writer.toBuffer();
}

function sharedLength(word: string, other: string): number {
  let shared = 0;
  while (shared < word.length && word.charCodeAt(shared) === other.charCodeAt(shared)) shared++;
  return shared;
}
