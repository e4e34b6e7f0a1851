/** What an HTML page says of itself to those who index it: its canonical address, and whether it may be indexed. */
import { Parser } from 'htmlparser2';
import { ROBOTS_NAME } from '../robots/robots-rules';

export interface HtmlHead {
  title: string | undefined;
  /** As it stands there; it may be relative to the page or its base. */
  canonical: string | undefined;
  base: string | undefined;
  isIndexable: boolean;
}

/** Heads are shorter; what follows is not looked at. */
const MAX_HEAD_CHARS = 256 * 1024;
const MAX_TITLE_CHARS = 2_000;
/** The parser's own cost grows with the square of the depth, which is looked at between slices. */
const MAX_DEPTH = 64;
const SLICE_CHARS = 16_384;

export function readHtmlHead(html: string): HtmlHead {
  const reader = new HeadReader();
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  const text = html.slice(0, MAX_HEAD_CHARS);
  for (let at = 0; at < text.length && !reader.isOver; at += SLICE_CHARS)
    parser.write(text.slice(at, at + SLICE_CHARS));
  const { title, canonical, base, isIndexable } = reader;
  return { title: title?.replace(/\s+/g, ' ').trim() || undefined, canonical, base, isIndexable };
}

/** Of `X-Robots-Tag` or a meta tag: whether its rules, those for other robots aside, let the page be indexed. */
export function isIndexable(rules: string): boolean {
  let robot = '';
  for (const part of rules.toLowerCase().split(',')) {
    const [, name, rule = ''] = /^\s*(?:([\w-]+)\s*:)?\s*(.*?)\s*$/.exec(part) ?? [];
    // A name counts for the rules after it, too.
    if (name !== undefined && !name.startsWith('unavailable_after') && !name.startsWith('max-')) robot = name;
    if ((robot === '' || robot === ROBOTS_NAME.toLowerCase()) && (rule === 'noindex' || rule === 'none')) return false;
  }
  return true;
}

class HeadReader {
  title: string | undefined;
  canonical: string | undefined;
  base: string | undefined;
  isIndexable = true;
  isOver = false;
  private isInTitle = false;
  private depth = 0;

  onopentag(name: string, attributes: Record<string, string>): void {
    this.depth += 1;
    if (name === 'body' || this.depth > MAX_DEPTH) this.isOver = true;
    if (this.isOver) return;
    if (name === 'title') this.isInTitle = this.title === undefined;
    else if (name === 'base') this.base ??= attributes.href;
    else if (name === 'link' && /(^|\s)canonical(\s|$)/i.test(attributes.rel ?? '')) this.canonical ??= attributes.href;
    else if (name === 'meta' && ['robots', ROBOTS_NAME.toLowerCase()].includes((attributes.name ?? '').toLowerCase()))
      this.isIndexable &&= isIndexable(attributes.content ?? '');
  }

  ontext(text: string): void {
    if (!this.isInTitle || this.isOver) return;
    this.title = ((this.title ?? '') + text).slice(0, MAX_TITLE_CHARS);
  }

  onclosetag(name: string): void {
    this.depth -= 1;
    if (name === 'title') this.isInTitle = false;
    else if (name === 'head') this.isOver = true;
  }
}
