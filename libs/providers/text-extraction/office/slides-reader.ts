/**
 * PowerPoint (ECMA-376, PresentationML): each slide is a page and a section under its title; then what it says, its tables,
 * and what its speaker notes.
 */
import { openPackage } from '../archives/office-package';
import type { ZipArchive } from '../archives/zip-archive';
import { BlockList } from '../block-list';
import { isHeader } from '../table-header';
import type { ExtractedText } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';
import { type SlideParts, slidesOf } from './slide-parts';
import { type Shape, shapesOf } from './slide-shapes';

const TITLES = new Set(['title', 'ctrTitle']);
/** Number, date, header and footer of every slide, and its picture on the page of notes. */
const ON_EVERY_SLIDE = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg']);
/** Places for lists. */
const LISTS = new Set(['body', 'obj']);
/** A first line that may stand for a title. */
const MAX_TITLE_CHARS = 100;
const NOTES_HEADING = 'Speaker notes';

/** @throws AppError of `text-extraction.errors` */
export async function readSlides(bytes: Uint8Array): Promise<ExtractedText> {
  const archive = openPackage(bytes, { name: 'a PowerPoint presentation (.pptx)', extension: 'pptx' });
  const list = new BlockList();
  slidesOf(archive).forEach((parts, at) => {
    addSlide(archive, parts, { list, page: at + 1 });
  });
  const isEmpty = list.blocks.every(({ kind }) => kind === 'heading');
  if (isEmpty && list.blocks.every((block) => isNumbered(block))) {
    const message =
      'The presentation holds no text; its slides are probably pictures. Send it with recognised text (OCR).';
    throw extractionErrors.no_text({ message });
  }
  return { title: undefined, blocks: list.blocks };
}

interface Target {
  list: BlockList;
  page: number;
}

function addSlide(archive: ZipArchive, { slide, notes, diagrams }: SlideParts, target: Target): void {
  const shapes = shapesOf(archive.readXml(slide)).filter(({ place = '' }) => !ON_EVERY_SLIDE.has(place));
  const titles = shapes.filter(({ place = '' }) => TITLES.has(place));
  const others = shapes.filter((shape) => !titles.includes(shape));
  const title = titles.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join(' ');
  target.list.add({
    kind: 'heading',
    level: 1,
    page: target.page,
    text: title || takenTitle(others) || numbered(target.page),
  });
  for (const shape of others) addShape(shape, target);
  for (const diagram of diagrams) for (const shape of shapesOf(archive.readXml(diagram))) addList(shape, target);
  if (notes !== undefined) addNotes(shapesOf(archive.readXml(notes)), target);
}

/** A slide without a title begins with a short line that stands for one, unless that line is all there is. */
function takenTitle(shapes: readonly Shape[]): string | undefined {
  const first = shapes.find(({ paragraphs }) => paragraphs.length > 0);
  const count = shapes.reduce((sum, { paragraphs, rows }) => sum + paragraphs.length + rows.length, 0);
  const text = first?.paragraphs[0]?.text ?? '';
  if (count < 2 || text === '' || text.length > MAX_TITLE_CHARS) return undefined;
  first?.paragraphs.shift();
  return text;
}

function numbered(page: number): string {
  return `Slide ${page}`;
}

function isNumbered(block: { kind: string; text?: string; page?: number }): boolean {
  return block.kind === 'heading' && block.text === numbered(block.page ?? 0);
}

function addShape(shape: Shape, target: Target): void {
  const { place, paragraphs, rows } = shape;
  if (place !== undefined && LISTS.has(place) && paragraphs.length > 1) addList(shape, target);
  else for (const { text } of paragraphs) target.list.add({ kind: 'paragraph', text, page: target.page });
  addTable(rows, target);
}

function addList({ paragraphs }: Shape, { list, page }: Target): void {
  for (const { text, level } of paragraphs) {
    list.add({ kind: 'list-item', text: text.replaceAll('\n', ' '), depth: level, page });
  }
}

function addTable(rows: readonly string[][], { list, page }: Target): void {
  const [first = [], ...others] = rows;
  const names = others.length > 0 && isHeader(first) ? first : [];
  for (const row of names.length > 0 ? others : rows) {
    list.row(
      row.map((value, column) => ({ name: names[column], value })),
      page,
    );
  }
}

function addNotes(shapes: readonly Shape[], { list, page }: Target): void {
  const said = shapes.filter(({ place = '' }) => !ON_EVERY_SLIDE.has(place)).flatMap(({ paragraphs }) => paragraphs);
  if (said.length === 0) return;
  list.add({ kind: 'heading', level: 2, text: NOTES_HEADING, page });
  for (const { text } of said) list.add({ kind: 'paragraph', text, page });
}
