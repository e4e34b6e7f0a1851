/** E-mail addresses and web addresses. */
import type { FoundEntity } from '../turns/turn-context.types';

/** RFC 5321 §4.5.3.1. */
const MAX_LOCAL_LENGTH = 64;
const MAX_DOMAIN_LENGTH = 253;
const LOCAL = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
const WHOLE_DOMAIN =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)*\.\p{L}{2,63}$/u;
const URLS = /\b(?:https?:\/\/|www\.)[^\s<>"`{}|\\^]{2,2000}/giu;
const BEHIND_URL = /[.,;:!?'’”»]/;

/** From each at sign to both sides, which is bounded; a pattern over the whole text would not be. */
export function emails(text: string): FoundEntity[] {
  const found: FoundEntity[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_LOCAL_LENGTH && LOCAL.test(text[start - 1]!)) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= MAX_DOMAIN_LENGTH && DOMAIN.test(text[end]!)) end += 1;
    while (end > at && /[.-]/.test(text[end - 1]!)) end -= 1;
    while (start < at && /[.'+-]/.test(text[start]!)) start += 1;
    const domain = text.slice(at + 1, end);
    if (start === at || !WHOLE_DOMAIN.test(domain)) continue;
    const said = text.slice(start, end);
    const value = `${text.slice(start, at)}@${domain.toLowerCase()}`;
    found.push({ type: 'email', value, text: said, start, end, confidence: 0.99 });
  }
  return found;
}

export function urls(text: string): FoundEntity[] {
  return [...text.matchAll(URLS)].flatMap(({ 0: match, index }) => {
    const said = trimmed(match);
    const value = normalised(said);
    return value === undefined
      ? []
      : [{ type: 'url', value, text: said, start: index, end: index + said.length, confidence: 0.98 }];
  });
}

/** Without what ends the sentence, and without a bracket that was opened before the address. */
function trimmed(match: string): string {
  let end = match.length;
  let open = 0;
  for (const character of match) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  for (; end > 0; end -= 1) {
    const last = match[end - 1]!;
    if (last === ')' && open < 0) open += 1;
    else if (!BEHIND_URL.test(last)) break;
  }
  return match.slice(0, end);
}

function normalised(said: string): string | undefined {
  const url = URL.parse(/^https?:/i.test(said) ? said : `https://${said}`);
  return url?.hostname.includes('.') ? url.href : undefined;
}
