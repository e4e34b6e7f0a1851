/**
 * Lines of JSON (one object each), or one document: a list, or an object with the list `examples`. Elements of a document are
 * found by their brackets and parsed one by one, so that no more than one is worked on at a time, and each has its line.
 */
import { isObject } from '../datasets/example-rules';
import { DATASET_FILE_LIMITS } from './dataset-files.types';
import { type FileRow, valuesOf } from './file-row';

const LINE_END = 0x0a;
const QUOTE = '"';

export function* jsonRows(text: string): Generator<FileRow> {
  const reader = new JsonReader(text);
  if (reader.peek() !== '[' && !isDocument(text)) return yield* reader.lines();
  if (reader.peek() === '[') yield* reader.elements();
  else yield* reader.listNamed('examples');
  if (reader.peek() !== '') yield { line: reader.line, fault: 'Nothing may stand behind the list.' };
}

/** An object that goes on after its first line, or that has the list. */
function isDocument(text: string): boolean {
  const [line = ''] = text.trimStart().slice(0, DATASET_FILE_LIMITS.rowLength).split('\n', 1);
  const first = parsed(line);
  if (isObject(first)) return Array.isArray(first.examples);
  return /^\{$|^\{\s*"examples"\s*:|^\{.*[,[{]$/.test(line.trimEnd());
}

class JsonReader {
  private at = 0;
  line = 1;
  private isBroken = false;

  constructor(private readonly text: string) {
    this.skipBlank();
  }

  /** The character that is to be read; empty at the end. */
  peek(): string {
    return this.text.charAt(this.at);
  }

  *lines(): Generator<FileRow> {
    while (this.peek() !== '') {
      const end = this.text.indexOf('\n', this.at);
      const piece = this.text.slice(this.at, end < 0 ? undefined : end);
      yield rowOf(piece, this.line);
      this.at += piece.length;
      this.skipBlank();
    }
  }

  /** Of the list that begins here. */
  *elements(): Generator<FileRow> {
    this.pass();
    if (this.peek() === ']') {
      this.pass();
      return;
    }
    for (;;) {
      const { line } = this;
      const piece = this.value();
      yield piece === '' ? { line, fault: 'A value is missing.' } : rowOf(piece, line);
      if (this.peek() !== ',') break;
      this.pass();
    }
    if (this.peek() === ']') this.pass();
    else yield this.breakOff('The list');
  }

  /** Of the object that begins here; its other members are passed over. */
  *listNamed(name: string): Generator<FileRow> {
    let isFound = false;
    do {
      this.pass();
      const key = parsed(this.value());
      if (typeof key !== 'string' || this.peek() !== ':') break;
      this.pass();
      if (key === name && this.peek() === '[') {
        isFound = true;
        yield* this.elements();
      } else this.value();
    } while (this.peek() === ',');
    if (this.isBroken) return;
    if (this.peek() !== '}') yield this.breakOff('The object');
    else if (!isFound) yield { line: 1, fault: 'There is no list of examples.' };
    this.pass();
  }

  private breakOff(what: string): FileRow {
    this.isBroken = true;
    this.at = this.text.length;
    return { line: this.line, fault: `${what} goes on in a way that is not JSON, or does not end.` };
  }

  /** One character, and the blanks behind it. */
  private pass(): void {
    this.at += 1;
    this.skipBlank();
  }

  private value(): string {
    const start = this.at;
    this.at = this.endOfValue();
    const piece = this.text.slice(start, this.at);
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', end + 1)) this.line += 1;
    this.skipBlank();
    return piece.trimEnd();
  }

  private endOfValue(): number {
    let depth = 0;
    for (let at = this.at; at < this.text.length; at++) {
      const char = this.text.charAt(at);
      if (char === QUOTE) at = this.endOfText(at);
      else if (char === '{' || char === '[') depth += 1;
      else if (char === '}' || char === ']') {
        if (depth === 0) return at;
        depth -= 1;
        if (depth === 0) return at + 1;
      } else if (depth === 0 && (char === ',' || char === ':')) return at;
    }
    return this.text.length;
  }

  /** Where the closing quote is. */
  private endOfText(start: number): number {
    for (let end = this.text.indexOf(QUOTE, start + 1); end >= 0; end = this.text.indexOf(QUOTE, end + 1)) {
      let escapes = 0;
      while (this.text[end - 1 - escapes] === '\\') escapes += 1;
      if (escapes % 2 === 0) return end;
    }
    return this.text.length;
  }

  private skipBlank(): void {
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === LINE_END) this.line += 1;
      else if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return;
    }
  }
}

function rowOf(piece: string, line: number): FileRow {
  const { rowLength } = DATASET_FILE_LIMITS;
  if (piece.length > rowLength)
    return { line, fault: `It has more than ${rowLength.toLocaleString('en-US')} characters.` };
  const value = parsed(piece);
  return isObject(value) ? { line, values: valuesOf(value) } : { line, fault: 'It is not a JSON object.' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
