/**
 * Texts that are clearly lists of questions with answers, told by their blocks: paragraphs that begin with "Q:" and "A:", or
 * headings of which most are questions with nothing but text below them.
 */
import type { FaqBlock, TextBlock } from '../text-extraction.contract';

const QUESTION = /^(?:q|question|frage|f|pregunta|p|domanda|d|vraag|v|вопрос|问|問)\s?\d{0,4}\s?[:：]\s*/iu;
const ANSWER = /^(?:a|answer|antwort|respuesta|r|réponse|risposta|resposta|antwoord|ответ|答)\s?\d{0,4}\s?[:：]\s*/iu;
const ALTERNATES =
  /^(?:also asked as|alternates?|alternatives?|alternate questions|variants?|phrasings|varianten|variantes)\s?[:：]\s*/iu;
const ASKS = /[?？؟]\s*$/u;
/** Of the headings with text below them; and so many that it is no chance. */
const MIN_ASKING_SHARE = 0.6;
const MIN_ASKING = 2;
const MIN_PAIRS = 2;
/** Longer ones are chapters, and are cut as such. */
const MAX_ANSWER_CHARS = 4_000;

export function withFaq(blocks: readonly TextBlock[]): readonly TextBlock[] {
  return pairsOf(blocks) ?? askingHeadings(blocks) ?? blocks;
}

/** "Q: …" and "A: …", each in a paragraph or both in one. */
function pairsOf(blocks: readonly TextBlock[]): readonly TextBlock[] | undefined {
  const first = blocks.findIndex((block) => isText(block) && QUESTION.test(block.text));
  if (first < 0) return undefined;
  const found: TextBlock[] = blocks.slice(0, first);
  let pairs = 0;
  for (let at = first; at < blocks.length; ) {
    const { faq, next } = pairAt(blocks, at);
    if (faq) pairs++;
    found.push(faq ?? (blocks[at] as TextBlock));
    at = next;
  }
  return pairs >= MIN_PAIRS ? found : undefined;
}

/** A question, perhaps its alternates, and its answer up to the next question or heading. */
function pairAt(blocks: readonly TextBlock[], start: number): { faq?: TextBlock; next: number } {
  const lines: string[] = [];
  let next = start;
  for (; next < blocks.length; next++) {
    const block = blocks[next] as TextBlock;
    if (!isText(block) || (next > start && QUESTION.test(block.text))) break;
    lines.push(...(block.kind === 'list-item' ? [`- ${block.text}`] : [...block.text.split('\n'), '']));
    if (next === start && !QUESTION.test(block.text)) return { next: start + 1 };
  }
  const answerAt = lines.findIndex((line) => ANSWER.test(line));
  const faq = answerAt > 0 ? faqOfLines(lines, answerAt) : undefined;
  if (!faq) return { next: start + 1 };
  return { faq: withPage(faq, blocks[start]), next };
}

function faqOfLines(lines: readonly string[], answerAt: number): FaqBlock | undefined {
  const asked = lines.slice(0, answerAt).filter((line) => line.trim() !== '');
  const question = asked.filter((line) => !ALTERNATES.test(line)).map((line) => line.replace(QUESTION, ''));
  const answer = lines.slice(answerAt).join('\n').replace(ANSWER, '').trim();
  if (question.length === 0 || answer === '' || answer.length > MAX_ANSWER_CHARS) return undefined;
  return { kind: 'faq', question: question.join(' '), alternates: asked.flatMap(alternatesIn), answer };
}

function askingHeadings(blocks: readonly TextBlock[]): readonly TextBlock[] | undefined {
  const ends = answeredHeadings(blocks);
  const asking = new Set([...ends.keys()].filter((at) => ASKS.test((blocks[at] as { text: string }).text)));
  if (asking.size < MIN_ASKING || asking.size < ends.size * MIN_ASKING_SHARE) return undefined;
  const found: TextBlock[] = [];
  for (let at = 0; at < blocks.length; ) {
    const end = asking.has(at) ? (ends.get(at) as number) : undefined;
    const faq = end === undefined ? undefined : faqUnder(blocks.slice(at, end));
    found.push(faq ?? (blocks[at] as TextBlock));
    at = faq && end !== undefined ? end : at + 1;
  }
  return found;
}

/** Headings right above text, with the place of the next heading. */
function answeredHeadings(blocks: readonly TextBlock[]): Map<number, number> {
  const ends = new Map<number, number>();
  let open = -1;
  blocks.forEach((block, at) => {
    if (block.kind !== 'heading') return;
    if (open >= 0 && at > open + 1) ends.set(open, at);
    open = at;
  });
  if (open >= 0 && open + 1 < blocks.length) ends.set(open, blocks.length);
  return ends;
}

/** Undefined where tables or code stand below it, which are more than an answer's text. */
function faqUnder([heading, ...below]: readonly TextBlock[]): TextBlock | undefined {
  if (heading?.kind !== 'heading' || !below.every(isText)) return undefined;
  const answer = below
    .filter(({ text }) => !ALTERNATES.test(text))
    .map((block) => (block.kind === 'list-item' ? `- ${block.text}` : block.text));
  const text = answer.join('\n\n').replaceAll(/\n\n(?=- )/g, '\n');
  if (answer.length === 0 || text.length > MAX_ANSWER_CHARS) return undefined;
  const alternates = below.flatMap((block) => alternatesIn(block.text));
  const { text: question, level } = heading;
  return withPage({ kind: 'faq', question, alternates, answer: text, level }, heading);
}

function alternatesIn(line: string): string[] {
  return ALTERNATES.test(line) ? line.replace(ALTERNATES, '').split(/\s*[;|]\s*/) : [];
}

function isText(block: TextBlock): block is Extract<TextBlock, { kind: 'paragraph' | 'list-item' }> {
  return block.kind === 'paragraph' || block.kind === 'list-item';
}

function withPage(block: FaqBlock, beside: TextBlock | undefined): TextBlock {
  return beside?.page === undefined ? block : { ...block, page: beside.page };
}
