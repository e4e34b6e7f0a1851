import { isIP } from 'node:net';
import type { FoundSpan } from './found-span';

const IPV4 = /(?<![\p{L}\p{N}.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/gu;
/** As long as the longest, with an IPv4 address at its end (RFC 4291 §2.2). */
const IPV6 = /(?<![\p{L}\p{N}:.])[\da-f]{0,4}:[\da-f:.]{1,43}(?![\p{L}\p{N}:])/giu;
/** Times of day and `a::b` of programs are no addresses of anybody. */
const MIN_IPV6_DIGITS = 4;

export function findIpAddresses(text: string): FoundSpan[] {
  return [...spansOf(text, IPV4, (found) => isIP(found) === 4), ...spansOf(text, IPV6, isIpv6)];
}

function isIpv6(text: string): boolean {
  return isIP(text) === 6 && text.replace(/[^\da-f]/gi, '').length >= MIN_IPV6_DIGITS;
}

function spansOf(text: string, candidates: RegExp, isAddress: (candidate: string) => boolean): FoundSpan[] {
  return [...text.matchAll(candidates)].flatMap(({ 0: found, index }) => {
    // The full stop of the sentence.
    const candidate = found.replace(/[.:]$/, '');
    return isAddress(candidate) ? [{ start: index, end: index + candidate.length }] : [];
  });
}
