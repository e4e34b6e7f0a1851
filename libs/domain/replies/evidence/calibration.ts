/**
 * Evidence -> probability that the passages found hold the answer, by logistic regression. The search
 * judges each passage by its words; this adds what an answerer sees: whether one sentence says most of the question, whether
 * it has a date when a date is asked for, and whether other passages are nearly as good, which happens when the base is
 * about the subject and rarely when it is not.
 */
import type { EvidencePart } from '../explanation.types';
import type { QuotablePassage } from '../passages/quotable-passage';
import { foundCoefficients } from './coefficients';
import type { AnalyzedQuestion, WantedTerm } from './question-analysis';
import type { UnitEvidence } from './unit-evidence';
import { logOdds, probabilityOf } from './unit-score';

export const foundFeatureNames = [
  'searchOdds',
  'secondOdds',
  'thirdOdds',
  'coverage',
  'passageCoverage',
  'titleMatch',
  'missingQuantity',
  'missingName',
  'missingContact',
  'missingNames',
] as const;

/**
 * searchOdds, secondOdds, thirdOdds: log odds of the search for the three best passages, the latter two not below -4, which also
 * stands for "there is none". coverage: share of the question that the best unit says, or what stands above it; passageCoverage that its
 * passage says. titleMatch: the share of the title that the question says, if the title says all of the question.
 * missingQuantity, missingName: what the best unit lacks of a date, number or amount, a name, or a telephone number or address, when one
 * is asked for. missingNames: of the names in the question, those that the passage never says: what is known of Rome says little
 * of Paris.
 */
export type FoundFeatures = Record<(typeof foundFeatureNames)[number], number>;

/** What counts of a passage: the search's probability, and its best unit. */
interface Judged {
  passage: { score: number };
  quotable: QuotablePassage;
  best: { evidence: UnitEvidence } | undefined;
}

interface Explainable {
  question: AnalyzedQuestion;
  passages: readonly Judged[];
  best: Judged | undefined;
}

const leastRivalOdds = -4;
const quantities = new Set(['time', 'duration', 'price', 'count']);
const names = new Set(['person', 'place']);
const contacts = new Set(['phone', 'email', 'address']);
/** Courtesies weigh next to nothing; a title that says the rest says all. */
const wholeQuestion = 0.95;

export function foundFeatures(question: AnalyzedQuestion, passages: readonly Judged[], best: Judged): FoundFeatures {
  const odds = passages.map(({ passage }) => logOdds(passage.score)).sort((a, b) => b - a);
  const rivalOdds = (rank: number) => Math.max(leastRivalOdds, odds[rank] ?? leastRivalOdds);
  const evidence = best.best?.evidence;
  const sign = evidence === undefined ? 0 : evidence.quantitySign + evidence.personSign + evidence.placeSign;
  return {
    searchOdds: odds[0] ?? logOdds(0),
    secondOdds: rivalOdds(1),
    thirdOdds: rivalOdds(2),
    coverage: (evidence?.coverage ?? 0) + (evidence?.contextCoverage ?? 0),
    passageCoverage: evidence?.passageCoverage ?? 0,
    titleMatch: evidence === undefined || evidence.titleCoverage < wholeQuestion ? 0 : evidence.titleShare,
    missingQuantity: quantities.has(question.kind) ? 1 - sign : 0,
    missingName: names.has(question.kind) ? 1 - sign : 0,
    missingContact: contacts.has(question.kind) ? 1 - (evidence?.contactSign ?? 0) : 0,
    missingNames: missingNames(question, best.quotable),
  };
}

function missingNames({ words }: AnalyzedQuestion, { units, titleTerms }: QuotablePassage): number {
  const names = words.filter(({ isName }) => isName);
  if (names.length === 0) return 0;
  const isSaid = ({ term }: WantedTerm) =>
    titleTerms.has(term) || units.some(({ terms, context }) => terms.has(term) || context.has(term));
  return names.filter(({ terms }) => !terms.some(isSaid)).length / names.length;
}

/** What each feature adds to the log odds; empty when nothing was found. */
export function explainedEvidence({ question, passages, best }: Explainable): EvidencePart[] {
  if (best === undefined) return [];
  const features = foundFeatures(question, passages, best);
  const parts = foundFeatureNames.map((name) => ({
    name,
    value: features[name],
    logOdds: foundCoefficients[name] * features[name],
  }));
  return [{ name: 'intercept', value: 1, logOdds: foundCoefficients.intercept }, ...parts];
}

export function foundProbability(features: FoundFeatures): number {
  const sum = foundFeatureNames.reduce((total, name) => total + foundCoefficients[name] * features[name], 0);
  return probabilityOf(foundCoefficients.intercept + sum);
}
