/**
 * JSON (RFC 8259), or one value a line (JSON Lines). Each object of a list is a record; what is nested in it stands under
 * its path in words: `{"openingHours": {"monday": "9-17"}}` is "opening hours monday: 9-17". A list of objects under a name
 * gets the name as its heading.
 */
import { BlockList, MAX_CELLS } from '../block-list';
import { type Field, faqOfFields } from '../faq/faq-fields';
import type { Pace } from '../pace';
import { decodeText } from '../text-decoding';
import type { Cell, ExtractedText, ExtractOptions, TextExtractor } from '../text-extraction.contract';
import { extractionErrors } from '../text-extraction.errors';

/** Of what is read; deeper is refused, so that no recursion of ours goes deeper either. */
const MAX_DEPTH = 100;
const LINES_EXTENSIONS = ['jsonl', 'ndjson'];

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

export const jsonExtractor: TextExtractor = {
  format: 'json',
  mediaTypes: ['application/json', 'text/json', 'application/x-ndjson', 'application/jsonl', 'application/ld+json'],
  extensions: ['json', ...LINES_EXTENSIONS],

  recognizes: ({ text }) => text !== undefined && /^\s*(?:\{\s*"|\[\s*[{["])/.test(text),

  async extract(bytes: Uint8Array, { pace }: ExtractOptions): Promise<ExtractedText> {
    const list = new BlockList();
    await new JsonReader(list, pace).read(parse(decodeText(bytes)), [], 0);
    return { title: undefined, blocks: list.blocks };
  },
};

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const lines = parseLines(text);
    if (lines) return lines;
    throw extractionErrors.malformed({ message: `The file is not valid JSON: ${reasonOf(error)}.`, cause: error });
  }
}

/** Undefined when not every line is a value of its own. */
function parseLines(text: string): Json[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) return undefined;
  try {
    return lines.map((line) => JSON.parse(line) as Json);
  } catch {
    return undefined;
  }
}

/** In V8's words, without what ours say already. */
function reasonOf(error: unknown): string {
  const text = (error as Error).message.replace(/ is not valid JSON$/, '').replace(/ in JSON(?= at)/, '');
  return (text.charAt(0).toLowerCase() + text.slice(1)).replace(/\s+/g, ' ').replace(/\.$/, '');
}

class JsonReader {
  constructor(
    private readonly list: BlockList,
    private readonly pace: Pace,
  ) {}

  /**
   * @param path the names above the value, which become its headings
   * @param depth objects and lists that the value stands in
   */
  async read(value: Json, path: readonly string[], depth: number): Promise<void> {
    refuseTooDeep(depth);
    if (Array.isArray(value)) await this.readList(value, path, depth);
    else if (isObject(value)) await this.readObject(value, path, depth);
    else this.list.paragraph(textOf(value));
  }

  private async readList(values: readonly Json[], path: readonly string[], depth: number): Promise<void> {
    for (const value of values) {
      if (isObject(value)) this.addRecord(value);
      else await this.read(value, path, depth + 1);
      if (this.pace.isDue) await this.pace.step();
    }
  }

  private addRecord(object: JsonObject): void {
    const fields = fieldsOf(object);
    const faq = fields && faqOfFields(fields);
    if (faq) this.list.add(faq);
    else this.list.row(cellsOf(object));
  }

  /** Its own fields first, then what deserves a heading. */
  private async readObject(object: JsonObject, path: readonly string[], depth: number): Promise<void> {
    const entries = Object.entries(object);
    const sections = entries.filter(([, value]) => holdsRecords(value));
    if (sections.length === 0) {
      this.addRecord(object);
      return;
    }
    this.list.row(cellsOf(Object.fromEntries(entries.filter(([, value]) => !holdsRecords(value)))));
    for (const [name, value] of sections) {
      this.list.heading(path.length + 1, wordsOf(name));
      await this.read(value, [...path, name], depth + 1);
    }
  }
}

/** Names with all their values, of a record without records in it; undefined of another. */
function fieldsOf(object: JsonObject): Field[] | undefined {
  const fields: Field[] = [];
  for (const [name, value] of Object.entries(object)) {
    const values = Array.isArray(value) ? value : [value];
    if (values.some((one) => typeof one === 'object' && one !== null)) return undefined;
    fields.push({ name, values: values.map(textOf) });
  }
  return fields;
}

/** Whether it is, or somewhere holds, a list with objects. */
function holdsRecords(value: Json, depth = 0): boolean {
  refuseTooDeep(depth);
  if (Array.isArray(value)) return value.some(isObject);
  return isObject(value) && Object.values(value).some((member) => holdsRecords(member, depth + 1));
}

function cellsOf(record: JsonObject): Cell[] {
  const cells: Cell[] = [];
  collect(record, [], cells);
  return cells;
}

function collect(value: Json, path: readonly string[], cells: Cell[]): void {
  if (cells.length >= MAX_CELLS) return;
  refuseTooDeep(path.length);
  if (Array.isArray(value) && !value.some((member) => typeof member === 'object')) {
    cells.push({ name: path.join(' '), value: value.map(textOf).join(', ') });
  } else if (Array.isArray(value)) {
    value.forEach((member, at) => {
      collect(member, [...path, String(at + 1)], cells);
    });
  } else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) collect(member, [...path, wordsOf(name)], cells);
  } else if (value !== null) cells.push({ name: path.join(' '), value: textOf(value) });
}

function refuseTooDeep(depth: number): void {
  if (depth <= MAX_DEPTH) return;
  throw extractionErrors.too_nested({ message: `The file is nested deeper than ${MAX_DEPTH} levels.` });
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: Json): string {
  return typeof value === 'string'
    ? value
    : value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);
}

/** `openingHours`, `opening_hours` -> "opening hours"; "URL" stays what it is. */
function wordsOf(name: string): string {
  return name
    .replace(/[_-]+/g, ' ')
    .replace(
      /(\p{Ll}|\p{N})(\p{Lu})(?=\p{Ll})/gu,
      (_match, before: string, capital: string) => `${before} ${capital.toLowerCase()}`,
    )
    .trim();
}
