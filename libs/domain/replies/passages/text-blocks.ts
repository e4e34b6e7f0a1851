/**
 * A passage as the parts that an answer may quote: prose in sentences, lists in items, tables in rows, code whole.
 * Understands Markdown and the plain text that people paste: bullets of any kind, numbered steps on lines of their own or
 * within a paragraph ("1. Open ... 2. Choose ..."), and records ("Monday: 9 to 5" line after line).
 */

import { splitSentences } from './sentence-splitter';
import { type Span, trimSpan } from './span';

export type BlockKind = 'heading' | 'prose' | 'list' | 'table' | 'code';

export interface Block {
  kind: BlockKind;
  span: Span;
  /** Sentences, items or rows, in order; a heading and a code block are one. */
  units: readonly Span[];
  /** A list whose order matters. */
  isOrdered: boolean;
}

interface Line extends Span {
  text: string;
}

const fence = /^\s{0,3}(```|~~~)/;
const heading = /^\s{0,3}#{1,6}\s+\S/;
const underline = /^\s{0,3}(?:=+|-{2,})\s*$/;
const ruler = /^\s{0,3}(?:[-*_]\s*){3,}$/;
const tableSeparator = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const bullet =
  /^\s*(?:[-*+•‣◦▪●·–—]|\d{1,3}[.)]|\(?[a-z]\)|(?:step|schritt|étape|paso|passo|stap)\s*\d{1,2}\s*[:.)–-])\s+\S/iu;
const number = /^\s*(?:\d{1,3}[.)]|(?:step|schritt|étape|paso|passo|stap)\s*\d)/iu;
const continuation = /^(?:\s{2,}|\t)\S|^\s*\p{Ll}/u;

export function parseBlocks(text: string, language: string): Block[] {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as Line;
    if (line.text.trim() === '' || ruler.test(line.text)) {
      at++;
      continue;
    }
    const { block, next } = readBlock(text, lines, at, language);
    blocks.push(...block);
    at = next;
  }
  return blocks;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    lines.push({ start, end, text: text.slice(start, end) });
    start = end + 1;
  }
  return lines;
}

interface Read {
  block: Block[];
  /** Index of the line after it. */
  next: number;
}

function readBlock(text: string, lines: readonly Line[], at: number, language: string): Read {
  const line = lines[at] as Line;
  if (fence.test(line.text)) return readCode(lines, at);
  if (heading.test(line.text)) return { block: [wholeBlock('heading', line, line)], next: at + 1 };
  const following = lines[at + 1]?.text ?? '';
  if (isTableStart(line.text, following)) return readTable(lines, at);
  if (underline.test(following) && !bullet.test(line.text))
    return { block: [wholeBlock('heading', line, line)], next: at + 2 };
  if (bullet.test(line.text)) return readList(text, lines, at, language);
  return readParagraph(text, lines, at, language);
}

function wholeBlock(kind: BlockKind, first: Line, last: Line): Block {
  const span = { start: first.start, end: last.end };
  return { kind, span, units: [span], isOrdered: false };
}

function readCode(lines: readonly Line[], at: number): Read {
  const mark = fence.exec(lines[at]?.text ?? '')?.[1] ?? '```';
  let end = at + 1;
  while (end < lines.length && !lines[end]?.text.trimStart().startsWith(mark)) end++;
  const last = Math.min(end, lines.length - 1);
  return { block: [wholeBlock('code', lines[at] as Line, lines[last] as Line)], next: last + 1 };
}

function isTableStart(line: string, following: string): boolean {
  return (
    line.includes('|') && (/^\s*\|.*\|\s*$/.test(line) || (following.includes('|') && tableSeparator.test(following)))
  );
}

function readTable(lines: readonly Line[], at: number): Read {
  let end = at;
  while (end < lines.length && lines[end]?.text.includes('|')) end++;
  const rows = lines.slice(at, end);
  const span = { start: (rows[0] as Line).start, end: (rows.at(-1) as Line).end };
  return { block: [{ kind: 'table', span, units: rows, isOrdered: false }], next: end };
}

