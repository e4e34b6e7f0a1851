/**
 * A text in parts that a platform takes: cut at the end of a paragraph, else of a line, else of a sentence, else of a word; a
 * word that alone is too long is cut between letters as people see them. Blanks at the cuts are left out and nothing else.
 */
import { type RichText, type Span, sliceOf } from './rich-text';

export interface PartLimit {
  maxChars: number;
  /** What counts against it, in UTF-16 code units; never less than the text itself. */
  measure: (part: RichText) => number;
}

/** A cut is taken only when at least this share of what would fit comes before it. */
const LEAST_SHARE = 0.25;
const SENTENCE_END = /[.!?…]["'”’»)\]]*(?=\s)|[。！？]["'”’」』]*/g;
/** Around the cut in a text without blanks; no word and no letter is longer. */
const CONTEXT_CHARS = 64;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export function splitText(rich: RichText, limit: PartLimit): RichText[] {
  const parts: RichText[] = [];
  const fences = rich.spans.filter(({ kind }) => kind === 'pre');
  let rest = rich.spans;
  let start = 0;
  while (start < rich.text.length) {
    // Those behind us are read no more, so that a long text costs no more than its parts.
    rest = rest.filter(({ end }) => end > start);
    const window = sliceOf({ text: rich.text, spans: rest }, start, start + limit.maxChars + CONTEXT_CHARS);
    const cut = partEnd(window, limit);
    const part = withoutBlankEnd(sliceOf(window, 0, cut));
    if (part.text !== '') parts.push(part);
    start = afterCut(rich.text, fences, start + cut);
  }
  return parts;
}

function partEnd(window: RichText, limit: PartLimit): number {
  const fitting = fittingEnd(window, limit);
  if (fitting === window.text.length) return fitting;
  return cutIn(window.text.slice(0, fitting), window.text.slice(fitting, fitting + CONTEXT_CHARS));
}

/** The last end up to which the part fits; at least one letter, even when its marks alone are too long. */
function fittingEnd(window: RichText, { maxChars, measure }: PartLimit): number {
  const fits = (end: number) => measure(sliceOf(window, 0, end)) <= maxChars;
  const most = Math.min(window.text.length, maxChars);
  if (fits(most)) return most;
  let [good, bad] = [0, most];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return Math.max(good, 1);
}

/** @param window what fits; `rest` is how the text goes on */
function cutIn(window: string, rest: string): number {
  const least = Math.max(1, Math.floor(window.length * LEAST_SHARE));
  const whole = window + rest.slice(0, 1);
  const candidates = [
    () => whole.lastIndexOf('\n\n', window.length - 1),
    () => whole.lastIndexOf('\n', window.length),
    () => lastSentenceEnd(whole, window.length),
    () => lastBlank(whole, window.length),
  ];
  for (const candidate of candidates) {
    const cut = candidate();
    if (cut >= least && cut <= window.length) return cut;
  }
  return cutInWord(window, rest);
}

function lastSentenceEnd(text: string, maxEnd: number): number {
  let last = -1;
  for (const found of text.matchAll(SENTENCE_END)) {
    const end = found.index + found[0].length;
    if (end <= maxEnd) last = end;
  }
  return last;
}

function lastBlank(text: string, maxEnd: number): number {
  for (let at = Math.min(maxEnd, text.length - 1); at > 0; at--) if (/\s/.test(text[at]!)) return at;
  return -1;
}

/** Of languages without blanks, and of what is no language. */
function cutInWord(window: string, rest: string): number {
  const from = Math.max(0, window.length - CONTEXT_CHARS);
  // Not in the middle of a pair: half of one would be read as a letter of its own.
  const safeFrom = from > 0 && isLowSurrogate(window, from) ? from - 1 : from;
  const around = window.slice(safeFrom) + rest;
  const at = window.length - safeFrom;
  for (const segmenter of [words, letters]) {
    const index = segmenter.segment(around).containing(at)?.index ?? 0;
    if (index > 0) return safeFrom + index;
  }
  const isInPair = isLowSurrogate(window + rest, window.length);
  // A window of half a pair cannot be made smaller: the pair goes out whole.
  return isInPair ? window.length + (window.length > 1 ? -1 : 1) : window.length;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Blanks after a cut belong to nobody; in a fence only the end of the line does, since the rest indents what follows. */
function afterCut(text: string, fences: readonly Span[], cut: number): number {
  if (isFenced(fences, cut)) return text[cut] === '\n' ? cut + 1 : cut;
  let at = cut;
  while (at < text.length && /\s/.test(text[at]!) && !isFenced(fences, at)) at++;
  return at;
}

function withoutBlankEnd(part: RichText): RichText {
  const fences = part.spans.filter(({ kind }) => kind === 'pre');
  let end = part.text.length;
  while (end > 0 && /\s/.test(part.text[end - 1]!) && !isFenced(fences, end - 1)) end--;
  return end === part.text.length ? part : sliceOf(part, 0, end);
}

function isFenced(fences: readonly Span[], at: number): boolean {
  return fences.some(({ start, end }) => start <= at && at < end);
}
