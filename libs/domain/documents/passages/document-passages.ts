/**
 * The blocks of a file -> passages: headings give the section, and a passage takes as many whole blocks of its section as its
 * size allows. Rows, records and code stay whole where they fit. A passage of a format that has pages tells in its metadata on
 * which `page` it begins.
 */
import type { ChunkingSettings, NewPassage } from '#domain/knowledge';
import { estimateTokens } from '#providers/llm';
import type { ExtractedText } from '#providers/text-extraction';
import { type Piece, piecesOfBlock } from './block-pieces';
import { overlapOf } from './overlap';
import { withoutBlankEnds } from './pieces';

const PATH_SEPARATOR = ' > ';
const MAX_SECTION_CHARS = 500;

/** One at a time, so that the caller can give way between two. `title` is that of the document. */
export function* passagesOfDocument(
  title: string,
  extracted: ExtractedText,
  size: ChunkingSettings,
): Generator<NewPassage> {
  const writer = new PassageWriter(title, size);
  const fits = (text: string) => text.length <= size.maxTokens || estimateTokens(text) <= size.maxTokens;
  if (extracted.title && extracted.title !== title) yield* writer.open(0, extracted.title);
  for (const block of extracted.blocks) {
    if (block.kind === 'heading') {
      yield* writer.open(block.level, block.text, block.page);
      continue;
    }
    for (const piece of piecesOfBlock(block, fits)) yield* writer.add(piece, block.page);
  }
  yield* writer.end();
}

interface Heading {
  /** 0 is the title that the file gives itself. */
  level: number;
  text: string;
}

class PassageWriter {
  private headings: Heading[] = [];
  private section: string | null = null;
  private body = '';
  private tokens = 0;
  private endsInProse = false;
  private position = 0;
  /** Where the passage that is written begins. */
  private page: number | undefined;
  /** Nothing stands below the last heading yet. */
  private isBare = false;

  constructor(
    private readonly title: string,
    private readonly size: ChunkingSettings,
  ) {}

  /** A heading with nothing below it, not even a deeper heading, is text itself. */
  *open(level: number, text: string, page?: number): Generator<NewPassage> {
    const last = this.headings.at(-1);
    if (this.isBare && last && level <= last.level) this.body = last.text;
    yield* this.flush();
    this.page = page;
    const above = this.headings.filter((heading) => heading.level < level);
    const repeatsTitle = level > 0 && above.length === 1 && above[0]?.level === 0 && above[0].text === text;
    this.headings = [...(repeatsTitle ? [] : above), { level, text }];
    this.section = this.headings
      .map((heading) => heading.text)
      .join(PATH_SEPARATOR)
      .slice(0, MAX_SECTION_CHARS)
      .toWellFormed();
    this.isBare = level > 0;
  }

  *add({ text, separator, isProse }: Piece, page: number | undefined): Generator<NewPassage> {
    const tokens = estimateTokens(text);
    if (this.body !== '' && this.tokens + tokens > this.size.maxTokens) {
      const overlap = isProse && this.endsInProse ? overlapOf(this.body, this.size.overlapTokens) : '';
      yield* this.flush();
      this.page = page;
      const overlapTokens = estimateTokens(overlap);
      if (overlap !== '' && overlapTokens + tokens <= this.size.maxTokens) {
        this.body = overlap;
        this.tokens = overlapTokens;
      }
    }
    if (this.body === '') this.page = page;
    this.body += this.body === '' ? text : separator + text;
    this.tokens += tokens;
    this.endsInProse = isProse;
    this.isBare = false;
  }

  *end(): Generator<NewPassage> {
    if (this.isBare) this.body = this.headings.at(-1)?.text ?? '';
    yield* this.flush();
  }

  private *flush(): Generator<NewPassage> {
    const body = withoutBlankEnds(this.body);
    this.body = '';
    this.tokens = 0;
    if (body === '') return;
    const { position, title, section, page } = this;
    this.position++;
    yield { position, title, section, body, ...(page === undefined ? {} : { metadata: { page } }) };
  }
}
