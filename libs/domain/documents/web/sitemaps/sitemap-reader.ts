/**
 * Reads sitemaps (sitemaps.org, protocol 0.9): `urlset`, `sitemapindex`, or a plain list of addresses. By htmlparser2's
 * stream of tags: no tree, no document types, no entities but those of XML, so that nothing a file declares can grow. What
 * is no sitemap, such as the HTML of an error page, is told apart from one that is empty.
 */
import { Parser } from 'htmlparser2';
import type { Pace } from '#providers/text-extraction';

export interface ReadSitemap {
  kind: 'pages' | 'sitemaps';
  /** As they stand there, entities decoded, in their order. */
  addresses: string[];
  /** False when there are more than were wanted, or the file breaks off. */
  isWhole: boolean;
}

/** The parser's own cost grows with the square of the depth, which is looked at between slices. */
const SLICE_CHARS = 16_384;
const MAX_DEPTH = 32;
/** Of one address; what is longer is none. */
const MAX_ADDRESS_CHARS = 4_096;

/** Undefined when it is no sitemap. */
export async function readSitemap(text: string, maxAddresses: number, pace: Pace): Promise<ReadSitemap | undefined> {
  if (!/^\s*</.test(text)) return readList(text, maxAddresses);
  const reader = new SitemapReader(maxAddresses);
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  for (let at = 0; at < text.length && !reader.isDone; at += SLICE_CHARS) {
    parser.write(text.slice(at, at + SLICE_CHARS));
    await pace.step();
  }
  // Whatever is open when the text ends is closed then, which is no end of the file's own.
  const isClosed = reader.isClosed;
  parser.end();
  return reader.kind && { kind: reader.kind, addresses: reader.addresses, isWhole: isClosed && !reader.hasMore };
}

function readList(text: string, maxAddresses: number): ReadSitemap | undefined {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => line.trim() || []);
  if (lines.length === 0 || !lines.every((line) => /^https?:\/\/\S+$/i.test(line))) return undefined;
  return { kind: 'pages', addresses: lines.slice(0, maxAddresses), isWhole: lines.length <= maxAddresses };
}

const ROOTS: Readonly<Record<string, { kind: ReadSitemap['kind']; entry: string }>> = {
  urlset: { kind: 'pages', entry: 'url' },
  sitemapindex: { kind: 'sitemaps', entry: 'sitemap' },
};

class SitemapReader {
  kind: ReadSitemap['kind'] | undefined;
  readonly addresses: string[] = [];
  hasMore = false;
  isClosed = false;
  private entry = '';
  private depth = 0;
  private isInEntry = false;
  private location: string | undefined;

  constructor(private readonly maxAddresses: number) {}

  /** Nothing that follows can matter. */
  get isDone(): boolean {
    return this.hasMore || this.isClosed || (this.kind === undefined && this.depth > 0);
  }

  onopentag(qualified: string): void {
    const name = localName(qualified);
    this.depth += 1;
    if (this.depth > MAX_DEPTH) this.kind = undefined;
    else if (this.depth === 1) {
      const root = ROOTS[name];
      this.kind = root?.kind;
      this.entry = root?.entry ?? '';
    } else if (this.depth === 2) this.isInEntry = name === this.entry;
    // Images and videos have a loc of their own, one level further down.
    else if (this.depth === 3 && this.isInEntry && name === 'loc') this.location = '';
  }

  ontext(text: string): void {
    if (this.location === undefined || this.depth !== 3) return;
    if (this.location.length + text.length <= MAX_ADDRESS_CHARS) this.location += text;
  }

  onclosetag(): void {
    if (this.depth === 3 && this.location !== undefined) this.take(this.location.trim());
    if (this.depth === 1 && this.kind) this.isClosed = true;
    this.depth -= 1;
  }

  private take(address: string): void {
    this.location = undefined;
    if (address === '') return;
    if (this.addresses.length >= this.maxAddresses) this.hasMore = true;
    else this.addresses.push(address);
  }
}

function localName(qualified: string): string {
  return (qualified.split(':').at(-1) as string).toLowerCase();
}
