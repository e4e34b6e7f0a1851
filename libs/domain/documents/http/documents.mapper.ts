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

/** @param duplicates the oldest items of the same text, by the id of the item */
export function toItem(
  { teamId: _, kind: __, baseId, metadata, createdAt, updatedAt, ...item }: Document,
  duplicates: ReadonlyMap<string, string> = new Map(),
): Item {
  return {
    ...item,
    duplicateOf: duplicates.get(item.id) ?? null,
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

export function toKnowledgeBaseWithItems({ items, duplicates, ...base }: FilledBase): KnowledgeBaseWithItems {
  return { ...toKnowledgeBase(base), items: items.map((item) => toItem(item, duplicates)) };
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

export function toExplain({ method, channels, shortfalls, scoring }: SearchExplanation): SearchExplain {
  const { query, candidates, fusion, passages = [] } = scoring ?? {};
  return {
    ...{ method, channels: [...channels], shortfalls: [...shortfalls] },
    ...(query ? { query: { ...query, terms: [...query.terms] } } : {}),
    ...(scoring ? { candidates, fusion, passages: [...passages] } : {}),
  };
}
