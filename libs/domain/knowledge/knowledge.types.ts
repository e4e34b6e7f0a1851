export const RETRIEVAL_METHODS = ['semantic', 'keyword', 'hybrid'] as const;

/** How a base is searched. `semantic` and `hybrid` are served by words as long as the base has no embedding model. */
export type RetrievalMethod = (typeof RETRIEVAL_METHODS)[number];

export interface RetrievalSettings {
  retrievalMethod: RetrievalMethod;
  /** Calibrated probability, 0 to 1, below which a passage is not used in a reply. */
  relevanceThreshold: number;
  maxResults: number;
}

export interface KnowledgeBase {
  id: string;
  teamId: string;
  botId: string;
  name: string;
  description: string | null;
  /** An inactive base is kept and searchable by itself, but takes no part in replies. */
  isActive: boolean;
  settings: RetrievalSettings;
  createdAt: Date;
  updatedAt: Date;
}

export interface CreateKnowledgeBase {
  name: string;
  description?: string | null;
  isActive?: boolean;
  settings?: Partial<RetrievalSettings> | null;
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
}

/** The document that passages belong to, as far as the index needs to know it. */
export interface PassageSource {
  documentId: string;
  baseId: string;
  tags: readonly string[];
  /** Kind of the document: item, text, file, ... */
  sourceType: string;
}

export interface FoundPassage extends NewPassage {
  /** `<documentId>:<position>`, stable across re-indexing. */
  id: string;
  documentId: string;
  baseId: string;
  tags: readonly string[];
  sourceType: string;
  language: string;
  /** Calibrated probability, 0 to 1, that the passage answers the query. */
  score: number;
}

export interface SearchRequest {
  baseIds: readonly string[];
  query: string;
  /** Passages at most. */
  limit: number;
  /** Any match. */
  tags?: readonly string[];
  /** Only passages whose score reaches it; default 0. */
  minScore?: number;
}
