/** A stretch of a text in UTF-16 units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** The span without blanks at its edges. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return { start, end };
}

export function sliceOf(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

function isBlank(text: string, at: number): boolean {
  return /\s/.test(text[at] as string);
}

/** Of passages, by their ids: what is quoted of each. */
export type Quotes = ReadonlyMap<string, Span>;
