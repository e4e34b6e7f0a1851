import { BlockList } from '../block-list';
import { extractionErrors } from '../text-extraction.errors';
import { HtmlLinks } from './html-links';
import { HtmlTable } from './html-table';
import type { PagePart } from './readable-parts';
import { type HtmlAttributes, type Surrounding, surroundingOf } from './surroundings';

/** The parser looks through all open elements when one closes; pages that people made stay far below. */
const MAX_DEPTH = 500;
const MAX_TITLE_CHARS = 300;

const words = (text: string) => new Set(text.split(' '));
/** Their begin and end part the text around them. */
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form header hr html legend li main nav ol p section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 pre',
);
const HEADING = /^h([1-6])$/;

export interface ReadPage {
  title: string | undefined;
  language: string | undefined;
  parts: readonly PagePart[];
}

/** Takes the tags of a page in their order; all of its text that somebody could see, and where it stands. */
export class HtmlReader {
  private readonly list = new BlockList();
  private readonly parts: PagePart[] = [];
  private readonly tables: HtmlTable[] = [];
  private readonly open: string[] = [];
  private readonly links = new HtmlLinks();
  private title = '';
  private language: string | undefined;
  private text = '';
  private code: string | undefined;
  /** Depth of the outermost element that no reader sees, that surrounds the text, that is a header, that is main; 0 is none. */
  private neverFrom = 0;
  private aroundFrom = 0;
  private headFrom = 0;
  private mainFrom = 0;
  private listDepth = 0;
  private listItem = false;
  private isTitle = false;
  private isInHeading = false;

  onopentag(name: string, attributes: HtmlAttributes): void {
    this.open.push(name);
    if (this.open.length > MAX_DEPTH) {
      throw extractionErrors.too_nested({ message: `The page is nested deeper than ${MAX_DEPTH} elements.` });
    }
    if (this.neverFrom > 0) return;
    const surrounding = surroundingOf(name, attributes);
    if (surrounding === 'never') this.neverFrom = this.open.length;
    else this.begin(name, attributes, surrounding);
  }

  ontext(text: string): void {
    if (this.isTitle) this.title += text;
    else if (this.neverFrom > 0 || this.open.at(-1) === 'head') return;
    else if (this.code !== undefined) this.code += text;
    else {
      const shown = text.replace(/\s+/g, ' ');
      this.links.read(shown);
      this.text += shown;
    }
  }

  onclosetag(name: string): void {
    if (this.neverFrom === 0) this.end(name);
    else if (this.open.length === this.neverFrom) this.neverFrom = 0;
    this.open.pop();
  }

  result(): ReadPage {
    this.flush();
    const title = this.title.replace(/\s+/g, ' ').trim();
    return {
      title: title === '' ? undefined : title.slice(0, MAX_TITLE_CHARS).toWellFormed(),
      language: this.language,
      parts: this.parts,
    };
  }

  private begin(name: string, attributes: HtmlAttributes, surrounding: Surrounding | undefined): void {
    if (name === 'html' || name === 'body') this.language ??= languageOf(attributes);
    if (name === 'base') this.links.base = attributes.href;
    if (name === 'br') this.text += '\n';
    if (name === 'img' && attributes.alt) this.text += ` ${attributes.alt} `;
    if (HEADING.test(name)) this.isInHeading = true;
    if (name === 'a') this.links.begin(this.isText ? attributes.href : undefined);
    if (!BLOCKS.has(name)) {
      if (name === 'title' && !this.open.includes('body')) this.isTitle = true;
      this.enter(name, surrounding);
      return;
    }
    const table = this.tables.at(-1);
    if (table?.isInCell && name !== 'table') {
      this.text += name === 'td' || name === 'th' || name === 'tr' ? '' : ' ';
    } else this.flush();
    this.enter(name, surrounding);
    if (name === 'ul' || name === 'ol') this.listDepth++;
    if (name === 'li') this.listItem = true;
    if (name === 'pre' && !table) this.code = '';
    this.beginOfTable(name);
  }

