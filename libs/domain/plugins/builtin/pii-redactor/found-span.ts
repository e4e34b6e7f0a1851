/** A part of a text, in UTF-16 units; `end` is the first that is not of it. */
export interface FoundSpan {
  start: number;
  end: number;
}

/** Finds personal data of one kind, in time in proportion to the text. */
export type Finder = (text: string) => FoundSpan[];

/**
 * Each character of the spans that is no blank becomes `mask`, so that the text keeps its shape and tells nothing.
 */
export function masked(text: string, spans: readonly FoundSpan[], mask: string): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    parts.push(text.slice(at, from), text.slice(from, end).replace(/\S/gu, mask));
    at = end;
  }
  return parts.join('') + text.slice(at);
}
