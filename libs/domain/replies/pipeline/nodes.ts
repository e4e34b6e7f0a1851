/**
 * The second look at what a search has found for a question. Passages of documents are read sentence by sentence; the
 * phrasings of a question are compared with what was asked, and the question is one node however many of them were found.
 * Both give a calibrated probability, to which vectors add what they say.
 */
import { type FoundPassage, fusedProbability } from '#domain/knowledge';
import { detectLanguage } from '#domain/language';
import type { LlmPassage } from '#providers/llm';
import { type Assessment, assess } from '../evidence/assessment';
import type { Asked } from '../evidence/question-analysis';
import { sameQuestionProbability } from '../evidence/question-match';
import { logOdds, probabilityOf } from '../evidence/unit-score';

export interface Node {
  /** Its score is what the second look thinks. */
  passage: FoundPassage;
  isQuestion: boolean;
  /** What the search thought. */
  retrieved: number;
}

export interface SecondLook {
  /** Of the documents among what was found. */
  assessment: Assessment;
  /** Best first. */
  nodes: readonly Node[];
}

/** A question was written to be asked: it goes before a passage that is about as likely (log odds). */
const questionBonus = 1;

/** Log odds that vectors take away at most from what sentences say: what words alone answer well, they answer with vectors too. */
const mostTakenAway = 1;

/** @param cost log odds that sentences lose because other words than the user's were looked for */
export function lookAgain(asked: Asked, found: readonly FoundPassage[], cost = 0): SecondLook {
  const documents = found.filter((passage) => !isQuestion(passage));
  const assessment = assess(asked, detectLanguage(asked.text, 'en'), documents.map(toLlmPassage));
  const nodes = [...documentNodes(documents, assessment, cost), ...questionNodes(asked, found.filter(isQuestion))];
  return { assessment, nodes: inOrder(nodes) };
}

export function inOrder(nodes: readonly Node[]): Node[] {
  const worth = ({ passage, isQuestion }: Node) => logOdds(passage.score) + (isQuestion ? questionBonus : 0);
  return nodes.toSorted((a, b) => worth(b) - worth(a));
}

export function isQuestion({ sourceType }: FoundPassage): boolean {
  return sourceType === 'question';
}

export function toLlmPassage({ id, title, section, body, language, score }: FoundPassage): LlmPassage {
  return { id, title, section, text: body, language, score };
}

/** The passage with the best sentence gets the probability that the answer is in what was found; no other gets more. */
function documentNodes(documents: readonly FoundPassage[], assessment: Assessment, cost: number): Node[] {
  const { best } = assessment;
  const evidence = best === undefined ? 0 : probabilityOf(logOdds(assessment.probability) - cost);
  const isBest = ({ id }: FoundPassage) => id === best?.passage.id;
  // It stays first among those that are as likely.
  const bestFirst = [...documents.filter(isBest), ...documents.filter((passage) => !isBest(passage))];
  return bestFirst.map((passage) => {
    const fused = fusedProbability(evidence, passage.vectorProbability);
    const score = isBest(passage)
      ? Math.max(fused, probabilityOf(logOdds(evidence) - mostTakenAway))
      : Math.min(passage.score, fused);
    return { passage: { ...passage, score }, isQuestion: false, retrieved: passage.score };
  });
}

function questionNodes({ text }: Asked, found: readonly FoundPassage[]): Node[] {
  const phrasings = Map.groupBy(found, ({ documentId }) => documentId);
  return [...phrasings.values()].map((passages) => questionNode(text, passages));
}

function questionNode(text: string, passages: readonly FoundPassage[]): Node {
  const titles = passages.map(({ title }) => title);
  const advice = passages.flatMap(({ byAdvice }) => byAdvice ?? []);
  const byAdvice = advice.length === 0 ? undefined : Math.max(...advice);
  const { probability, best } = sameQuestionProbability(text, titles, undefined, byAdvice);
  const passage = passages[best] as FoundPassage;
  const vectors = passages.flatMap(({ vectorProbability }) => vectorProbability ?? []);
  const score = fusedProbability(probability, vectors.length === 0 ? undefined : Math.max(...vectors));
  return { passage: { ...passage, score }, isQuestion: true, retrieved: Math.max(...passages.map((one) => one.score)) };
}
