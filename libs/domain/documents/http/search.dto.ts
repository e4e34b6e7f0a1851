import { RETRIEVAL_METHODS, type RetrievalMethod, type SearchChannel, type SearchShortfall } from '#domain/knowledge';
import {
  BooleanField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  TextField,
  TextListField,
} from '#infra/http';
import { ITEM_LIMITS } from '../documents.types';
import { ExplainedSearchChannels, ExplainedSearchPassage, ExplainedSearchQuery } from './search-explain.dto';

const MAX_QUERY_LENGTH = 1_000;
const MAX_RESULTS = 100;

export class SearchQuery {
  @TextField('What to look for; required, here or as `q`.', {
    optional: true,
    minLength: 1,
    maxLength: MAX_QUERY_LENGTH,
    example: 'When are you open?',
  })
  query?: string;

  @TextField('The same as `query`.', { optional: true, minLength: 1, maxLength: MAX_QUERY_LENGTH })
  q?: string;

  @TextListField('Only items that have one of these labels, separated by commas.', {
    optional: true,
    maxItems: ITEM_LIMITS.tags,
    maxLength: ITEM_LIMITS.tagLength,
  })
  tags?: string[];

  @IntegerField(`Items at most; more than ${MAX_RESULTS} count as ${MAX_RESULTS}.`, {
    optional: true,
    min: 1,
    clampTo: MAX_RESULTS,
    default: 10,
  })
  limit: number = 10;

  @EnumField('How to look, instead of the way that is set for the base.', RETRIEVAL_METHODS, { optional: true })
  method?: RetrievalMethod;

  @BooleanField('Whether `explain` tells every score, and why passages were left out.', { optional: true })
  explain?: boolean;
}

export class SearchHit {
  @IdField('The item, document or question.')
  id: string;

  @TextField('What it is about; of a question the phrasing that fits best.')
  title: string;

  @TextField('Its whole text; of an uploaded document its best passage, of a question the beginning of its answer.')
  content: string;

  @TextListField('Its labels.')
  tags: string[];

  @NumberField('Calibrated probability that the passage answers the query.', { min: 0, max: 1 })
  score: number;

  @TextField('The best passage of the text.')
  passage: string;
}

const REASONS = ['vectors_missing', 'embedding_unavailable', 'embedding_not_telling'] as const;

export class SearchShortfallInfo {
  @EnumField('Why vectors did not take part.', REASONS, { name: 'ShortfallReason' })
  reason: SearchShortfall['reason'];

  @IntegerField('The embedding model that it is about, if there is one.', { nullable: true })
  modelId: number | null;

  @TextField('The same as a sentence.')
  message: string;
}

export class SearchExplain {
  @EnumField('The way that was asked for or is set for the base.', RETRIEVAL_METHODS, { name: 'RetrievalMethod' })
  method: RetrievalMethod;

  @TextListField('What took part: `words`, and `vectors` when the base has those of an embedding model.')
  channels: SearchChannel[];

  @NestedListField('Why less took part than the way asks for.', () => SearchShortfallInfo)
  shortfalls: SearchShortfallInfo[];

  @NestedField('With `explain=true`: the query as it was read.', () => ExplainedSearchQuery, { optional: true })
  query?: ExplainedSearchQuery;

  @NestedField('With `explain=true`: how many passages each channel proposed.', () => ExplainedSearchChannels, {
    optional: true,
  })
  candidates?: ExplainedSearchChannels;

  @NestedField('With `explain=true`: what each channel counts for in log odds.', () => ExplainedSearchChannels, {
    optional: true,
  })
  fusion?: ExplainedSearchChannels;

  @NestedListField(
    'With `explain=true`: the passages of the results first, then the best of those that were left out.',
    () => ExplainedSearchPassage,
    { optional: true },
  )
  passages?: ExplainedSearchPassage[];
}
