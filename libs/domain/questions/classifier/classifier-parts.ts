import type { LanguageCode } from '#domain/language';
import type { FeatureTable } from './feature-table';
import type { Postings } from './postings';

/** A question as the classifier learns it. */
export interface TaughtQuestion {
  id: string;
  phrasings: readonly string[];
  answer: string;
}

/** What a trained classifier consists of. Rows are phrasings; those of a question stand together. */
export interface ClassifierParts {
  ids: readonly string[];
  languages: readonly LanguageCode[];
  /** Where the rows of a question start; one more than there are questions. */
  rowStarts: Uint32Array;
  /** Of each row: what its text is recognized by. */
  phrasings: Uint32Array;
  /** Of each question: the length of the sum of its rows. */
  lengths: Float32Array;
  table: FeatureTable;
  postings: Postings;
  machines: Machines;
  /** Words of phrasings and answers alike. */
  answerTable: FeatureTable;
  /** Their rows are questions. */
  answers: Postings;
}

/**
 * A linear support vector machine a question, its phrasings against those of its rivals. In dual form, since the products of a
 * text with all rows are known anyway: the margin is the bias and the weighted sum of its support rows' products.
 */
export interface Machines {
  /** Where the support rows of a question start; one more than there are questions. */
  starts: Uint32Array;
  rows: Uint16Array;
  weights: Float32Array;
  biases: Float32Array;
}
