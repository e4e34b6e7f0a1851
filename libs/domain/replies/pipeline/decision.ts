/** Step 3: what to say: friendly words, the answer of a question, an answer from passages, or that nobody knows. */
import type { FoundPassage, KnowledgeBase } from '#domain/knowledge';
import type { Assessment } from '../evidence/assessment';
import { replyConfidence } from '../extractive/confidence';
import { plainText } from '../message/plain-text';
import type { Quotes } from '../passages/span';
import type { ReplyRequest } from '../replies.types';
import { noContextText, smallTalkText } from '../wording/fixed-texts';
import type { RetrievalLimits } from './limits';
import { withoutNearDuplicates } from './near-duplicates';
import type { Node } from './nodes';
import { type Finding, type Reading, readingOf } from './reading';
import type { Understanding } from './understanding';

export interface AnsweredQuestion {
  text: string;
  words: string;
  /** Best first; the first is the one to quote. Their score is the probability that the answer is there. */
  passages: readonly FoundPassage[];
  /** Whether the first is a question that was written for this, so that its answer is the answer. */
  isAnsweredByQuestion: boolean;
  /** What each of the passages that were read says to the question. */
  quotes: Quotes;
  /** Passages that say the same as a better one, whose id stands beside theirs. */
  sameAs: ReadonlyMap<string, string>;
}

export interface FixedWords {
  kind: 'words';
  text: string;
  confidence: number;
  /** Whether they say that the knowledge does not hold the answer. */
  isRefusal: boolean;
}

export type Decision =
  | FixedWords
  | { kind: 'grounded'; answered: readonly AnsweredQuestion[]; unanswered: readonly string[] };

/** Friendly words are always right. */
const smallTalkConfidence = 1;
/** A refusal does not answer, even if the answer was nearly believed; halving keeps refusals below answers and in order. */
const refusalShare = 0.5;

export function decide(
  request: ReplyRequest,
  { smallTalk, language }: Understanding,
  findings: readonly Finding[],
  bases: readonly KnowledgeBase[],
  limits: RetrievalLimits,
): Decision {
  if (smallTalk !== undefined && !findings.some((finding) => isTitled(request.message, finding))) {
    const knows = bases.map(({ name }) => name);
    return {
      kind: 'words',
      text: smallTalkText(smallTalk, language, { name: request.botName, knows }),
      confidence: smallTalkConfidence,
      isRefusal: false,
    };
  }
  const judged = findings.map(({ question, reading }) => ({ question, usable: usableOf(reading, bases, limits) }));
  const answered = judged.flatMap(({ usable }) => (usable.passages.length > 0 ? [usable] : []));
  const unanswered = judged.flatMap(({ question, usable }) => (usable.passages.length > 0 ? [] : [question.text]));
  if (answered.length > 0) return { kind: 'grounded', answered, unanswered };
  return refusal(
    request,
    language,
    Math.max(0, ...findings.map(({ reading }) => replyConfidence(reading.probability))),
  );
}

/** @param confidence that the reply not given would have had */
export function refusal({ configuration }: ReplyRequest, language: string, confidence: number): FixedWords {
  const text = configuration.fallbackMessage?.trim() ? configuration.fallbackMessage : noContextText(language);
  return { kind: 'words', text, confidence: confidence * refusalShare, isRefusal: true };
}

/** Whoever writes an article with the title "Hello" wants it said. */
function isTitled(message: string, { reading }: Finding): boolean {
  return reading.found.some(({ title }) => plainText(title) === plainText(message));
}

/**
 * What reaches the thresholds. A question that goes first is the answer alone; else everything is context. When the base of the
 * passage with the best sentence refuses it, the bases that ask for less are looked at alone.
 */
function usableOf(reading: Reading, bases: readonly KnowledgeBase[], limits: RetrievalLimits): AnsweredQuestion {
  const least = new Map(bases.map((base) => [base.id, limits.minKept(base)]));
  const reaches = (baseId: string, score: number) => score >= (least.get(baseId) ?? 1);
  const kept = (nodes: readonly Node[]) =>
    nodes.filter(({ passage, retrieved }) => {
      const isFound = Math.max(retrieved, passage.score) >= limits.minRetrieved;
      return isFound && reaches(passage.baseId, passage.score);
    });
  const { asked, assessment, found, form, probability } = reading;
  const usable = kept(reading.nodes);
  const quotable = assessment.best?.passage.id;
  if (quotable === undefined || reading.isReranked || leads(usable[0], quotable))
    return answeredBy(reading, usable, limits);
  const others = found.filter(({ baseId, id }) => id !== quotable && reaches(baseId, probability));
  if (others.length === 0) return answeredBy(reading, [], limits);
  const ofOthers = readingOf(form, asked, others);
  return answeredBy(ofOthers, kept(ofOthers.nodes), limits);
}

/** A question, the passage with the best sentence, or one that a vector has found. */
function leads(first: Node | undefined, quotable: string): boolean {
  if (first === undefined) return false;
  return first.isQuestion || first.passage.id === quotable || first.passage.vectorProbability !== undefined;
}

function answeredBy(
  { asked, assessment }: Reading,
  nodes: readonly Node[],
  { kept }: RetrievalLimits,
): AnsweredQuestion {
  const isAnsweredByQuestion = nodes[0]?.isQuestion === true;
  const all = nodes.slice(0, isAnsweredByQuestion ? 1 : nodes.length).map(({ passage }) => passage);
  const { passages, sameAs } = withoutNearDuplicates(all);
  return { ...asked, passages: passages.slice(0, kept), isAnsweredByQuestion, quotes: bestUnits(assessment), sameAs };
}

function bestUnits({ passages }: Assessment): Quotes {
  return new Map(passages.flatMap(({ passage, best }) => (best === undefined ? [] : [[passage.id, best.unit.span]])));
}
