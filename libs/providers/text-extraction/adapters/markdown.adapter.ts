/**
 * Markdown (CommonMark with GitHub's tables), read by marked's lexer: its block grammar only, part by part. The grammar of
 * lines is resolved here, because all that is wanted of it is the text, and because marked's takes quadratic time on some
 * texts. Link texts stay, their addresses go; reference definitions and comments go.
 */
import type { Lexer, Token, Tokens } from 'marked';
import { BlockList } from '../block-list';
import { withFaq } from '../faq/faq-blocks';
import { plainInline } from '../markdown-inline';
import { markdownParts } from '../markdown-parts';
import { decodeText } from '../text-decoding';
import type { ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';

/** Quotes and lists within each other; deeper ones are read as text. */
const MAX_DEPTH = 20;
const FRONT_MATTER = /^---[ \t]*\n([\s\S]{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

export const markdownExtractor: TextExtractor = {
  format: 'markdown',
  mediaTypes: ['text/markdown', 'text/x-markdown'],
  extensions: ['md', 'markdown', 'mdown', 'mkd'],

  recognizes: ({ text }) => text !== undefined && looksLikeMarkdown(text),

  async extract(bytes: Uint8Array, { pace }: ExtractOptions): Promise<ExtractedText> {
    const { title, text } = withoutFrontMatter(decodeText(bytes));
    const marked = await import('marked');
    const list = new BlockList();
    for (const part of markdownParts(text)) {
      addTokens(blockTokens(part, marked.Lexer), list, 0);
      await pace.step();
    }
    return { title, blocks: withFaq(list.blocks) };
  },
};

/** A heading, and one more mark that prose does not have. */
function looksLikeMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,6} \S/gm)?.length ?? 0;
  return headings > 1 || (headings === 1 && /^(?:[-*+] \S|```|\d{1,3}\. \S|\|.*\|$)|\]\(/m.test(text));
}

function blockTokens(part: string, Reader: typeof Lexer): readonly Token[] {
  try {
    return new Reader({ gfm: true }).blockTokens(part, []);
  } catch {
    // Nested beyond what marked's recursion takes: nobody's structure, so its text is all there is to it.
    return [{ type: 'paragraph', raw: part, text: part }];
  }
}

function addTokens(tokens: readonly Token[], list: BlockList, depth: number): void {
  for (const token of tokens) addToken(token, list, depth);
}

function addToken(token: Token, list: BlockList, depth: number): void {
  switch (token.type) {
    case 'heading':
      list.heading((token as Tokens.Heading).depth, plainInline((token as Tokens.Heading).text));
      return;
    case 'code':
      list.add({ kind: 'code', text: (token as Tokens.Code).text });
      return;
    case 'table':
      addTable(token as Tokens.Table, list);
      return;
    case 'list':
      addList(token as Tokens.List, list, depth);
      return;
    case 'blockquote':
      if (depth < MAX_DEPTH) addTokens((token as Tokens.Blockquote).tokens, list, depth + 1);
      else list.paragraph(plainInline(token.raw));
      return;
    case 'space':
    case 'hr':
    case 'def':
      return;
    default:
      list.paragraph(plainInline('text' in token && typeof token.text === 'string' ? token.text : token.raw));
  }
}

function addTable({ header, rows }: Tokens.Table, list: BlockList): void {
  const names = header.map(({ text }) => plainInline(text));
  for (const row of rows) list.row(row.map(({ text }, column) => ({ name: names[column], value: plainInline(text) })));
}

/** An item's own text, then what stands within it. Numbers stay, since they say the order of steps. */
function addList({ items, ordered, start }: Tokens.List, list: BlockList, depth: number): void {
  items.forEach((item, at) => {
    const mark = ordered ? `${Number(start || 1) + at}. ` : '';
    const [first, ...rest] = item.tokens;
    const isText = first?.type === 'text' || first?.type === 'paragraph';
    if (isText || depth >= MAX_DEPTH) {
      const text = depth >= MAX_DEPTH ? item.text : ((first as Tokens.Text).text ?? '');
      list.add({ kind: 'list-item', text: mark + plainInline(text).replace(/\s*\n\s*/g, ' '), depth });
    }
    if (depth < MAX_DEPTH) addTokens(isText ? rest : item.tokens, list, depth + 1);
  });
}

function withoutFrontMatter(text: string): { title: string | undefined; text: string } {
  const found = FRONT_MATTER.exec(text);
  if (!found) return { title: undefined, text };
  const title = /^title:[ \t]*["']?([^"'\n]+)/m.exec(found[1] as string)?.[1]?.trim();
  return { title: title || undefined, text: text.slice(found[0].length) };
}
