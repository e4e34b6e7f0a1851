import {
  type Document,
  ITEM_LIMITS,
  type NewItem,
  SOURCE_TYPE_KEY,
  shownMetadata,
  sourceTypeOf,
} from '#domain/documents';
import type { FoundPassage, MetadataFilter } from '#domain/knowledge';
import { ASSISTANT_IDS, chunkIdOf } from './assistant.ids';
import type { AddKnowledge, KnowledgeItem, SearchResult } from './knowledge.dto';
import { DOCUMENT, DOCUMENT_KINDS, FILE_KIND, ITEM_KIND, MANUAL, sourceTypeOfKind } from './source-types';

const MAX_DEFAULT_TITLE_CHARS = 80;

export function toNewItem({ content, title, source_type, tags, metadata }: AddKnowledge): NewItem {
  return {
    title: title?.trim() || titleFrom(content),
    content,
    tags: tags ?? null,
    metadata: metadata ?? null,
    sourceType: source_type?.trim() || MANUAL,
  };
}

export function toKnowledgeItem(item: Document, passageCount: number): KnowledgeItem {
  const { id, title, content, tags, metadata, createdAt } = item;
  return {
    id: ASSISTANT_IDS.encode('knowledge item', id),
    title,
    content,
    source_type: sourceTypeOf(item) ?? MANUAL,
    tags,
    metadata: shownMetadata(metadata),
    chunks_created: passageCount,
    created_at: createdAt.toISOString(),
  };
}

/** What says nothing itself is known by its kind. */
export function toSourceFilter(sourceType: string): MetadataFilter {
  const said = { key: SOURCE_TYPE_KEY, match: { value: sourceType } };
  const saysNothing = { is_empty: { key: SOURCE_TYPE_KEY } };
  return { should: [said, { must: [{ has_source_type: kindsOf(sourceType) }, saysNothing] }] };
}

export function toSearchResult(passage: FoundPassage): SearchResult {
  const { id, body, score, documentId, title, sourceType, metadata = {} } = passage;
  return {
    id: chunkIdOf(id),
    content: body,
    score,
    source: {
      id: ASSISTANT_IDS.encode(sourceType === FILE_KIND ? 'file' : 'knowledge item', documentId),
      filename: title,
      type: sourceTypeOf({ metadata }) ?? sourceTypeOfKind(sourceType),
    },
    metadata: shownMetadata(metadata),
  };
}

/** Kinds whose documents are told so when they say nothing themselves. */
function kindsOf(sourceType: string): readonly string[] {
  if (sourceType === DOCUMENT) return DOCUMENT_KINDS;
  if (sourceType === MANUAL) return [ITEM_KIND];
  return sourceTypeOfKind(sourceType) === sourceType ? [sourceType] : [];
}

/** The first line, as much of it as reads like a title, without the marks of a heading. */
function titleFrom(content: string): string {
  const [firstLine = ''] = content.trim().split(/\r\n|\r|\n/);
  const line = firstLine.replace(/^#{1,6}[ \t]+/, '').trim() || firstLine.trim();
  if (line.length <= MAX_DEFAULT_TITLE_CHARS) return line;
  const words = line.slice(0, MAX_DEFAULT_TITLE_CHARS).replace(/\s+\S*$/, '');
  return `${words.toWellFormed()}…`.slice(0, ITEM_LIMITS.titleLength);
}
