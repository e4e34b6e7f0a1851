import { v7 } from 'uuid';

/** A new primary key: UUIDv7, so that rows made later sort later (RFC 9562 §5.7). */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A UUID as other programs are shown it: `conv_0193…`, a prefix that names the kind, and its 32 hexadecimal digits. */
export function prefixedId(prefix: string, id: string): string {
  return `${prefix}_${id.replaceAll('-', '')}`;
}
