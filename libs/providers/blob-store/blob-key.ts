/**
 * Keys name blobs within all kinds of stores, folders of the machine included, so that whatever is not plainly harmless
 * is refused: `<team id>/<kind>/<id>`, parts that neither begin nor end with a dot (`..`, hidden files, what Windows cuts
 * off), nothing that needs an escape in a URL, in XML or in a shell. Adapters may use all other characters for
 * themselves, and rely on two keys never being one file.
 */
import { blobStoreErrors } from './blob-store.errors';

const PART = /^[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/;
/** With what adapters add it stays below the 255 bytes that file systems grant a name. */
const MAX_PART_LENGTH = 128;
/** S3 takes 1,024 bytes; the rest is for the operator's own prefix. */
const MAX_KEY_LENGTH = 512;
const MAX_PARTS = 8;

/** @throws AppError `blob_store.key_invalid` */
export function checkKey(key: string): void {
  checkParts(key, 2);
}

/**
 * A prefix is the beginning of keys up to a slash, given without that slash: `<team id>` or `<team id>/<kind>`. It is
 * never empty, because that would be everything.
 *
 * @throws AppError `blob_store.key_invalid`
 */
export function checkPrefix(prefix: string): void {
  checkParts(prefix, 1);
}

function checkParts(text: string, minParts: number): void {
  // Length first: nobody splits a text of any size.
  if (typeof text !== 'string' || text.length > MAX_KEY_LENGTH) throw blobStoreErrors.key_invalid();
  const parts = text.split('/');
  const isRight = parts.length >= minParts && parts.length <= MAX_PARTS && parts.every(isPart);
  if (!isRight) throw blobStoreErrors.key_invalid();
}

function isPart(part: string): boolean {
  return part.length <= MAX_PART_LENGTH && PART.test(part) && !part.includes('..');
}
