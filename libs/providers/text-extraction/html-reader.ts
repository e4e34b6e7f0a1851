import { BlockList } from './block-list';
import { HtmlTable } from './html-table';
import type { ExtractedText } from './text-extraction.contract';
import { extractionErrors } from './text-extraction.errors';

/** The parser looks through all open elements when one closes; pages that people made stay far below. */
const MAX_DEPTH = 500;

const words = (text: string) => new Set(text.split(' '));
/** Nothing in them is for a reader of the text. */
const SKIPPED = words(
  'script style noscript template nav aside footer svg math canvas iframe object audio video button select textarea dialog',
);
const SKIPPED_ROLES = words('navigation banner contentinfo complementary search menu menubar toolbar dialog');
/** Their begin and end part the text around them. */
const BLOCKS = words(
  'address article blockquote body caption center dd details div dl dt fieldset figcaption figure form header hr html li main ol p section summary table tbody td tfoot th thead tr ul h1 h2 h3 h4 h5 h6 pre',
);
const HEADING = /^h([1-6])$/;
/** Of the page's text that its main part must hold, to be taken for all of it. */
const MIN_MAIN_SHARE = 0.1;

type Attributes = Readonly<Record<string, string>>;

/** Takes the tags of a page in their order and keeps what is to be read. */
export class HtmlReader {
  private readonly all = new BlockList();
  private readonly main = new BlockList();
  private readonly tables: HtmlTable[] = [];
  private readonly open: string[] = [];
  private title = '';
  private text = '';
  private code: string | undefined;
  /** Depth of the outermost element that is left out; 0 when there is none. */
  private skippedFrom = 0;
  private mainDepth = 0;
  private listDepth = 0;
  private listItem = false;
  private isTitle = false;

  onopentag(name: string, attributes: Attributes): void {
    this.open.push(name);
    if (this.open.length > MAX_DEPTH) {
      throw extractionErrors.too_nested({ message: `The page is nested deeper than ${MAX_DEPTH} elements.` });
    }
    if (this.skippedFrom > 0) return;
    if (isSkipped(name, attributes)) this.skippedFrom = this.open.length;
    else this.begin(name, attributes);
  }

  ontext(text: string): void {
    if (this.isTitle) this.title += text;
    else if (this.skippedFrom > 0 || this.open.at(-1) === 'head') return;
    else if (this.code !== undefined) this.code += text;
    else this.text += text.replace(/\s+/g, ' ');
  }

  onclosetag(name: string): void {
    if (this.skippedFrom === 0) this.end(name);
    else if (this.open.length === this.skippedFrom) this.skippedFrom = 0;
    this.open.pop();
  }

  result(): ExtractedText {
    this.flush();
    const chosen = charsIn(this.main) >= charsIn(this.all) * MIN_MAIN_SHARE ? this.main : this.all;
    const { blocks } = chosen.blocks.length > 0 ? chosen : this.all;
    const title = this.title.replace(/\s+/g, ' ').trim();
    return { title: title === '' ? undefined : title.slice(0, 300).toWellFormed(), blocks };
  }

  private begin(name: string, attributes: Attributes): void {
    if (name === 'br') this.text += '\n';
    if (name === 'img' && attributes.alt) this.text += ` ${attributes.alt} `;
    if (!BLOCKS.has(name)) {
      if (name === 'title' && !this.open.includes('body')) this.isTitle = true;
      return;
    }
    const table = this.tables.at(-1);
    if (table?.isInCell && name !== 'table') {
      this.text += name === 'td' || name === 'th' || name === 'tr' ? '' : ' ';
    } else this.flush();
    if (name === 'main' || name === 'article') this.mainDepth ||= this.open.length;
    if (name === 'ul' || name === 'ol') this.listDepth++;
    if (name === 'li') this.listItem = true;
    if (name === 'pre' && !table) this.code = '';
    this.beginOfTable(name);
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
    if (!BLOCKS.has(name)) return;
    const table = this.tables.at(-1);
    if (table) this.endInTable(name, table);
    else this.flush(HEADING.exec(name)?.[1]);
    if (name === 'ul' || name === 'ol') this.listDepth = Math.max(0, this.listDepth - 1);
    if (this.mainDepth === this.open.length) this.mainDepth = 0;
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
    if (cells) this.into((list) => list.row(cells));
  }

  /** The text that has come together is a block. */
  private flush(level?: string): void {
    const { text, code } = this;
    this.text = '';
    this.code = undefined;
    if (code !== undefined) this.into((list) => list.add({ kind: 'code', text: code }));
    const paragraph = tidy(text);
    if (paragraph === '') return;
    if (level !== undefined) this.into((list) => list.heading(Number(level), paragraph));
    else if (this.listItem) {
      const depth = Math.max(0, this.listDepth - 1);
      this.into((list) => list.add({ kind: 'list-item', text: paragraph.replaceAll('\n', ' '), depth }));
    } else this.into((list) => list.paragraph(paragraph));
    this.listItem = false;
  }

  private into(add: (list: BlockList) => void): void {
    add(this.all);
    if (this.mainDepth > 0) add(this.main);
  }
}

function isSkipped(name: string, { role = '', hidden, 'aria-hidden': ariaHidden }: Attributes): boolean {
  return SKIPPED.has(name) || SKIPPED_ROLES.has(role.toLowerCase()) || hidden !== undefined || ariaHidden === 'true';
}

/** White space is one blank, and only `<br>` is a line end; in the source a line end is white space as any other. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function charsIn({ blocks }: BlockList): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'row' ? 50 : block.text.length), 0);
}