  /** Where it is worth telling where links lead. */
  private get isText(): boolean {
    return !this.isInHeading && this.aroundFrom === 0 && this.headFrom === 0;
  }

  private enter(name: string, surrounding: Surrounding | undefined): void {
    const { length: depth } = this.open;
    if (name === 'main' || name === 'article') this.mainFrom ||= depth;
    const isAround = surrounding === 'around' || (surrounding === 'beside' && this.mainFrom === 0);
    if (isAround) this.aroundFrom ||= depth;
    if (surrounding === 'head' && this.mainFrom === 0) this.headFrom ||= depth;
  }

  private beginOfTable(name: string): void {
    if (name === 'table') {
      const outer = this.tables.at(-1);
      if (outer?.isInCell) this.text = outer.pause(this.text);
      this.tables.push(new HtmlTable());
    }
    const table = this.tables.at(-1);
    if (!table) return;
    if (name === 'thead') table.isHead = true;
    if (name === 'tr') table.beginRow();
    if (name === 'td' || name === 'th') {
      table.beginCell(name === 'th');
      this.text = '';
    }
  }

  private end(name: string): void {
    if (name === 'title') this.isTitle = false;
    if (HEADING.test(name)) this.isInHeading = false;
    if (name === 'a') this.text += this.links.end();
    if (BLOCKS.has(name)) this.endBlock(name);
    const { length: depth } = this.open;
    if (this.mainFrom === depth) this.mainFrom = 0;
    if (this.aroundFrom === depth) this.aroundFrom = 0;
    if (this.headFrom === depth) this.headFrom = 0;
  }

  private endBlock(name: string): void {
    const table = this.tables.at(-1);
    if (table) this.endInTable(name, table);
    else this.flush(HEADING.exec(name)?.[1]);
    if (name === 'ul' || name === 'ol') this.listDepth = Math.max(0, this.listDepth - 1);
  }

  private endInTable(name: string, table: HtmlTable): void {
    if (name === 'td' || name === 'th') {
      table.endCell(this.text);
      this.text = '';
    } else if (name === 'tr') this.endRow(table);
    else if (name === 'thead') table.isHead = false;
    else if (name === 'table') {
      this.endRow(table);
      this.tables.pop();
      this.text = this.tables.at(-1)?.resume() ?? '';
    } else if (table.isInCell) this.text += ' ';
    else this.flush(HEADING.exec(name)?.[1]);
  }

  private endRow(table: HtmlTable): void {
    const cells = table.endRow(this.text);
    this.text = '';
    if (cells) this.keep(() => this.list.row(cells));
  }

  /** The text that has come together is a block. */
  private flush(level?: string): void {
    const { text, code } = this;
    this.text = '';
    this.code = undefined;
    if (code !== undefined) this.keep(() => this.list.add({ kind: 'code', text: code }));
    const paragraph = tidy(text);
    if (paragraph === '') return;
    if (level !== undefined) this.keep(() => this.list.heading(Number(level), paragraph), level === '1');
    else if (this.listItem) {
      const depth = Math.max(0, this.listDepth - 1);
      this.keep(() => this.list.add({ kind: 'list-item', text: paragraph.replaceAll('\n', ' '), depth }));
    } else this.keep(() => this.list.paragraph(paragraph));
    this.listItem = false;
  }

  private keep(add: () => void, isMainHeading = false): void {
    const { length: before } = this.list.blocks;
    add();
    const linkChars = this.links.takeChars();
    const block = this.list.blocks[before];
    if (block === undefined) return;
    const isAround = this.aroundFrom > 0 || (this.headFrom > 0 && !isMainHeading);
    this.parts.push({ block, isInMain: this.mainFrom > 0, isAround, linkChars });
  }
}

/** ISO 639-1, of a tag such as `en-GB`. */
function languageOf({ lang = '' }: HtmlAttributes): string | undefined {
  return /^[a-z]{2}(?=-|$)/i.exec(lang)?.[0].toLowerCase();
}

/** White space is one blank, and only `<br>` is a line end; in the source a line end is white space as any other. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
