/** How much of what is found a reply may rest on, by the bot's configuration. */
import type { KnowledgeBase } from '#domain/knowledge';
import type { ReplyConfiguration } from '../replies.types';

export interface RetrievalLimits {
  /** Of a base, documents and questions apart. */
  perIndex(base: KnowledgeBase): number;
  /** What the search, or the second look, must think of a passage for it to count as found. */
  minRetrieved: number;
  /** What the second look must think of it. */
  minKept(base: KnowledgeBase): number;
  /** All bases together. */
  kept: number;
}

export function limitsOf({ topK, minK = 0, topN, minN }: ReplyConfiguration): RetrievalLimits {
  return {
    perIndex: ({ settings }) => topK ?? settings.maxResults,
    minRetrieved: minK,
    minKept: ({ settings }) => minN ?? settings.relevanceThreshold,
    kept: topN ?? Number.POSITIVE_INFINITY,
  };
}
