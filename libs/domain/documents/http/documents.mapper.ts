import { invalidInput } from '#kernel';
import type {
  CountedBase,
  Document,
  DocumentHit,
  DocumentSearchRequest,
  FilledBase,
  SearchExplanation,
} from '../documents.types';
import { shownMetadata } from '../items';
import type { Item } from './items.dto';
import type { KnowledgeBase, KnowledgeBaseWithItems } from './knowledge-bases.dto';
import type { SearchExplain, SearchHit, SearchQuery } from './search.dto';

export function toItem({ teamId: _, kind: __, baseId, metadata, createdAt, updatedAt, ...item }: Document): Item {
  return {
    ...item,
    metadata: shownMetadata(metadata),
    knowledgeBaseId: baseId,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toKnowledgeBase({ base, itemCount, vectors }: CountedBase): KnowledgeBase {
  const { teamId: _, botId, createdAt, updatedAt, ...rest } = base;
  return {
    ...rest,
    chatbotId: botId,
    vectors,
    itemCount,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toKnowledgeBaseWithItems({ items, ...base }: FilledBase): KnowledgeBaseWithItems {
  return { ...toKnowledgeBase(base), items: items.map(toItem) };
}

/** @throws AppError `input.invalid` without a query */
export function toSearchRequest({ query, q, ...rest }: SearchQuery): DocumentSearchRequest {
  const text = query ?? q;
  if (text === undefined) {
    throw invalidInput([{ field: 'query', message: 'query is required.', missing: true }]);
  }
  return { ...rest, query: text };
}

export function toSearchHit({ document: { id, title, content, tags }, passage, score }: DocumentHit): SearchHit {
  return { id, title, content, tags, score, passage };
}

export function toExplain({ method, channels, shortfalls }: SearchExplanation): SearchExplain {
  return { method, channels: [...channels], shortfalls: [...shortfalls] };
}
