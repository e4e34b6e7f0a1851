import type { FoundSpan } from './found-span';

/** RFC 5321 §4.5.3.1. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;
const LOCAL_CHARACTER = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN_CHARACTER = /[\p{L}\p{N}.-]/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,63}/u;

/** From each @ as far to both sides as an address can be: what has none costs nothing. */
export function findEmails(text: string): FoundSpan[] {
  const found: FoundSpan[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = localStart(text, at);
    const domain = DOMAIN.exec(text.slice(at + 1, domainEnd(text, at + 1)))?.[0];
    if (start < at && domain !== undefined) found.push({ start, end: at + 1 + domain.length });
  }
  return found;
}

function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_LOCAL && LOCAL_CHARACTER.test(text[start - 1]!)) start -= 1;
  return start;
}

function domainEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < MAX_DOMAIN && DOMAIN_CHARACTER.test(text[end]!)) end += 1;
  return end;
}
