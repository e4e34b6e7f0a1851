import type { LanguageCode } from '#domain/language';

export const RETRIEVAL_METHODS = ['semantic', 'keyword', 'hybrid'] as const;

/**
 * How a base is searched. `semantic` and `hybrid` go by words and by vectors, and by words alone as long as there are no
 * vectors; `keyword` always does.
 */
export type RetrievalMethod = (typeof RETRIEVAL_METHODS)[number];

export interface RetrievalSettings {
  retrievalMethod: RetrievalMethod;
  /** Calibrated probability, 0 to 1, below which a passage is not used in a reply. */
  relevanceThreshold: number;
  maxResults: number;
}

/** How long passages are. It counts for what is written from then on. */
export interface ChunkingSettings {
  /** Of a passage, as `estimateTokens` counts them. */
  maxTokens: number;
  /** That a passage repeats of the one before it, when a text goes on; at most half of `maxTokens`. */
  overlapTokens: number;
}

export const CHUNKING_LIMITS = { maxTokens: { min: 50, max: 2_000 }, overlapTokens: { min: 0, max: 1_000 } } as const;

/** Passages of a paragraph or two: a longer one hides its answer among other words. */
export const DEFAULT_CHUNKING: ChunkingSettings = { maxTokens: 300, overlapTokens: 0 };

export interface BaseSettings extends RetrievalSettings {
  chunking: ChunkingSettings;
}

/** Absent leaves, `chunking: null` sets the defaults. */
export type BaseSettingsPatch = Partial<RetrievalSettings> & { chunking?: Partial<ChunkingSettings> | null };

export interface KnowledgeBase {
  id: string;
  teamId: string;
  botId: string;
  name: string;
  description: string | null;
  /** An inactive base is kept and searchable by itself, but takes no part in replies. */
  isActive: boolean;
  settings: BaseSettings;
  /** The model whose vectors its passages shall have; null: the installation's default, if it has one. */
  embeddingModelId: number | null;
  createdAt: Date;
  updatedAt: Date;
}

export const VECTOR_STATES = ['none', 'waiting', 'running', 'ready', 'failing'] as const;

/**
 * How far a base is with the vectors of its embedding model. `none`: it wants none, words are searched. `failing`: the model
 * did not answer, or does not tell; it is tried again. Until it is `ready` for the first time, words alone are searched;
 * later the vectors of the former model answer meanwhile.
 */
export interface VectorsState {
  state: (typeof VECTOR_STATES)[number];
  passages: number;
  /** Passages that have their vector of the wanted model. */
  embedded: number;
  /** The model whose vectors they get or have. */
  modelId: number | null;
  /** Why it is failing, for people. */
  error: string | null;
}

export interface CreateKnowledgeBase {
  name: string;
  description?: string | null;
  isActive?: boolean;
  settings?: BaseSettingsPatch | null;
  embeddingModelId?: number | null;
}

/** Absent leaves a field as it is, null clears it or sets the default; `settings` are merged. */
export type KnowledgeBasePatch = Partial<CreateKnowledgeBase>;

/** One piece of a document, as it is given to the index. Positions count from 0. */
export interface NewPassage {
  position: number;
  title: string;
  /** Heading within the document, when there is one. */
  section: string | null;
  body: string;
  /** Of this piece; a search can be narrowed by it. Its fields go before those of the source. */
  metadata?: PassageMetadata;
}

export type PassageMetadata = Readonly<Record<string, unknown>>;

/** The document that passages belong to, as far as the index needs to know it. */
export interface PassageSource {
  documentId: string;
  baseId: string;
  tags: readonly string[];
  /** Kind of the document: item, text, file, ... */
  sourceType: string;
  /** Of the whole text, when it is known already; else it is guessed from the passages. */
  language?: LanguageCode;
  /** Its writer said it: every passage is taken for one in this language. */
  isLanguageGiven?: boolean;
  metadata?: PassageMetadata;
}

