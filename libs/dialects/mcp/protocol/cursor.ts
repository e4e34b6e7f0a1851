/** Where a listing goes on: opaque to clients. */
export interface Cursor {
  /** Of what is listed. */
  list: string;
  /** The last one that was told; absent at the beginning of a list. */
  key?: string;
}

/** @example `documents` or `documents:0190…`, in base64url */
export function encodeCursor({ list, key }: Cursor): string {
  return Buffer.from(key === undefined ? list : `${list}:${key}`).toString('base64url');
}

/** Undefined when it is none of ours. */
export function decodeCursor(text: string): Cursor | undefined {
  const match = /^([a-z]+)(?::([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/.exec(
    Buffer.from(text, 'base64url').toString('utf8'),
  );
  if (!match?.[1]) return undefined;
  return match[2] === undefined ? { list: match[1] } : { list: match[1], key: match[2] };
}
