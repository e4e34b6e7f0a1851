import { isUuid, prefixedId } from '#kernel';
import type { IdCodec } from './dialect';

const KEY = /^[0-9a-f]{32}$/;

/**
 * Ids of the form `conv_0193…`: a prefix for each kind, and the 32 hexadecimal digits of the primary key. A kind without a
 * prefix has no ids.
 */
export function prefixedIds(prefixes: Readonly<Record<string, string>>): IdCodec {
  return {
    encode: (kind, id) => prefixedId(prefixOf(prefixes, kind), id),
    decode: (kind, text) => {
      const start = `${prefixOf(prefixes, kind)}_`;
      const key = text.slice(start.length);
      return text.startsWith(start) && KEY.test(key) ? dashed(key) : undefined;
    },
  };
}

function prefixOf(prefixes: Readonly<Record<string, string>>, kind: string): string {
  const prefix = prefixes[kind];
  if (prefix === undefined) throw new Error(`Ids of the kind ${kind} have no prefix.`);
  return prefix;
}

function dashed(key: string): string | undefined {
  const id = key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isUuid(id) ? id : undefined;
}
