/**
 * The blocks of a file -> passages: headings give the section, and a passage takes as many whole blocks of its section as its
 * size allows. Rows, records and code stay whole where they fit; a question with its answer is a passage of its own, the
 * question being its section. In its metadata a passage tells at which `offset` of the file's text (`extracted-text`) it
 * begins, and on which `page` where the format has pages.
 */
import type { ChunkingSettings, NewPassage } from '#domain/knowledge';
import { estimateTokens } from '#providers/llm';
import type { ExtractedText, FaqBlock } from '#providers/text-extraction';
import { type Piece, piecesOfBlock } from './block-pieces';
import { BlockPlaces } from './extracted-text';
import { overlapOf } from './overlap';
import { withoutBlankEnds } from './pieces';

const PATH_SEPARATOR = ' > ';
const MAX_SECTION_CHARS = 500;
/** Between a question and other words for it. */
const ALTERNATE_SEPARATOR = ' / ';
/** Room for a question in all its words. */
const MAX_ASKED_CHARS = 2_000;

/** One at a time, so that the caller can give way between two. `title` is that of the document. */
export function* passagesOfDocument(
  title: string,
  extracted: ExtractedText,
  size: ChunkingSettings,
): Generator<NewPassage> {
  const writer = new PassageWriter(title, size);
  const places = new BlockPlaces();
  const fits = (text: string) => text.length <= size.maxTokens || estimateTokens(text) <= size.maxTokens;
  if (extracted.title && extracted.title !== title) yield* writer.open({ level: 0, text: extracted.title });
  for (const block of extracted.blocks) {
    const { page } = block;
    const { bodyAt } = places.next(block);
    const place = (at: number): Place => ({ page, offset: bodyAt + at });
    if (block.kind === 'heading') {
      yield* writer.open(block, place(0));
      continue;
    }
    if (block.kind === 'faq') yield* writer.ask(block);
    for (const piece of piecesOfBlock(block, fits)) yield* writer.add(piece, place(piece.at));
    if (block.kind === 'faq') yield* writer.endAnswer();
  }
  yield* writer.end();
}

/** Where something stands in the file. */
interface Place {
  page: number | undefined;
  offset: number;
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
  private place: Place | undefined;
  /** Nothing stands below the last heading yet. */
  private isBare = false;

  constructor(
    private readonly title: string,
    private readonly size: ChunkingSettings,
  ) {}

  /** A heading with nothing below it, not even a deeper heading, is text itself. */
  *open({ level, text }: Heading, place?: Place): Generator<NewPassage> {
    yield* this.close(level);
    this.place = place;
    const above = this.headings.filter((heading) => heading.level < level);
    const repeatsTitle = level > 0 && above.length === 1 && above[0]?.level === 0 && above[0].text === text;
    this.headings = [...(repeatsTitle ? [] : above), { level, text }];
    this.section = pathOf(this.headings, MAX_SECTION_CHARS);
    this.isBare = level > 0;
  }

  /** Its answer follows, and then `endAnswer`. */
  *ask({ question, alternates, level = Number.POSITIVE_INFINITY }: FaqBlock): Generator<NewPassage> {
    yield* this.close(level);
    this.headings = this.headings.filter((heading) => heading.level < level);
    const asked = [question, ...alternates].join(ALTERNATE_SEPARATOR);
    this.section = pathOf([...this.headings, { text: asked }], MAX_ASKED_CHARS);
    this.isBare = false;
  }

  *endAnswer(): Generator<NewPassage> {
    yield* this.flush();
    this.section = pathOf(this.headings, MAX_SECTION_CHARS);
  }

  *add({ text, separator, isProse }: Piece, place: Place): Generator<NewPassage> {
    const tokens = estimateTokens(text);
    if (this.body !== '' && this.tokens + tokens > this.size.maxTokens) {
      const overlap = isProse && this.endsInProse ? overlapOf(this.body, this.size.overlapTokens) : '';
      const overlapAt = (this.place?.offset ?? 0) + this.body.length - overlap.length;
      yield* this.flush();
      this.place = place;
      const overlapTokens = estimateTokens(overlap);
      if (overlap !== '' && overlapTokens + tokens <= this.size.maxTokens) {
        this.body = overlap;
        this.tokens = overlapTokens;
        this.place = { page: place.page, offset: overlapAt };
      }
    }
    if (this.body === '') this.place = place;
    this.body += this.body === '' ? text : separator + text;
    this.tokens += tokens;
    this.endsInProse = isProse;
    this.isBare = false;
  }

  *end(): Generator<NewPassage> {
    if (this.isBare) this.body = this.headings.at(-1)?.text ?? '';
    yield* this.flush();
  }

  /** What is open ends where a heading of that level begins. */
  private *close(nextLevel: number): Generator<NewPassage> {
    const last = this.headings.at(-1);
    if (this.isBare && last && nextLevel <= last.level) this.body = last.text;
    yield* this.flush();
  }

  private *flush(): Generator<NewPassage> {
    const body = withoutBlankEnds(this.body);
    const blanks = this.body.indexOf(body);
    this.body = '';
    this.tokens = 0;
    if (body === '') return;
    const { position, title, section, place } = this;
    this.position++;
    const { page, offset = 0 } = place ?? {};
    const metadata = { ...(page === undefined ? {} : { page }), offset: offset + blanks };
    yield { position, title, section, body, metadata };
  }
}

/** Null of no headings. */
function pathOf(headings: ReadonlyArray<Pick<Heading, 'text'>>, maxChars: number): string | null {
  if (headings.length === 0) return null;
  const path = headings.map(({ text }) => text).join(PATH_SEPARATOR);
  return path.slice(0, maxChars).toWellFormed();
}
