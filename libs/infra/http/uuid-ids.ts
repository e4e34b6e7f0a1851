import { isUuid } from '#kernel';
import type { IdCodec } from './dialect';

/** Primary keys as they are. */
export const UUID_IDS: IdCodec = {
  encode: (_kind, id) => id,
  decode: (_kind, text) => (isUuid(text) ? text.toLowerCase() : undefined),
};
