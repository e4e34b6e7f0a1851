/** One way to read a question, what was found for it, and how likely the answer is among that. */
import { detectLanguage, type FoundPassage, type KnowledgeBase } from '#domain/knowledge';
import type { LlmPassage } from '#providers/llm';
import { type Assessment, assess } from '../evidence/assessment';
import type { Asked } from '../evidence/question-analysis';
import { logOdds, probabilityOf } from '../evidence/unit-score';

/** As said, together with what it leans on, or in the words of the base. */
export type ReadingForm = 'bare' | 'carried' | 'reworded';

export interface Reading {
  form: ReadingForm;
  asked: Asked;
  /** Best first, at most `maxResults` of each base. */
  found: readonly FoundPassage[];
  assessment: Assessment;
  /** Calibrated probability, 0 to 1, that what was found holds the answer. */
  probability: number;
}

/** Log odds lost when other words than the user's were looked for: the names may not mean quite the same. */
const rewordingCost = 0.3;
/** Log odds lost by a passage in another language than the question: what they share are names and chance. */
const foreignCost = 2;

export function readingOf(form: ReadingForm, asked: Asked, found: readonly FoundPassage[]): Reading {
  const assessment = assess(asked, detectLanguage(asked.text, 'en'), found.map(toLlmPassage));
  const cost = form === 'reworded' ? rewordingCost : 0;
  const { best, probability } = assessment;
  return {
    form,
    asked,
    found,
    assessment,
    probability: best === undefined ? 0 : probabilityOf(logOdds(probability) - cost),
  };
}

export function toLlmPassage({ id, title, section, body, language, score }: FoundPassage): LlmPassage {
  return { id, title, section, text: body, language, score };
}

/** Passages in the question's own language first; each base gives no more than it allows. */
export function fitToQuestion(
  text: string,
  found: readonly FoundPassage[],
  bases: readonly KnowledgeBase[],
): FoundPassage[] {
  const spoken = detectLanguage(text);
  const isForeign = ({ language }: FoundPassage) => spoken !== 'simple' && language !== 'simple' && language !== spoken;
  const scored = found.map((passage) =>
    isForeign(passage) ? { ...passage, score: probabilityOf(logOdds(passage.score) - foreignCost) } : passage,
  );
  const limits = new Map(bases.map(({ id, settings }) => [id, settings.maxResults]));
  const taken = new Map<string, number>();
  return scored
    .sort((a, b) => b.score - a.score)
    .filter(({ baseId }) => {
      const count = (taken.get(baseId) ?? 0) + 1;
      taken.set(baseId, count);
      return count <= (limits.get(baseId) ?? 0);
    });
}
