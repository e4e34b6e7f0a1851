import { IdField, IntegerField, NestedField, NestedListField, NumberField, ObjectField, TextField } from '#infra/http';

export class ExplainedSearchTerm {
  @TextField('A word of the query, in lower case and without accents.')
  term: string;

  @NumberField('What one occurrence is worth: the rarer in the base, the more.', { min: 0 })
  weight: number;

  @IntegerField('Passages of the base that have it in any form.', { min: 0 })
  passages: number;
}

export class ExplainedSearchQuery {
  @TextField('As it was searched for.')
  text: string;

  @TextField('Whose stop words were left out: an ISO 639-1 code, or `simple` for none.')
  language: string;

  @NestedListField(
    'The words that were looked for, corrections and synonyms with their word.',
    () => ExplainedSearchTerm,
  )
  terms: ExplainedSearchTerm[];
}

export class ExplainedSearchChannels {
  @NumberField('Of the words.', { min: 0 })
  words: number;

  @NumberField('Of the vectors; 0 when they took no part.', { min: 0 })
  vectors: number;
}

export class ExplainedSearchVector {
  @IntegerField('Among the compared passages, from 1.', { optional: true, min: 1 })
  rank?: number;

  @NumberField('Cosine of query and passage.', { min: -1, max: 1 })
  similarity: number;

  @NumberField('What it makes probable by itself.', { min: 0, max: 1 })
  probability: number;
}

export class ExplainedSearchPassage {
  @TextField('Its document and its position in it.')
  passageId: string;

  @IdField('The item, document or question that it is of.')
  documentId: string;

  @TextField('The title of that.')
  title: string;

  @ObjectField(
    'Numbers of the word channel: `bm25`, `bigrams` and `fourGrams` (their BM25), further features that rank, `sum` (of them all), `rank` from 1 and the calibrated `probability`.',
  )
  words: Record<string, number | undefined>;

  @NestedField('Numbers of the vector channel, when it took part.', () => ExplainedSearchVector, { optional: true })
  vectors?: ExplainedSearchVector;

  @NumberField('Of both together: the calibrated probability that the passage answers.', { min: 0, max: 1 })
  score: number;

  @TextField(
    'Why it is not among the results: `no_match`, `below_threshold`, `beyond_limit`, or `same_document` when a better passage of its document is.',
    { optional: true },
  )
  leftOut?: string;
}
