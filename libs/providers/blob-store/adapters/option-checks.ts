import { type ByteRange, UNKNOWN_MEDIA_TYPE } from '../blob-store.contract';
import { blobStoreErrors } from '../blob-store.errors';

/** RFC 6838 §4.2 grants 127 characters on either side of the slash; parameters are seldom longer. */
const MEDIA_TYPE = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/** It becomes a header line: no control characters, no blank at either end. @throws AppError `blob_store.media_type_invalid` */
export function checkedMediaType(mediaType: string = UNKNOWN_MEDIA_TYPE): string {
  if (!MEDIA_TYPE.test(mediaType)) throw blobStoreErrors.media_type_invalid();
  return mediaType;
}

/** @throws AppError `blob_store.range_invalid` for what no blob has */
export function checkRange(range: ByteRange | undefined): void {
  if (range === undefined) return;
  const { start, end = start } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw blobStoreErrors.range_invalid();
  }
}
