/** The text of a slide, of its notes or of a diagram: shapes with paragraphs, and tables. ECMA-376, part 1, 19.3 and 21.1 */
import { parseXml, type XmlAttributes } from '../archives/xml';

export interface ShapeParagraph {
  text: string;
  /** Of its list, from 0. */
  level: number;
}

export interface Shape {
  /** Of the layout's place that it fills, e.g. `title`, `body`; undefined of a box of its own. */
  place: string | undefined;
  paragraphs: ShapeParagraph[];
  /** Of a table: rows of cells. */
  rows: string[][];
}

/** A place that says nothing of its type is for any content. */
const ANY_CONTENT = 'obj';

export function shapesOf(xml: Buffer): Shape[] {
  const reader = new ShapeReader();
  parseXml(xml, reader);
  return reader.shapes;
}

class ShapeReader {
  readonly shapes: Shape[] = [];
  private shape: Shape = newShape();
  private paragraph: ShapeParagraph | undefined;
  private row: string[] | undefined;
  private cell: string[] | undefined;
  private isText = false;
  /** Within a second version of the same, for programs that do not know the first. */
  private fallbacks = 0;

  open(element: string, attributes: XmlAttributes): void {
    if (element === 'Fallback') this.fallbacks++;
    if (this.fallbacks > 0) return;
    if (element === 'sp' || element === 'graphicFrame') this.begin();
    else if (element === 'ph') this.shape.place = attributes.type ?? ANY_CONTENT;
    else if (element === 'p') this.paragraph = { text: '', level: 0 };
    else if (element === 'pPr' && this.paragraph) this.paragraph.level = Number(attributes.lvl ?? 0) || 0;
    else if (element === 'br' && this.paragraph) this.paragraph.text += '\n';
    else if (element === 'tr') this.row = [];
    else if (element === 'tc') this.cell = [];
    else if (element === 't') this.isText = true;
  }

  text(text: string): void {
    if (this.isText && this.paragraph && this.fallbacks === 0) this.paragraph.text += text;
  }

  close(element: string): void {
    if (element === 'Fallback') this.fallbacks--;
    if (this.fallbacks > 0) return;
    if (element === 't') this.isText = false;
    else if (element === 'p') this.endParagraph();
    else if (element === 'tc') {
      this.row?.push((this.cell ?? []).join(' '));
      this.cell = undefined;
    } else if (element === 'tr') {
      if (this.row) this.shape.rows.push(this.row);
      this.row = undefined;
    }
  }

  private begin(): void {
    this.shape = newShape();
    this.shapes.push(this.shape);
  }

  private endParagraph(): void {
    const { paragraph } = this;
    this.paragraph = undefined;
    if (!paragraph || paragraph.text.trim() === '') return;
    if (this.cell) this.cell.push(paragraph.text.trim());
    else {
      // A diagram has paragraphs without shapes around them.
      if (this.shapes.length === 0) this.shapes.push(this.shape);
      this.shape.paragraphs.push({ ...paragraph, text: paragraph.text.trim() });
    }
  }
}

function newShape(): Shape {
  return { place: undefined, paragraphs: [], rows: [] };
}
