import { faqOfCells } from './faq/faq-fields';
import type { Cell, FaqBlock, TextBlock } from './text-extraction.contract';
import { extractionErrors } from './text-extraction.errors';

/** Of one file. A megabyte is a long book; the names of columns are counted in every row. */
export const MAX_TEXT_CHARS = 30_000_000;
export const MAX_BLOCKS = 1_000_000;
/** More columns than any table that people read; what follows is left out. */
export const MAX_CELLS = 500;
const MAX_HEADING_CHARS = 300;
const MAX_NAME_CHARS = 200;
const MAX_ALTERNATES = 50;

/** Collects the blocks of one file, within its limits and in a form that the database can store. */
export class BlockList {
  readonly blocks: TextBlock[] = [];
  private chars = 0;

  /** Blank blocks are left out. @throws `text_extraction.too_long` */
  add(block: TextBlock): void {
    const clean = cleaned(block);
    const chars = charsOf(clean);
    if (chars === 0) return;
    this.chars += chars;
    if (this.chars > MAX_TEXT_CHARS) {
      const message = `The file holds more than ${MAX_TEXT_CHARS.toLocaleString('en-US')} characters of text.`;
      throw extractionErrors.too_long({ message });
    }
    if (this.blocks.length >= MAX_BLOCKS) {
      const message = `The file has more than ${MAX_BLOCKS.toLocaleString('en-US')} paragraphs or rows.`;
      throw extractionErrors.too_long({ message });
    }
    this.blocks.push(clean);
  }

  paragraph(text: string): void {
    this.add({ kind: 'paragraph', text });
  }

  heading(level: number, text: string): void {
    this.add({ kind: 'heading', level, text });
  }

  /** A row that is clearly a question with its answer becomes one. */
  row(cells: readonly Cell[], page?: number): void {
    this.add({ ...(faqOfCells(cells) ?? { kind: 'row', cells }), ...(page === undefined ? {} : { page }) });
  }
}

function cleaned(block: TextBlock): TextBlock {
  if (block.kind === 'faq') return { ...block, ...cleanedFaq(block) };
  if (block.kind === 'row') return { ...block, cells: cleanedCells(block.cells) };
  if (block.kind === 'heading') {
    const level = Math.min(6, Math.max(1, block.level));
    return { ...block, level, text: oneLine(block.text).slice(0, MAX_HEADING_CHARS).toWellFormed() };
  }
  if (block.kind === 'code')
    return {
      ...block,
      text: storable(block.text)
        .replace(/^(?:[^\S\n]*\n)+/, '')
        .trimEnd(),
    };
  return { ...block, text: storable(block.text).trim() };
}

function cleanedCells(cells: readonly Cell[]): Cell[] {
  return cells.slice(0, MAX_CELLS).flatMap(({ name, value }) => {
    const text = oneLine(value);
    const label = name === undefined ? '' : oneLine(name).slice(0, MAX_NAME_CHARS).toWellFormed();
    return text === '' ? [] : [{ name: label === '' ? undefined : label, value: text }];
  });
}

function cleanedFaq({ question, alternates, answer }: FaqBlock) {
  const [asked = '', ...others] = [question, ...alternates.slice(0, MAX_ALTERNATES)].map((text) =>
    oneLine(text).slice(0, MAX_HEADING_CHARS).toWellFormed(),
  );
  const distinct = [...new Set(others)].filter((text) => text !== '' && text !== asked);
  return { question: asked, alternates: distinct, answer: storable(answer).trim() };
}

function oneLine(text: string): string {
  return storable(text).replace(/\s+/g, ' ').trim();
}

/** PostgreSQL stores no U+0000, and half a surrogate pair is no text. */
function storable(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '').toWellFormed() : text.toWellFormed();
}

function charsOf(block: TextBlock): number {
  if (block.kind === 'faq') return block.question.length + block.alternates.join('').length + block.answer.length;
  if (block.kind !== 'row') return block.text.length;
  return block.cells.reduce((sum, { name = '', value }) => sum + name.length + value.length, 0);
}
