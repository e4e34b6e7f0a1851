/**
 * Chooses what to quote of a passage: the best sentence with what belongs to it. Sentences that follow each other in a short
 * paragraph belong together, a line that ends in a colon belongs to the list below it, the steps of a procedure to each
 * other, and "It costs 5 euros" to the sentence before it.
 */

import type { AskedKind } from '../evidence/asked-kind';
import type { AssessedPassage, ScoredUnit } from '../evidence/assessment';
import { asks } from '../evidence/unit-evidence';
import { introduces, type QuotablePassage, type Unit } from '../passages/quotable-passage';

/** Indices into `units` of the passage, ascending. */
export type Quotation = readonly number[];

/** A paragraph of no more is quoted whole. */
const wholeParagraphSentences = 5;
const wholeParagraphChars = 420;
/** Of a longer paragraph the best sentence and neighbours that score at most so much less: odds of 1 to 3. */
const neighbourGap = Math.log(3);
const maxSentences = 3;
const nearlyAsGood = 0.7;
/** Steps are quoted whole up to this number, other lists and tables when they are short. */
const maxSteps = 25;
const maxListUnits = 12;
/** Of a long list the best items that score at most so much less than the best. */
const itemGap = 1;
const maxItems = 3;

const leansOnSentenceBefore =
  /^(?:it|its|they|them|their|this|that|these|those|he|she|his|her|then|there|otherwise|however|therefore|also|but|and|so|if so|if not|in this case|in that case|after that|er|sie|es|dies\w*|das|dann|dort|danach|sonst|andernfalls|dazu|dafür|außerdem|il|elle|ils|elles|cela|ce|ces|ensuite|sinon|alors|esto|eso|estos|ellos|luego|además|questo|questi|poi|isso|isto|eles|depois|dit|dat|deze|daarna|anders)\b/i;

export function quotationOf({ quotable, units, best }: AssessedPassage, kind: AskedKind): Quotation {
  if (best === undefined) return [];
  const at = firstOfBest(units, best);
  const start = asks(best.unit) ? nextAnswer(quotable, at) : at;
  const chosen =
    blockOf(quotable, start) === 'prose' ? quoteProse(quotable, units, start) : quoteList(quotable, units, start);
  const quoted = withIntroductions(quotable, withLists(quotable, chosen, kind));
  return [...quoted].sort((a, b) => a - b);
}

/** Articles go from the general to the special: of units that are nearly as good as the best, the first is meant. */
function firstOfBest(units: readonly ScoredUnit[], best: ScoredUnit): number {
  return units.findIndex(({ score, unit }) => score >= best.score - nearlyAsGood && !asks(unit));
}

/** In "How do I pay? By card." the question repeats what was asked, the answer is what follows. */
function nextAnswer({ units }: QuotablePassage, at: number): number {
  const next = units.findIndex((unit, index) => index > at && !asks(unit));
  return next < 0 ? at : next;
}

function blockOf({ units }: QuotablePassage, at: number) {
  return (units[at] as Unit).kind;
}

function quoteProse({ units }: QuotablePassage, scored: readonly ScoredUnit[], at: number): number[] {
  const block = indicesOfBlock(units, (units[at] as Unit).block);
  const chars = block.reduce((sum, index) => sum + (units[index] as Unit).text.length, 0);
  if (block.length <= wholeParagraphSentences && chars <= wholeParagraphChars)
    return block.filter((index) => !isLeadingQuestion(units, block, index));
  return growFrom(units, scored, block, at);
}

function isLeadingQuestion(units: readonly Unit[], block: readonly number[], index: number): boolean {
  return index === block[0] && block.length > 1 && asks(units[index] as Unit);
}

/** Grows to whichever side is the likelier, while that is likely enough. */
function growFrom(
  units: readonly Unit[],
  scored: readonly ScoredUnit[],
  block: readonly number[],
  at: number,
): number[] {
  const scoreOf = (index: number) =>
    block.includes(index) ? (scored[index]?.score ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY;
  let [from, to] = [at, at];
  if (leansOnSentenceBefore.test((units[at] as Unit).text) && block.includes(at - 1)) from -= 1;
  while (to - from + 1 < maxSentences) {
    const [before, after] = [scoreOf(from - 1), scoreOf(to + 1)];
    if (Math.max(before, after) < scoreOf(at) - neighbourGap) break;
    if (after >= before) to += 1;
    else from -= 1;
  }
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function quoteList({ units, blocks }: QuotablePassage, scored: readonly ScoredUnit[], at: number): number[] {
  const { block } = units[at] as Unit;
  const items = indicesOfBlock(units, block);
  const limit = blocks[block]?.isOrdered ? maxSteps : maxListUnits;
  if (items.length <= limit) return items;
  const least = (scored[at]?.score ?? 0) - itemGap;
  const ranked = items
    .filter((index) => (scored[index]?.score ?? 0) >= least)
    .sort((a, b) => (scored[b]?.score ?? 0) - (scored[a]?.score ?? 0));
  const header = blocks[block]?.kind === 'table' ? items.slice(0, 2) : [];
  return [...new Set([...header, ...ranked.slice(0, maxItems)])];
}

/** A paragraph that announces a list is torn without it; one that asks how to do something wants the steps that follow. */
function withLists({ units, blocks, passage }: QuotablePassage, chosen: readonly number[], kind: AskedKind): number[] {
  const last = Math.max(...chosen);
  const paragraph = indicesOfBlock(units, (units[last] as Unit).block);
  const end = paragraph.at(-1) ?? last;
  const following = units[end + 1];
  if (following === undefined || following.kind === 'prose' || (units[last] as Unit).kind !== 'prose')
    return [...chosen];
  const announces = introduces(passage.text, (units[end] as Unit).span);
  const wantsSteps = kind === 'manner' && (blocks[following.block]?.isOrdered ?? false);
  if (!(announces && (last === end || kind === 'manner')) && !wantsSteps) return [...chosen];
  const list = indicesOfBlock(units, following.block);
  return list.length > maxSteps ? [...chosen] : [...chosen, ...paragraph.filter((index) => index > last), ...list];
}

/** The line above a quoted list, if it announces it. */
function withIntroductions({ units, blocks, passage }: QuotablePassage, chosen: readonly number[]): number[] {
  const first = Math.min(...chosen);
  const { kind, block } = units[first] as Unit;
  const above = units[first - 1];
  if (kind === 'prose' || above === undefined || above.block !== block - 1 || above.kind !== 'prose')
    return [...chosen];
  const belongs = introduces(passage.text, above.span) || blocks[block]?.isOrdered || kind === 'code';
  if (!belongs) return [...chosen];
  const leans = leansOnSentenceBefore.test(above.text) || /^to do (?:so|this)\b/i.test(above.text);
  return leans && units[first - 2]?.block === above.block ? [first - 2, first - 1, ...chosen] : [first - 1, ...chosen];
}

function indicesOfBlock(units: readonly Unit[], block: number): number[] {
  return units.flatMap((unit, index) => (unit.block === block ? [index] : []));
}
