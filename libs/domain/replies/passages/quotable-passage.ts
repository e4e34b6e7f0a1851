/**
 * A found passage as units that an answer may quote: sentences, list items, table rows, code. Each unit knows its words and
 * the words of what stands above it (title, section, heading, the line that introduces a list), since "9 to 5" under
 * "Opening hours" is an answer although it repeats no word of the question.
 */
import { analyzerFor, isLanguageCode, type LanguageCode, type Token, wordForms } from '#domain/language';
import type { LlmPassage } from '#providers/llm';
import { type Span, sliceOf } from './span';
import { type Block, type BlockKind, parseBlocks } from './text-blocks';

export interface Unit {
  text: string;
  span: Span;
  kind: BlockKind;
  /** Index of its block in the passage. */
  block: number;
  tokens: readonly Token[];
  /** How often it says each term, stop words left out. */
  terms: ReadonlyMap<number, number>;
  /** Terms of whole words in their order. */
  sequence: readonly number[];
  /** Terms of what stands above it. */
  context: ReadonlySet<number>;
}

export interface QuotablePassage {
  passage: LlmPassage;
  language: LanguageCode;
  /** Distinct terms of title and section. */
  titleTerms: ReadonlySet<number>;
  blocks: readonly Block[];
  /** In the order of the text; headings are no units. */
  units: readonly Unit[];
}

type ReadText = Omit<QuotablePassage, 'passage'>;

/**
 * A text is read once, however many questions, readings and turns ask about it: reading costs more than weighing. The texts
 * asked about most recently stay, at about 30 KB each.
 */
const mostRemembered = 200;
const alreadyRead = new Map<string, ReadText>();

export function quotablePassage(passage: LlmPassage): QuotablePassage {
  const { title, section, text, language } = passage;
  const key = JSON.stringify([language, title, section, text]);
  const known = alreadyRead.get(key) ?? readPassage(passage);
  // The newest stands last.
  alreadyRead.delete(key);
  alreadyRead.set(key, known);
  if (alreadyRead.size > mostRemembered) alreadyRead.delete(alreadyRead.keys().next().value as string);
  return { passage, ...known };
}

function readPassage(passage: LlmPassage): ReadText {
  const { text } = passage;
  const language = isLanguageCode(passage.language) ? passage.language : 'simple';
  const blocks = parseBlocks(text, language);
  const above = analyzerFor(language).terms(`${passage.title}\n${passage.section ?? ''}`);
  const units: Unit[] = [];
  let headingTerms: number[] = [];
  blocks.forEach((block, index) => {
    if (block.kind === 'heading') {
      headingTerms = analyzerFor(language).terms(sliceOf(text, block.span));
      return;
    }
    const context = new Set([...above, ...headingTerms, ...introductionTerms(units, block, index, text)]);
    for (const span of block.units) units.push(unitOf(text, span, { block, index, language, context }));
  });
  return { language, titleTerms: new Set(above), blocks, units };
}

/** "Bring with you:" belongs to every item of the list below it. */
function introductionTerms(units: readonly Unit[], block: Block, index: number, text: string): number[] {
  const last = units.at(-1);
  if (block.kind === 'prose' || last === undefined || last.block !== index - 1) return [];
  return introduces(text, last.span) || block.isOrdered ? [...last.terms.keys()] : [];
}

export function introduces(text: string, sentence: Span): boolean {
  return /[:：]\s*\**$/.test(sliceOf(text, sentence).trimEnd());
}

interface UnitPlace {
  block: Block;
  index: number;
  language: LanguageCode;
  context: ReadonlySet<number>;
}

function unitOf(text: string, span: Span, { block, index, language, context }: UnitPlace): Unit {
  const own = sliceOf(text, span);
  const tokens = analyzerFor(language).tokens(own);
  const terms = new Map<number, number>();
  const sequence: number[] = [];
  for (const { term, form } of tokens) {
    if (term === 0) continue;
    terms.set(term, (terms.get(term) ?? 0) + 1);
    if (form !== wordForms.joined) sequence.push(term);
  }
  return { text: own, span, kind: block.kind, block: index, tokens, terms, sequence, context };
}
