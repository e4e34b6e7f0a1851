/**
 * A text as the sections that its Markdown headings (`# ...`) make, each a list of paragraphs. Lines that begin with
 * `#` within fenced code are no headings. CommonMark 0.31, sections 4.2 (ATX headings) and 4.5 (fences).
 */
export interface Section {
  /** The headings above the text, outermost first and joined; null before the first heading. */
  heading: string | null;
  paragraphs: readonly string[];
}

const ATX_HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A longer line is prose that happens to begin with `#`. */
const MAX_HEADING_CHARS = 200;
const PATH_SEPARATOR = ' > ';

export function sectionsOf(text: string): Section[] {
  const reader = new SectionReader();
  for (const line of text.split(/\r\n|\n|\r/)) reader.read(line);
  return reader.end();
}

interface Heading {
  level: number;
  text: string;
}

class SectionReader {
  private readonly sections: Section[] = [];
  private headings: Heading[] = [];
  private paragraphs: string[] = [];
  private lines: string[] = [];
  /** The fence that is open, e.g. "```". */
  private fence: string | undefined;

  read(line: string): void {
    if (this.fence !== undefined) {
      this.lines.push(line);
      if (closes(this.fence, line)) this.fence = undefined;
      return;
    }
    const heading = headingOf(line);
    if (heading) this.open(heading);
    else if (line.trim() === '') this.endParagraph();
    else {
      this.fence = FENCE.exec(line)?.[1];
      this.lines.push(line);
    }
  }

  end(): Section[] {
    this.endSection(0);
    return this.sections;
  }

  private open(heading: Heading): void {
    this.endSection(heading.level);
    this.headings = [...this.headings.filter(({ level }) => level < heading.level), heading];
  }

  /** A heading without text of its own is itself the text, unless deeper headings carry it on. */
  private endSection(nextLevel: number): void {
    this.endParagraph();
    const innermost = this.headings.at(-1);
    if (this.paragraphs.length === 0 && innermost && nextLevel <= innermost.level) this.paragraphs.push(innermost.text);
    if (this.paragraphs.length > 0) this.sections.push({ heading: this.path(), paragraphs: this.paragraphs });
    this.paragraphs = [];
  }

  private endParagraph(): void {
    if (this.lines.length > 0) this.paragraphs.push(this.lines.join('\n'));
    this.lines = [];
  }

  private path(): string | null {
    return this.headings.length === 0 ? null : this.headings.map(({ text }) => text).join(PATH_SEPARATOR);
  }
}

function headingOf(line: string): Heading | undefined {
  const [, marks, text] = ATX_HEADING.exec(line) ?? [];
  if (marks === undefined || !text || text.length > MAX_HEADING_CHARS) return undefined;
  return { level: marks.length, text };
}

function closes(fence: string, line: string): boolean {
  const mark = line.trim();
  return mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length);
}