export interface FoundPassage extends NewPassage {
  /** `<documentId>:<position>`, stable across re-indexing. */
  id: string;
  documentId: string;
  baseId: string;
  tags: readonly string[];
  sourceType: string;
  language: string;
  /** Calibrated probability, 0 to 1, that the passage answers the query, from all that ranks it. */
  score: number;
  /** The part of the passage's vector in the score: a calibrated probability by itself. Undefined without vectors. */
  vectorProbability?: number;
  /** The part of its words in the score where an adviser (`PassageAdviser`) has judged them; undefined where none has. */
  byAdvice?: number;
}

/**
 * Conditions on the metadata of passages, in the form that Qdrant made usual: all of `must`, none of `must_not`, and one
 * of `should` when there are any.
 */
export interface MetadataFilter {
  must?: readonly MetadataCondition[];
  must_not?: readonly MetadataCondition[];
  should?: readonly MetadataCondition[];
}

/** Checked when a search is made, because callers hand it through. */
export type MetadataCondition = Readonly<Record<string, unknown>>;

/** Why a search was served by less than was asked for. */
export interface SearchShortfall {
  /**
   * Not all passages of a base are embedded yet; its embedding model does not answer; or it was found not to tell answers
   * from other texts. That a base wants no vectors is no shortfall.
   */
  reason: 'vectors_missing' | 'embedding_unavailable' | 'embedding_not_telling';
  modelId: number | null;
  message: string;
}

export interface SearchOutcome {
  /** Best first. */
  passages: FoundPassage[];
  /** `vectors` when those of at least one base took part. */
  channels: readonly SearchChannel[];
  /** Empty when all channels took part. */
  shortfalls: readonly SearchShortfall[];
  /** Tokens that the embedding model read. */
  embeddingTokens: number;
  /** When it was asked for. */
  explanation?: SearchExplanation;
}

/** How a search came to its result, in numbers. */
export interface SearchExplanation {
  query: ExplainedQuery;
  /** How many passages each channel proposed. */
  candidates: { words: number; vectors: number };
  /** What each channel counts for in log odds (`fusion`); vectors 0 when none took part. */
  fusion: { words: number; vectors: number };
  /** Those given first, then the best that were not given. */
  passages: readonly PassageExplanation[];
}

export interface ExplainedQuery {
  text: string;
  /** That its stop words are taken from. */
  language: string;
  terms: readonly ExplainedTerm[];
}

export interface ExplainedTerm {
  /** As asked, folded. */
  term: string;
  /** What one occurrence is worth: inverse document frequency, raised by repetition. */
  weight: number;
  /** That have it, in any of its forms. */
  passages: number;
}

export interface PassageExplanation {
  passageId: string;
  documentId: string;
  title: string;
  /** Rank from 1 among the candidates; absent when the passage shares no word with the query. */
  words: { rank?: number; bm25: number; bigrams: number; fourGrams: number; probability: number } & {
    [further: string]: number | undefined;
  };
  vectors?: { rank?: number; similarity: number; probability: number };
  /** Of all channels: a calibrated probability. */
  score: number;
  /** Why it was not given; absent for those that were. */
  leftOut?: 'below_threshold' | 'beyond_limit' | 'filtered' | (string & {});
}

export interface SearchRequest {
  baseIds: readonly string[];
  query: string;
  /** Instead of the method that each base is set to; words take part in any case. */
  method?: RetrievalMethod;
  /** Passages at most. */
  limit: number;
  /** Only the best passage of each document. */
  perDocument?: boolean;
  /** Any match. */
  tags?: readonly string[];
  /** Only passages whose score reaches it; default 0. */
  minScore?: number;
  /** On what the passage's own metadata and its document's say together. */
  filter?: MetadataFilter;
  /** Costs the scores of what is not given, too; absent it costs nothing. */
  explain?: boolean;
}

/** The channels that find passages. */
export type SearchChannel = 'words' | 'vectors';
