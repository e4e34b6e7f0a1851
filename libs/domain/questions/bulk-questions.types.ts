import type { NewQuestion, Question } from './questions.types';

/** A question together with what its writer calls it. */
export interface KeyedQuestion extends Question {
  /** Unique in its base; null when its writer gave none. */
  key: string | null;
}

export interface BulkQuestion extends NewQuestion {
  key?: string | null;
}

/** A question to be written: over the one that is known, or as a new one. */
export interface PutQuestion {
  input: BulkQuestion;
  known?: KeyedQuestion | undefined;
}

/** `name_taken`: another question has its name, and nothing was written. */
export interface PutQuestionOutcome {
  id: string;
  outcome: 'added' | 'updated' | 'unchanged' | 'name_taken';
}

/** What stands under keys and names now. */
export interface KnownQuestions {
  byKey: ReadonlyMap<string, KeyedQuestion>;
  byName: ReadonlyMap<string, KeyedQuestion>;
}
