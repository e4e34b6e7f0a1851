import type {
  CreateKnowledgeBase,
  KnowledgeBase,
  MetadataFilter,
  RetrievalMethod,
  SearchExplanation as ScoringExplanation,
  SearchChannel,
  SearchShortfall,
  VectorsState,
} from '#domain/knowledge';

/** What is done with a document whose content its base holds already: `skip` leaves the one that is there as it is. */
export const ON_DUPLICATE = ['keep', 'skip'] as const;
export type OnDuplicate = (typeof ON_DUPLICATE)[number];

/**
 * `item`: a short text that people write into a base through the API, found at once. `text` (sent as JSON) and `file` are
 * uploads: a job reads and indexes them. `nodes`: pieces that the sender has cut himself, under a name, found at once.
 */
export type DocumentKind = 'item' | 'nodes' | UploadKind;
export type UploadKind = 'text' | 'file';

export interface Document {
  id: string;
  teamId: string;
  baseId: string;
  kind: DocumentKind;
  title: string;
  content: string;
  tags: string[];
  metadata: Record<string, unknown>;
  /** ISO 639-1, as its writer said; null: it is found out. */
  language: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What callers check an item against before they hand it over. Lengths in characters, metadata as JSON in UTF-8. */
export const ITEM_LIMITS = {
  titleLength: 512,
  contentLength: 1_000_000,
  tags: 50,
  tagLength: 100,
  metadataBytes: 65_536,
} as const;

/** Among an item's metadata, so that searches can be narrowed by it; callers do not see it there. */
export const SOURCE_TYPE_KEY = '_source_type';

/** Items that are added at once. */
export const MAX_NEW_ITEMS = 1_000;

export interface NewItem {
  title: string;
  content: string;
  /** Trimmed, and each kept once. */
  tags?: readonly string[] | null;
  metadata?: Record<string, unknown> | null;
  /** Where it comes from, in the writer's words, such as `manual`. */
  sourceType?: string;
  /** ISO 639-1; found out unless given. */
  language?: string | null;
  /** Default: `keep`. */
  onDuplicate?: OnDuplicate;
}

/** Absent leaves a field as it is, null clears it. */
export type ItemPatch = Partial<Omit<NewItem, 'sourceType' | 'onDuplicate'>>;

export interface CreateFilledBase extends CreateKnowledgeBase {
  items?: readonly NewItem[];
}

export interface CountedBase {
  base: KnowledgeBase;
  itemCount: number;
  /** How far its passages are with the vectors of its embedding model. */
  vectors: VectorsState;
}

export interface FilledBase extends CountedBase {
  /** The oldest ones; `itemCount` tells whether there are more. */
  items: Document[];
  /** Of items that have the same text as an older one, the oldest, by the id of the item. */
  duplicates: ReadonlyMap<string, string>;
}

export interface DocumentSearchRequest {
  query: string;
  /** Documents at most. */
  limit: number;
  /** Any match. */
  tags?: readonly string[];
  /** Default: the setting of the base. */
  method?: RetrievalMethod;
  filter?: MetadataFilter;
  /** Also how the passages came by their scores. */
  explain?: boolean;
}

export interface DocumentHit {
  document: Pick<Document, 'id' | 'title' | 'content' | 'tags'>;
  /** The best of its passages. */
  passage: string;
  /** Calibrated probability, 0 to 1, that the passage answers the query. */
  score: number;
}

/** How a search came to its hits. */
export interface SearchExplanation {
  /** The one asked for, or that of the base. */
  method: RetrievalMethod;
  channels: readonly SearchChannel[];
  /** Why vectors did not take part although the method is not `keyword`, or not all of them. */
  shortfalls: readonly SearchShortfall[];
  /** When it was asked for. */
  scoring?: ScoringExplanation;
}

export interface DocumentSearchOutcome {
  hits: DocumentHit[];
  explain: SearchExplanation;
}