function readList(text: string, lines: readonly Line[], at: number, language: string): Read {
  const items: Span[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end] as Line;
    const last = items.at(-1);
    if (bullet.test(line.text)) items.push({ start: line.start, end: line.end });
    else if (line.text.trim() === '') {
      if (!continuesList(lines, at, end + 1)) break;
    } else if (last !== undefined && continuation.test(line.text)) last.end = line.end;
    else break;
  }
  const first = lines[at] as Line;
  if (items.length === 1 && number.test(first.text)) return readParagraph(text, lines, at, language);
  const span = { start: first.start, end: items.at(-1)?.end ?? first.end };
  const isOrdered = items.every((item) => number.test(text.slice(item.start, item.end)));
  return { block: [{ kind: 'list', span, units: items.map((item) => trimSpan(text, item)), isOrdered }], next: end };
}

/** After a blank line a list goes on with an item of its own kind or with an indented paragraph. */
function continuesList(lines: readonly Line[], first: number, at: number): boolean {
  const next = lines[at]?.text ?? '';
  if (bullet.test(next)) return number.test(next) === number.test(lines[first]?.text ?? '');
  return /^(?:\s{2,}|\t)\S/.test(next);
}

function readParagraph(text: string, lines: readonly Line[], at: number, language: string): Read {
  let end = at + 1;
  while (end < lines.length && !beginsBlock(lines, end)) end++;
  const own = lines.slice(at, end);
  const records = recordList(text, own);
  return { block: records ?? proseBlocks(text, own, language), next: end };
}

function beginsBlock(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at] as Line;
  if (text.trim() === '' || fence.test(text) || heading.test(text) || ruler.test(text)) return true;
  return bullet.test(text) || isTableStart(text, lines[at + 1]?.text ?? '') || underline.test(text);
}

/** Editors wrap at 72 columns or more: a line shorter than this ended on purpose. */
const shortLineChars = 50;
const recordLine = /^[^.!?:]{1,40}[:–]\s*\S.{0,100}$/u;

/** Lines like "Monday: 9 to 5", at least two of them in a row, are items of a list. */
function recordList(text: string, lines: readonly Line[]): Block[] | undefined {
  if (lines.length < 2 || !lines.every((line) => recordLine.test(line.text.trim()))) return undefined;
  const span = { start: (lines[0] as Line).start, end: (lines.at(-1) as Line).end };
  return [{ kind: 'list', span, units: lines.map((line) => trimSpan(text, line)), isOrdered: false }];
}

function proseBlocks(text: string, lines: readonly Line[], language: string): Block[] {
  const whole = { start: (lines[0] as Line).start, end: (lines.at(-1) as Line).end };
  const steps = inlineSteps(text, whole);
  const proseEnd = steps?.[0]?.start ?? whole.end;
  const units = runsOf(lines, proseEnd).flatMap((run) => splitSentences(text, language, run));
  const blocks: Block[] = [];
  if (units.length > 0)
    blocks.push({ kind: 'prose', span: { start: whole.start, end: proseEnd }, units, isOrdered: false });
  if (steps !== undefined)
    blocks.push({ kind: 'list', span: { start: proseEnd, end: whole.end }, units: steps, isOrdered: true });
  return blocks;
}

/** The steps of "... 1. Open the settings. 2. Choose ...": numbers that count up from 1 within one paragraph. */
function inlineSteps(text: string, within: Span): Span[] | undefined {
  const starts: number[] = [];
  for (const match of text
    .slice(within.start, within.end)
    .matchAll(/(?<=^|\s)(?:step\s+)?(\d{1,2})[.):]\s+(?=\S)/giu)) {
    if (Number(match[1]) === starts.length + 1) starts.push(within.start + match.index);
  }
  if (starts.length < 2) return undefined;
  return starts.map((start, index) => trimSpan(text, { start, end: starts[index + 1] ?? within.end }));
}

/** Hard-wrapped lines run on; a short line without a full stop before a capital stands alone, as in an address. */
function runsOf(lines: readonly Line[], end: number): Span[] {
  const runs: Span[] = [];
  let before = '';
  for (const line of lines) {
    if (line.start >= end) break;
    const last = runs.at(-1);
    const lineEnd = Math.min(line.end, end);
    const standsAlone = before.length < shortLineChars && /^[\p{Lu}\p{N}]/u.test(line.text.trim());
    if (last === undefined || standsAlone) runs.push({ start: line.start, end: lineEnd });
    else last.end = lineEnd;
    before = line.text.trim();
  }
  return runs;
}
