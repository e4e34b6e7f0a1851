/** Step 3: what to say: friendly words, an answer from the passages, or that the knowledge does not hold it. */
import type { FoundPassage, KnowledgeBase } from '#domain/knowledge';
import { replyConfidence } from '../extractive/confidence';
import { plainText } from '../message/plain-text';
import type { ReplyRequest } from '../replies.types';
import { noContextText, smallTalkText } from '../wording/fixed-texts';
import { type Reading, readingOf } from './reading';
import type { Finding } from './retrieval.service';
import type { Understanding } from './understanding';

export interface AnsweredQuestion {
  text: string;
  words: string;
  /** Best first; the first is the one to quote. Their score is the probability that the answer is there. */
  passages: readonly FoundPassage[];
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
  understanding: Understanding,
  findings: readonly Finding[],
  bases: readonly KnowledgeBase[],
): Decision {
  const { smallTalk, language } = understanding;
  if (smallTalk !== undefined && !findings.some((finding) => isTitled(request.message, finding))) {
    const knows = bases.map(({ name }) => name);
    return {
      kind: 'words',
      text: smallTalkText(smallTalk, language, { name: request.botName, knows }),
      confidence: smallTalkConfidence,
      isRefusal: false,
    };
  }
  const judged = findings.map(({ question, reading }) => ({ question, usable: usableOf(reading, bases) }));
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
 * The passages that reach the threshold of their base. The one to quote gets the probability that the answer is in what was found;
 * no other gets more. When its base refuses it, the bases that ask for less are looked at alone.
 */
function usableOf(reading: Reading, bases: readonly KnowledgeBase[]): AnsweredQuestion {
  const thresholds = new Map(bases.map(({ id, settings }) => [id, settings.relevanceThreshold]));
  const reaches = ({ baseId, score }: FoundPassage) => score >= (thresholds.get(baseId) ?? 1);
  const passages = scored(reading).filter(reaches);
  const { asked, assessment, found, form, probability } = reading;
  const isQuotable = passages[0]?.id === assessment.best?.passage.id;
  if (isQuotable || assessment.best === undefined) return { ...asked, passages };
  const others = found.filter((passage) => reaches({ ...passage, score: probability }));
  return { ...asked, passages: others.length === 0 ? [] : scored(readingOf(form, asked, others)).filter(reaches) };
}

function scored({ found, assessment, probability }: Reading): FoundPassage[] {
  const quoted = assessment.best?.passage.id;
  const others = found
    .filter(({ id }) => id !== quoted)
    .map((passage) => ({ ...passage, score: Math.min(passage.score, probability) }));
  const first = found.filter(({ id }) => id === quoted).map((passage) => ({ ...passage, score: probability }));
  return [...first, ...others];
}
