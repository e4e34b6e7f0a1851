/**
 * A text and what is marked in it, apart from each other: what a person reads is cut where it may be cut, and each platform's
 * marks are written around what is left. So a fence that is cut is closed and opened again, and no mark, tag or escape is ever
 * cut in two.
 */
export type SpanKind = 'bold' | 'italic' | 'strike' | 'code' | 'link' | 'pre' | 'quote';

export interface Span {
  kind: SpanKind;
  /** UTF-16 code units into the text; `end` is behind the last one. */
  start: number;
  end: number;
  /** Of a link. */
  href?: string;
  /** Of a fence (`pre`), a word. */
  language?: string;
}

export interface RichText {
  text: string;
  /** Whichever overlap lie within each other; the outer one comes first. */
  spans: readonly Span[];
}

/** How a platform marks what is marked. */
export interface Flavour {
  /** Text between marks. `isLineStart`: nothing stands before it in its line. */
  escape(text: string, isLineStart: boolean): string;
  /** Of code and fences, whose text takes no marks. */
  code(text: string, span: Span): string;
  /** `inner` has its marks already. */
  mark(inner: string, span: Span, read: ReadSpan): string;
}

/** What is read of a span. */
export interface ReadSpan {
  text: string;
  /** The characters before and behind it; empty at the ends of the part. */
  before: string;
  after: string;
}

/** Marks within marks of the same kind say nothing new, and most flavours have no way to write them. */
export function render({ text, spans }: RichText, flavour: Flavour): string {
  return renderWithin(text, { start: 0, end: text.length }, spans, flavour, new Set());
}

function renderWithin(
  text: string,
  range: { start: number; end: number },
  spans: readonly Span[],
  flavour: Flavour,
  open: ReadonlySet<SpanKind>,
): string {
  let written = '';
  let at = range.start;
  const plain = (end: number) => flavour.escape(text.slice(at, end), at === 0 || text[at - 1] === '\n');
  for (let index = 0; index < spans.length; ) {
    const span = spans[index]!;
    let next = index + 1;
    while (next < spans.length && spans[next]!.start < span.end) next++;
    if (span.start > at) written += plain(span.start);
    written += renderSpan(text, span, spans.slice(index + 1, next), flavour, open);
    at = span.end;
    index = next;
  }
  return at < range.end ? written + plain(range.end) : written;
}

function renderSpan(
  text: string,
  span: Span,
  within: readonly Span[],
  flavour: Flavour,
  open: ReadonlySet<SpanKind>,
): string {
  const read = text.slice(span.start, span.end);
  if (span.kind === 'code' || span.kind === 'pre') return flavour.code(read, span);
  const inner = renderWithin(text, span, within, flavour, new Set([...open, span.kind]));
  const [before, after] = [text.charAt(span.start - 1), text.charAt(span.end)];
  return open.has(span.kind) ? inner : flavour.mark(inner, span, { text: read, before, after });
}

/** A piece of it, with the marks that fall into it. */
export function sliceOf({ text, spans }: RichText, start: number, end: number): RichText {
  const kept = spans
    .filter((span) => span.start < end && span.end > start)
    .map((span) => ({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
  return { text: text.slice(start, end), spans: kept };
}

/**
 * Marks that stand directly at words, as `*so*`: they may not begin or end with a blank nor reach over lines, and nothing
 * empty may be marked.
 */
export function markWords(inner: string, open: string, close = open): string {
  return inner
    .split('\n')
    .map((line) => {
      const bare = line.trim();
      if (bare === '') return line;
      const from = line.indexOf(bare);
      return `${line.slice(0, from)}${open}${bare}${close}${line.slice(from + bare.length)}`;
    })
    .join('\n');
}

export function prefixLines(inner: string, prefix: string): string {
  return inner
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
}
