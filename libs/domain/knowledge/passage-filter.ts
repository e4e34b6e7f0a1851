/** What narrows a search, as conditions in SQL over `passage_source s` and `passage p`. */
import type { SearchRequest } from './knowledge.types';
import { type AddParameter, metadataCondition } from './metadata-conditions';
import { type CheckedCondition, checkMetadataFilter } from './metadata-filter';

export interface PassageFilter {
  /** Any match. */
  tags: readonly string[] | undefined;
  condition: CheckedCondition | undefined;
}

const SOURCE = { documentId: 's.document_id', sourceType: 's.source_type' };
/** Of the document alone, and together with the passage's own, whose fields go before. */
const SOURCE_METADATA = "coalesce(s.metadata, '{}')";
const MERGED_METADATA = "(coalesce(s.metadata, '{}') || coalesce(p.metadata, '{}'))";

/** Null when there are none; of `passage p` and `passage_source s`. */
export const FOUND_METADATA = 'coalesce(s.metadata || p.metadata, p.metadata, s.metadata)';

/** Undefined when all passages are to be searched. @throws AppError `input.invalid` */
export function passageFilterOf({ tags, filter }: SearchRequest): PassageFilter | undefined {
  const condition = checkMetadataFilter(filter);
  return tags?.length || condition ? { tags: tags?.length ? tags : undefined, condition } : undefined;
}

/** What of it the document tells: its tags, and its metadata for passages that have none of their own. */
export function sourceConditions(filter: PassageFilter, add: AddParameter, { withMetadata = false } = {}): string[] {
  const place = { ...SOURCE, metadata: SOURCE_METADATA };
  const conditions = filter.tags ? [`s.tags && ${add(filter.tags)}::text[]`] : [];
  if (withMetadata && filter.condition) conditions.push(metadataCondition(filter.condition, place, add));
  return conditions;
}

/** All of it. */
export function passageConditions(filter: PassageFilter, add: AddParameter): string[] {
  const place = { ...SOURCE, metadata: MERGED_METADATA };
  const conditions = sourceConditions(filter, add);
  return filter.condition ? [...conditions, metadataCondition(filter.condition, place, add)] : conditions;
}
