/** One answer with many phrasings of what it answers. It stands in one knowledge base. */
export interface Question {
  id: string;
  teamId: string;
  baseId: string;
  /** What machines call it, unique in its base. */
  name: string;
  /** At least one, as they were written. */
  phrasings: string[];
  answer: string;
  /** False: the answer is given as it stands, and no model is asked. */
  llmReply: boolean;
  relatedPrompts: RelatedPrompt[];
  tags: string[];
  metadata: Record<string, unknown>;
  createdAt: Date;
  updatedAt: Date;
}

/** What may be asked next: a label to show, and the message that it stands for. */
export interface RelatedPrompt {
  label: string;
  prompt: string;
}

/** What callers check a question against before they hand it over. Lengths in characters, metadata as JSON in UTF-8. */
export const QUESTION_LIMITS = {
  nameLength: 256,
  phrasings: 100,
  phrasingLength: 2_000,
  answerLength: 100_000,
  relatedPrompts: 20,
  labelLength: 256,
  promptLength: 2_000,
  tags: 50,
  tagLength: 100,
  metadataBytes: 65_536,
} as const;

/**
 * Questions that are added at once, and phrasings of all of them. Indexing a phrasing takes about 0.2 ms, which everybody on
 * the embedded database waits for.
 */
export const MAX_NEW_QUESTIONS = 1_000;
export const MAX_NEW_PHRASINGS = 10_000;

export interface NewQuestion {
  /** Default: `question-<uuid>`. */
  name?: string | null;
  /** Trimmed, and each kept once. */
  phrasings: readonly string[];
  answer: string;
  /** Default: true. */
  llmReply?: boolean;
  relatedPrompts?: readonly RelatedPrompt[] | null;
  /** Trimmed, and each kept once. */
  tags?: readonly string[] | null;
  metadata?: Record<string, unknown> | null;
}

/** Absent leaves a field as it is, null clears it; a name cannot be cleared. */
export type QuestionPatch = Partial<NewQuestion>;

export interface QuestionListRequest {
  page: number;
  limit: number;
  /** Part of a name, a phrasing or an answer, whatever the case. */
  search?: string;
}
