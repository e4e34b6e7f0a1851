/** One way to read a question, what was found for it, and how likely the answer is among that. */
import { type FoundPassage, type KnowledgeBase } from '#domain/knowledge';
import { detectLanguage } from '#domain/language';
import type { Asked } from '../evidence/question-analysis';
import { logOdds, probabilityOf } from '../evidence/unit-score';
import type { RetrievalLimits } from './limits';
import { isQuestion, lookAgain, type SecondLook } from './nodes';
import type { Question } from './understanding';

/** As said, together with what it leans on, with its references named, or in the words of the base. */
export type ReadingForm = 'bare' | 'carried' | 'resolved' | 'reworded';

export interface Reading extends SecondLook {
  form: ReadingForm;
  asked: Asked;
  /** Best first, at most what the limits allow of each base. */
  found: readonly FoundPassage[];
  /** Calibrated probability, 0 to 1, that what was found holds the answer. */
  probability: number;
  /** Whether a rerank model has given the scores. */
  isReranked?: boolean;
}

/** A question of the message, and the reading of it that counts. */
export interface Finding {
  question: Question;
  reading: Reading;
}

/** Log odds lost when other words than the user's were looked for: the names may not mean quite the same. */
const rewordingCost = 0.3;
/** Log odds lost by a passage in another language than the question: what they share are names and chance. */
const foreignCost = 2;

export function readingOf(form: ReadingForm, asked: Asked, found: readonly FoundPassage[]): Reading {
  const look = lookAgain(asked, found, form === 'reworded' ? rewordingCost : 0);
  return { form, asked, found, ...look, probability: look.nodes[0]?.passage.score ?? 0 };
}

/** Passages in the question's own language first; each base gives no more documents and questions than it may. */
export function fitToQuestion(
  text: string,
  found: readonly FoundPassage[],
  bases: readonly KnowledgeBase[],
  { perIndex }: RetrievalLimits,
): FoundPassage[] {
  const spoken = detectLanguage(text);
  const isForeign = ({ language }: FoundPassage) => spoken !== 'simple' && language !== 'simple' && language !== spoken;
  const limits = new Map(bases.map((base) => [base.id, perIndex(base)]));
  const taken = new Map<string, Set<string>>();
  return found
    .map((passage) => (isForeign(passage) ? withForeignCost(passage) : passage))
    .sort((a, b) => b.score - a.score)
    .filter((passage) => {
      // Phrasings of one question take one place.
      const [kind, place] = isQuestion(passage) ? ['?', passage.documentId] : ['', passage.id];
      const places = taken.get(passage.baseId + kind) ?? new Set();
      taken.set(passage.baseId + kind, places.add(place));
      return places.size <= (limits.get(passage.baseId) ?? 0);
    });
}

/** What vectors say is left as it is: their models know languages. */
function withForeignCost(passage: FoundPassage): FoundPassage {
  const { score, vectorProbability = 0 } = passage;
  return { ...passage, score: Math.max(vectorProbability, probabilityOf(logOdds(score) - foreignCost)) };
}
