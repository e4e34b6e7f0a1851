/**
 * The training data of Rasa 3 (`nlu`) and the answers of its domain (`responses`), which may stand in one file. All scalars
 * are texts, whatever they look like ("failsafe", YAML 1.2.2, 10.1); aliases and tags are refused, so nothing is larger than it
 * stands in the file. Meant for a thread: reading is synchronous, and a hostile file may take it long or exhaust its stack.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { DATASET_FILE_LIMITS } from '../dataset-files.types';
import { withoutAnnotations } from './annotations';

export interface RasaIntent {
  intent: string;
  texts: string[];
  /** Where each of them stands. */
  lines: number[];
}

export interface RasaReading {
  intents: RasaIntent[];
  /** By intent: the first text of its response. */
  answers: Map<string, string>;
  warnings: string[];
  problems: Array<{ line: number; fault: string }>;
}

const NOT_EXAMPLES = ['synonym', 'regex', 'lookup'];
/** They say nothing about examples, and stand in every file. */
const EXPECTED = ['version', 'intents', 'entities', 'session_config', 'actions'];
const UTTER = 'utter_';

export function readRasa(text: string): RasaReading {
  return new RasaReader(text).read();
}

class RasaReader {
  private readonly lines = new LineCounter();
  private readonly intents: RasaIntent[] = [];
  private readonly answers = new Map<string, string>();
  private readonly problems: RasaReading['problems'] = [];
  private readonly passedOver = new Map<string, number>();

  constructor(private readonly text: string) {}

  read(): RasaReading {
    const { contents, errors, warnings } = parseDocument(this.text, {
      lineCounter: this.lines,
      schema: 'failsafe',
      version: '1.2',
      prettyErrors: false,
      uniqueKeys: false,
    });
    for (const { message, pos } of [...errors, ...warnings].slice(0, DATASET_FILE_LIMITS.problems)) {
      this.refuse(pos[0], `It is not YAML that can be read here: ${message.replace(/\.$/, '')}.`);
    }
    if (this.problems.length === 0) this.readTop(contents);
    return { intents: this.intents, answers: this.answers, warnings: this.warnings, problems: this.problems };
  }

  private readTop(top: ParsedNode | null): void {
    if (!isMap(top)) {
      this.refuse(0, 'The file must have nlu, as Rasa 3 has it.');
      return;
    }
    for (const { key, value } of top.items) {
      const name = textOf(key);
      if (name === 'nlu') this.readNlu(value);
      else if (name === 'responses') this.readResponses(value);
      else if (name === undefined || !EXPECTED.includes(name)) this.passOver(name ?? 'key that is no text');
    }
  }

  private readNlu(nlu: unknown): void {
    if (textOf(nlu) === '' || nlu === null) return;
    if (!isSeq(nlu)) {
      this.refuseNode(nlu, 'nlu must be a list.');
      return;
    }
    for (const block of nlu.items) {
      if (!isMap(block)) this.refuseNode(block, 'Each element of nlu must be a mapping with intent and examples.');
      else this.readBlock(block);
    }
  }

  private readBlock(block: YAMLMap): void {
    const intent = block.get('intent', true);
    const other = NOT_EXAMPLES.find((name) => block.has(name));
    if (intent === undefined && other !== undefined) {
      this.passOver(other);
      return;
    }
    const name = textOf(intent)?.trim();
    if (!name) {
      this.refuseNode(intent ?? block, 'intent is required and must be a text.');
      return;
    }
    const read: RasaIntent = { intent: name, texts: [], lines: [] };
    this.intents.push(read);
    this.readExamples(read, block.get('examples', true), block);
  }

  private readExamples(read: RasaIntent, examples: unknown, block: YAMLMap): void {
    if (isSeq(examples)) for (const one of examples.items) this.readExample(read, one);
    else if (textOf(examples) === undefined)
      this.refuseNode(examples ?? block, 'examples is required and must be a text or a list.');
    else this.readLines(read, examples);
  }

  private readExample(read: RasaIntent, example: unknown): void {
    const said = isMap(example) ? example.get('text', true) : example;
    const text = textOf(said);
    if (text === undefined) {
      this.refuseNode(example, 'An example must be a text, or have one.');
      return;
    }
    read.texts.push(withoutAnnotations(text));
    read.lines.push(this.lineOf(said));
  }

  /** A text in which each line is an example, after a dash. */
  private readLines(read: RasaIntent, examples: unknown): void {
    const isBlock = isScalar(examples) && (examples.type === 'BLOCK_LITERAL' || examples.type === 'BLOCK_FOLDED');
    let line = this.lineOf(examples) + (isBlock ? 0 : -1);
    for (const piece of (textOf(examples) ?? '').split('\n')) {
      line += 1;
      const said = piece.trim();
      if (said === '' || said === '-') continue;
      if (!said.startsWith('-')) this.problems.push({ line, fault: "An example must begin with '- '." });
      else {
        read.texts.push(withoutAnnotations(said.slice(1).trim()));
        read.lines.push(line);
      }
    }
  }

  private readResponses(responses: unknown): void {
    if (textOf(responses) === '' || responses === null) return;
    if (!isMap(responses)) {
      this.refuseNode(responses, 'responses must be a mapping.');
      return;
    }
    for (const { key, value } of responses.items) {
      const name = textOf(key) ?? '';
      const intent = name.startsWith(UTTER) ? name.slice(UTTER.length) : '';
      const text = isSeq(value) ? this.firstText(value.items) : undefined;
      if (intent === '' || text === undefined) this.passOver('response without a text or an intent');
      else if (!this.answers.has(intent)) this.answers.set(intent, text);
    }
  }

  private firstText(variations: readonly unknown[]): string | undefined {
    for (const one of variations) {
      const text = isMap(one) ? textOf(one.get('text', true)) : undefined;
      if (text !== undefined && text.trim() !== '') return text;
    }
    return undefined;
  }

  private get warnings(): string[] {
    const unused = [...this.answers.keys()].length - this.usedAnswers;
    const told = [...this.passedOver].map(([what, count]) => `${count} × ${what}: passed over.`);
    if (unused > 0) told.push(`${unused} × response for an intent without examples: passed over.`);
    return told.slice(0, DATASET_FILE_LIMITS.warnings);
  }

  private get usedAnswers(): number {
    return new Set(this.intents.map(({ intent }) => intent).filter((intent) => this.answers.has(intent))).size;
  }

  private passOver(what: string): void {
    this.passedOver.set(what, (this.passedOver.get(what) ?? 0) + 1);
  }

  private refuseNode(node: unknown, fault: string): void {
    const rule = isAlias(node) ? 'Aliases (*name) cannot be read here.' : fault;
    this.problems.push({ line: this.lineOf(node), fault: rule });
  }

  private refuse(position: number, fault: string): void {
    this.problems.push({ line: this.lines.linePos(position).line, fault });
  }

  private lineOf(node: unknown): number {
    const [start = 0] = (node as Node | null)?.range ?? [];
    return this.lines.linePos(start).line;
  }
}

/** Of a block it is the text without the line break at its end, which belongs to the notation. */
function textOf(node: unknown): string | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') return undefined;
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED' ? node.value.replace(/\n$/, '') : node.value;
}
