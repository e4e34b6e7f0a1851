import { ITEM_LIMITS } from '#domain/documents';
import {
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';
import { MANUAL } from './source-types';

const MAX_SOURCE_TYPE_LENGTH = 100;
const MAX_QUERY_LENGTH = 2_000;

const SEARCH_TYPES = ['semantic', 'text'] as const;

const OPTIONAL = { optional: true, nullable: true } as const;
const TAGS = { ...OPTIONAL, maxItems: ITEM_LIMITS.tags, maxLength: ITEM_LIMITS.tagLength };

export class AddKnowledge {
  @TextField('The text, plain or Markdown.', {
    maxLength: ITEM_LIMITS.contentLength,
    example: 'This is important information to remember.',
  })
  content: string;

  @TextField('What it is about. Default: how the content begins.', {
    ...OPTIONAL,
    maxLength: ITEM_LIMITS.titleLength,
    example: 'Important Note',
  })
  title?: string | null;

  @TextField('Where it comes from, in your words; searches can be narrowed by it.', {
    ...OPTIONAL,
    minLength: 1,
    maxLength: MAX_SOURCE_TYPE_LENGTH,
    default: MANUAL,
    example: MANUAL,
  })
  source_type?: string | null;

  @TextListField('Labels to narrow searches by.', { ...TAGS, example: ['important', 'note'] })
  tags?: string[] | null;

  @ObjectField('Anything that you want to keep with it.', {
    ...OPTIONAL,
    maxBytes: ITEM_LIMITS.metadataBytes,
    example: { category: 'general' },
  })
  metadata?: Record<string, unknown> | null;
}

export class KnowledgeItem {
  @TextField('Its id.', { example: 'know_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('What it is about.')
  title: string;

  @TextField('The text.')
  content: string;

  @TextField('Where it comes from.', { example: MANUAL })
  source_type: string;

  @TextListField('Its labels.')
  tags: string[];

  @ObjectField('What you keep with it.')
  metadata: Record<string, unknown>;

  @IntegerField('Pieces that searches find.', { min: 1 })
  chunks_created: number;

  @DateField('When it was added.')
  created_at: string;
}

export class SearchFilters {
  @TextField('Only what comes from there: `document` for uploaded files, else as it was added.', {
    ...OPTIONAL,
    minLength: 1,
    maxLength: MAX_SOURCE_TYPE_LENGTH,
    example: 'document',
  })
  source_type?: string | null;

  @TextListField('Only what has one of these labels.', { ...TAGS, example: ['integration'] })
  tags?: string[] | null;
}

export class SearchKnowledge {
  @TextField('What to look for.', { maxLength: MAX_QUERY_LENGTH, example: 'How to integrate with Microsoft Teams?' })
  query: string;

  @EnumField(
    '`semantic`: what most probably answers the query. `text`: what contains every word of it.',
    SEARCH_TYPES,
    {
      optional: true,
      default: 'semantic',
    },
  )
  type: (typeof SEARCH_TYPES)[number] = 'semantic';

  @IntegerField('Results at most.', { optional: true, min: 1, max: 50, default: 5 })
  limit: number = 5;

  @NestedField('What to look among.', () => SearchFilters, OPTIONAL)
  filters?: SearchFilters | null;
}

export class ResultSource {
  @TextField('The file or knowledge item.', { example: 'file_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b' })
  id: string;

  @TextField('Name of the file, or title of the knowledge item.', { nullable: true })
  filename: string | null;

  @TextField('`document` for uploaded files, else as it was added.', { example: 'document' })
  type: string;
}

export class SearchResult {
  @TextField('Its id, the same as long as the text is.', { example: 'chunk_0193a1b2c3d47e5f8a6b7c8d9e0f1a2b_0' })
  id: string;

  @TextField('The piece of text that was found.')
  content: string;

  @NumberField('Calibrated probability that it answers the query.', { min: 0, max: 1 })
  score: number;

  @NestedField('Where it stands.', () => ResultSource)
  source: ResultSource;

  @ObjectField('What is kept with it.')
  metadata: Record<string, unknown>;
}

export class SearchResults {
  @NestedListField('Best first.', () => SearchResult)
  results: SearchResult[];

  @IntegerField('How many were found, within the limit.', { min: 0 })
  total: number;

  @NumberField('Seconds that the search took.', { min: 0 })
  query_time: number;
}
