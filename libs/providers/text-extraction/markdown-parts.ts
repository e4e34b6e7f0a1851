/**
 * A long Markdown text in parts that can be read one by one: cut between paragraphs, and within code only when there is no
 * other way. Small parts bound both the time that one holds everybody up and what hostile texts can cost.
 */

/** A part ends at the first blank line after so much, and at the next line after twice as much. */
const PART_CHARS = 16_384;
/** Longer lines are cut: nobody wrote them for people. */
const MAX_LINE_CHARS = 8_192;
/** Marks of quotes and lists at the beginning of a line that are taken for such. */
const MAX_MARKS = 20;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const NESTING = /^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;

export function* markdownParts(text: string): Generator<string> {
  let lines: string[] = [];
  let chars = 0;
  let fence: string | undefined;
  for (const line of linesOf(text)) {
    lines.push(fence === undefined ? lessNested(line) : line);
    chars += line.length + 1;
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined) fence = mark;
    else if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    const isPause = fence === undefined && line.trim() === '';
    if (chars < PART_CHARS || (!isPause && chars < 2 * PART_CHARS)) continue;
    yield joined(lines, fence);
    lines = fence === undefined ? [] : [fence];
    chars = 0;
  }
  yield joined(lines, undefined);
}

function joined(lines: readonly string[], openFence: string | undefined): string {
  return (openFence === undefined ? lines : [...lines, openFence]).join('\n');
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    for (let at = start; at < end || at === start; at += MAX_LINE_CHARS) {
      yield text.slice(at, Math.min(end, at + MAX_LINE_CHARS));
    }
    start = end + 1;
  }
}

/** Each level is read again by the one above it, so the depth is bounded here. */
function lessNested(line: string): string {
  const marks = NESTING.exec(line)?.[0];
  if (marks === undefined || marks.length <= 2 * MAX_MARKS) return line;
  const levels = marks.match(/>|[-*+]|\d{1,9}[.)]/g) ?? [];
  return levels.length <= MAX_MARKS ? line : line.slice(marks.length);
}
