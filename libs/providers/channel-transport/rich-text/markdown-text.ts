/**
 * Markdown (GitHub's, as marked 18 reads it) as a rich text. What messengers have no mark for becomes text that reads well:
 * headings are bold lines, lists have bullets, tables are fences with columns, images are links, HTML stays what it is.
 */
import { Lexer, type Token, type Tokens } from 'marked';
import type { RichText } from './rich-text';
import { RichTextBuilder } from './rich-text.builder';
import { tableText } from './table-text';

/** A longer address would fill a message with what nobody reads; it stands as text then. */
const MAX_HREF_CHARS = 1_000;
const LINKED = /^(https?:\/\/|mailto:|tel:)/i;
const LANGUAGE = /^[A-Za-z0-9_+#.-]{1,32}/;
const INDENT = '  ';
const RULE = '———';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/**
 * No reply is longer; what is comes from a back-end that has lost its way, and its marks could take seconds, in which the worker
 * does nothing else.
 */
const MAX_MARKED_CHARS = 32_000;

/** What is too long, or nested deeper than can be read (thousands of levels), stands as it was written. */
export function markdownText(markdown: string): RichText {
  if (markdown.length > MAX_MARKED_CHARS) return trimmed({ text: markdown, spans: [] });
  try {
    const builder = new RichTextBuilder();
    writeBlocks(builder, new Lexer({ gfm: true }).lex(markdown));
    return trimmed(builder.build());
  } catch (error) {
    if (error instanceof RangeError) return trimmed({ text: markdown, spans: [] });
    throw error;
  }
}

function writeBlocks(to: RichTextBuilder, tokens: readonly Token[]): void {
  for (const token of tokens) writeBlock(to, token);
}

function writeBlock(to: RichTextBuilder, token: Token): void {
  switch (token.type) {
    case 'space':
    case 'def':
      return;
    case 'heading':
      to.endLines(2).marked({ kind: 'bold' }, () => writeInline(to, token.tokens ?? []));
      break;
    case 'code':
      writeFence(to.endLines(2), token.text, token.lang);
      break;
    case 'blockquote':
      to.endLines(2);
      writeQuote(to, token as Tokens.Blockquote);
      break;
    case 'list':
      to.endLines(2);
      writeList(to, token as Tokens.List, 0);
      break;
    case 'table':
      writeFence(to.endLines(2), tableText(token as Tokens.Table), undefined);
      break;
    case 'hr':
      to.endLines(2).write(RULE);
      break;
    default:
      to.endLines(2);
      writeInline(to, [token]);
  }
  to.endLines(2);
}

/** Built apart, so that the empty lines at its end are not quoted. */
function writeQuote(to: RichTextBuilder, token: Tokens.Blockquote): void {
  const inner = new RichTextBuilder();
  writeBlocks(inner, token.tokens);
  const quoted = trimmed(inner.build());
  to.marked({ kind: 'quote' }, () => writeRich(to, quoted));
}

function writeRich(to: RichTextBuilder, { text, spans }: RichText, start = 0, end = text.length): void {
  let at = start;
  spans.forEach((span, index) => {
    if (span.start < at || span.end > end) return;
    to.write(text.slice(at, span.start));
    const { start: from, end: until, ...mark } = span;
    to.marked(mark, () => writeRich(to, { text, spans: spans.slice(index + 1) }, from, until));
    at = until;
  });
  to.write(text.slice(at, end));
}

function writeFence(to: RichTextBuilder, text: string, info: string | undefined): void {
  const language = LANGUAGE.exec(info ?? '')?.[0];
  to.marked({ kind: 'pre', ...(language === undefined ? {} : { language }) }, () => to.write(text.replace(/\n+$/, '')));
}

function writeList(to: RichTextBuilder, list: Tokens.List, depth: number): void {
  list.items.forEach((item, index) => {
    to.endLines(1).write(INDENT.repeat(depth) + bulletOf(list, item, index));
    for (const token of item.tokens) writeInItem(to, token, depth);
  });
}

function writeInItem(to: RichTextBuilder, token: Token, depth: number): void {
  if (token.type === 'space' || token.type === 'checkbox') return;
  if (token.type === 'list') writeList(to.endLines(1), token as Tokens.List, depth + 1);
  else if (token.type === 'code') writeFence(to.endLines(1), token.text, token.lang);
  else if (token.type === 'blockquote') writeQuote(to.endLines(1), token as Tokens.Blockquote);
  else writeInline(to, [token]);
}

function bulletOf({ ordered, start }: Tokens.List, item: Tokens.ListItem, index: number): string {
  if (item.task) return item.checked ? '☑ ' : '☐ ';
  return ordered ? `${Number(start || 1) + index}. ` : '• ';
}

function writeInline(to: RichTextBuilder, tokens: readonly Token[]): void {
  for (const token of tokens) {
    const within = 'tokens' in token ? token.tokens : undefined;
    const inner = () => writeInline(to, within ?? []);
    if (token.type === 'strong') to.marked({ kind: 'bold' }, inner);
    else if (token.type === 'em') to.marked({ kind: 'italic' }, inner);
    else if (token.type === 'del') to.marked({ kind: 'strike' }, inner);
    else if (token.type === 'codespan') to.marked({ kind: 'code' }, () => to.write(token.text));
    else if (token.type === 'link') writeLink(to, token as Tokens.Link);
    else if (token.type === 'image') writeImage(to, token as Tokens.Image);
    else if (token.type === 'br') to.write('\n');
    else if (within !== undefined) inner();
    else to.write(textOf(token));
  }
}

function writeLink(to: RichTextBuilder, { href, tokens, text }: Tokens.Link): void {
  const inner = () => (tokens.length === 0 ? to.write(href) : writeInline(to, tokens));
  if (LINKED.test(href) && href.length <= MAX_HREF_CHARS) to.marked({ kind: 'link', href }, inner);
  else {
    inner();
    if (href !== '' && href !== text) to.write(` (${href})`);
  }
}

function writeImage(to: RichTextBuilder, { href, text }: Tokens.Image): void {
  const name = text === '' ? href : text;
  if (LINKED.test(href) && href.length <= MAX_HREF_CHARS) to.marked({ kind: 'link', href }, () => to.write(name));
  else to.write(name);
}

function textOf(token: Token): string {
  if (token.type === 'html' && /^<br\s*\/?>$/i.test(token.raw.trim())) return '\n';
  if (token.type === 'escape') return (token as Tokens.Escape).text;
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,4});/gi, decoded);
}

function decoded(entity: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : entity;
}

function trimmed({ text, spans }: RichText): RichText {
  const end = text.trimEnd().length;
  const kept = spans.filter(({ start }) => start < end).map((span) => ({ ...span, end: Math.min(span.end, end) }));
  return { text: text.slice(0, end), spans: kept };
}
