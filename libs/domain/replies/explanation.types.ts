/** How a reply came about: for people who tend the knowledge, never for those who chat. Nothing of it is stored. */
import type { SearchExplanation } from '#domain/knowledge';

export interface ReplyExplanation {
  /** What the message was taken for. */
  understanding: {
    /** ISO 639-1. */
    language: string;
    smallTalk?: string;
    /** With its references named; absent when it has none. */
    resolvedText?: string;
  };
  /** One for each question of the message; empty when the knowledge was not asked. */
  questions: readonly QuestionExplanation[];
  thresholds: ThresholdsExplanation;
  decision: DecisionExplanation;
}

export interface QuestionExplanation {
  text: string;
  /** Whether it makes no sense without what was said before. */
  leaning: 'no' | 'perhaps' | 'surely';
  /** What it leans on. */
  earlier?: string;
  /** In the order in which they were tried. */
  readings: readonly ReadingExplanation[];
  /** What the chosen reading found, best first, then what was left out. */
  passages: readonly JudgedPassage[];
  /** Why its answer is believed to be among them. */
  evidence: readonly EvidencePart[];
}

export interface ReadingExplanation {
  /** As said; together with what it leans on; with its references named; in the words of the base. */
  form: 'bare' | 'carried' | 'resolved' | 'reworded';
  words: string;
  /** Calibrated: that what it found holds the answer. */
  probability: number;
  isChosen: boolean;
  /** Every channel's scores. */
  search?: SearchExplanation;
}

export interface JudgedPassage {
  passageId: string;
  documentId: string;
  title: string;
  kind: 'passage' | 'question';
  /** What the search thought of it, and the part of its vector. */
  retrieved: number;
  vectorProbability?: number;
  /** What the second look thinks: sentences, phrasings, or the rerank model. */
  score: number;
  judgedBy: 'sentences' | 'phrasings' | 'reranker';
  /** The sentence that says most about the question. */
  sentence?: string;
  /** Why the reply may not rest on it; absent for those that it may. `same_as`: `sameAs` says the same. */
  leftOut?: 'below_threshold' | 'not_retrieved' | 'same_as' | 'beyond_limit' | 'question_goes_first' | 'best_refused';
  sameAs?: string;
}

/** A part of the log odds that what was found holds the answer. */
export interface EvidencePart {
  name: string;
  value: number;
  /** Value times coefficient. */
  logOdds: number;
}

export interface ThresholdsExplanation {
  /** Of a search: what counts as found (`minK`). */
  minRetrieved: number;
  /** What the second look must think, by base (`minN`, or else the base's `relevanceThreshold`). */
  minScore: readonly { knowledgeBaseId: string; minScore: number }[];
  /** Passages that a reply may rest on (`topN`); null without a limit. */
  limit: number | null;
  /** Confidence below which the bot refuses (`confidenceThreshold`). */
  minConfidence: number;
}

export interface DecisionExplanation {
  /** `grounded`: by the knowledge; `refused`; `small_talk`; `intent`: its own answer; `free`: a model without knowledge; `integration`. */
  kind: 'grounded' | 'refused' | 'small_talk' | 'intent' | 'free' | 'integration';
  model: string;
  /** Questions that something was found for, and the others. */
  answered: readonly string[];
  unanswered: readonly string[];
  confidence: number;
  /** That the best of what was found holds the answer, for each question. */
  probabilities: readonly number[];
}
