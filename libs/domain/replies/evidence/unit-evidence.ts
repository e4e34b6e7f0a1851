/** What speaks for each unit of the passages holding the answer to a question, as numbers that compare across questions. */
import type { QuotablePassage, Unit } from '../passages/quotable-passage';
import { answerSign } from './answer-signs';
import type { AskedKind } from './asked-kind';
import { type AnalyzedQuestion, holdsAny, type WantedTerm } from './question-analysis';

/** BM25 over sentences (k1 0.9, b 0.3, the best of our trials). */
const k1 = 0.9;
const b = 0.3;

/** The order is that of the coefficients. Shares are of the question's worth, 0 to 1, unless said otherwise. */
export const unitFeatures = [
  'bm25',
  'coverage',
  'contextCoverage',
  'titleCoverage',
  'titleShare',
  'pairShare',
  'gramShare',
  'neighbour',
  'previousCoverage',
  'nextCoverage',
  'coverageWithPrevious',
  'passageCoverage',
  'quantitySign',
  'personSign',
  'nameSign',
  'placeSign',
  'reasonSign',
  'mannerSign',
  'contactSign',
  'isQuestion',
  'logLength',
] as const;

/**
 * bm25: of the question's total worth. contextCoverage: words that only the title, heading or introduction says. titleCoverage: words that the
 * title says, whether or not the unit does; titleShare: of the title's terms, those that the question says. neighbour: bm25 of the
 * better neighbour. coverageWithPrevious: together with the unit before, for "It costs 5 euros". passageCoverage: by the whole passage.
 * ...Sign: see answer-signs, 0 when something else is asked. isQuestion: 1 for a unit that asks. logLength: natural logarithm of 1 + words.
 */
export type UnitEvidence = Record<(typeof unitFeatures)[number], number>;

export interface WeighedUnit {
  unit: Unit;
  evidence: UnitEvidence;
}

interface Counted {
  bm25: number;
  held: readonly boolean[];
}

const signOf: Readonly<Record<Exclude<AskedKind, 'other'>, keyof UnitEvidence>> = {
  time: 'quantitySign',
  duration: 'quantitySign',
  price: 'quantitySign',
  count: 'quantitySign',
  person: 'personSign',
  name: 'nameSign',
  place: 'placeSign',
  reason: 'reasonSign',
  manner: 'mannerSign',
  phone: 'contactSign',
  email: 'contactSign',
  address: 'contactSign',
};

/** Of the units of one passage, in their order. `meanLength` is that of all units at hand, in terms. */
export function weighUnits(question: AnalyzedQuestion, passage: QuotablePassage, meanLength: number): WeighedUnit[] {
  const { units, language } = passage;
  const counted = units.map((unit) => countWords(question, unit, meanLength));
  const anywhere = question.words.map((_, i) => counted.some(({ held }) => held[i] === true));
  const passageCoverage = shareOf(question, anywhere);
  const title = titleEvidence(question, passage);
  return units.map((unit, at) => {
    const own = counted[at] as Counted;
    const before = counted[at - 1];
    const after = counted[at + 1];
    const evidence: UnitEvidence = {
      ...noSigns,
      ...title,
      bm25: own.bm25 / question.totalWorth,
      coverage: shareOf(question, own.held),
      contextCoverage: contextCoverage(question, unit, own.held),
      pairShare: pairShare(question, unit),
      gramShare: question.gramShares.get(unit) ?? 0,
      neighbour: Math.max(before?.bm25 ?? 0, after?.bm25 ?? 0) / question.totalWorth,
      previousCoverage: before === undefined ? 0 : shareOf(question, before.held),
      nextCoverage: after === undefined ? 0 : shareOf(question, after.held),
      coverageWithPrevious: shareOf(
        question,
        own.held.map((one, i) => one || before?.held[i] === true),
      ),
      passageCoverage,
      isQuestion: asks(unit) ? 1 : 0,
      logLength: Math.log1p(unit.tokens.length),
    };
    if (question.kind !== 'other')
      evidence[signOf[question.kind]] = answerSign(question.kind, unit, question.said, language);
    return { unit, evidence };
  });
}

function titleEvidence(question: AnalyzedQuestion, { titleTerms }: QuotablePassage) {
  const held = question.words.map(({ terms }) => terms.some(({ term }) => titleTerms.has(term)));
  const wanted = new Set(question.words.flatMap(({ terms }) => terms.map(({ term }) => term)));
  const said = [...titleTerms].filter((term) => wanted.has(term)).length;
  return { titleCoverage: shareOf(question, held), titleShare: said / Math.max(1, titleTerms.size) };
}

const noSigns = {
  quantitySign: 0,
  personSign: 0,
  nameSign: 0,
  placeSign: 0,
  reasonSign: 0,
  mannerSign: 0,
  contactSign: 0,
} as const;

export function asks({ text, kind }: Unit): boolean {
  return kind !== 'code' && /[?？]["'”’)*_]*$/.test(text);
}

function countWords({ words }: AnalyzedQuestion, unit: Unit, meanLength: number): Counted {
  const norm = k1 * (1 - b + (b * unit.sequence.length) / meanLength);
  let bm25 = 0;
  const held = words.map(({ terms, worth }) => {
    const frequency = terms.reduce((sum, { term, weight }) => sum + weight * (unit.terms.get(term) ?? 0), 0);
    bm25 += (worth * frequency * (k1 + 1)) / (frequency + norm);
    return frequency > 0;
  });
  return { bm25, held };
}

function shareOf({ words, totalWorth }: AnalyzedQuestion, held: readonly boolean[]): number {
  return words.reduce((sum, { worth }, i) => sum + (held[i] === true ? worth : 0), 0) / totalWorth;
}

function contextCoverage(question: AnalyzedQuestion, { context }: Unit, held: readonly boolean[]): number {
  const onlyAbove = question.words.map(({ terms }, i) => !held[i] && terms.some(({ term }) => context.has(term)));
  return shareOf(question, onlyAbove);
}

function pairShare({ pairs }: AnalyzedQuestion, unit: Unit): number {
  if (pairs.length === 0) return 0;
  const follows = ([one, two]: readonly [readonly WantedTerm[], readonly WantedTerm[]]) =>
    holdsAny(unit, one) &&
    holdsAny(unit, two) &&
    unit.sequence.some((term, at) => isOf(one, term) && isOf(two, unit.sequence[at + 1]));
  return pairs.filter(follows).length / pairs.length;
}

function isOf(terms: readonly WantedTerm[], wanted: number | undefined): boolean {
  return terms.some(({ term }) => term === wanted);
}
