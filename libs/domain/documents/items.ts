import { newId } from '#kernel';
import { type Document, type ItemPatch, type NewItem, SOURCE_TYPE_KEY } from './documents.types';

export interface ItemPlace {
  teamId: string;
  baseId: string;
}

export function newItem({ teamId, baseId }: ItemPlace, input: NewItem, now: Date): Document {
  return {
    id: newId(),
    teamId,
    baseId,
    kind: 'item',
    title: input.title.trim(),
    content: input.content,
    tags: tagsOf(input.tags),
    metadata: { ...input.metadata, ...(input.sourceType ? { [SOURCE_TYPE_KEY]: input.sourceType } : {}) },
    language: input.language ?? null,
    createdAt: now,
    updatedAt: now,
  };
}

export function patchedItem(item: Document, patch: ItemPatch, now: Date): Document {
  const { title = item.title, content = item.content } = patch;
  return {
    ...item,
    title: title.trim(),
    content,
    tags: patch.tags === undefined ? item.tags : tagsOf(patch.tags),
    metadata: patch.metadata === undefined ? item.metadata : { ...patch.metadata, ...sourceTypeIn(item) },
    language: patch.language === undefined ? item.language : patch.language,
    updatedAt: now,
  };
}

/** Where it comes from, in the words of who wrote it; null when they did not say. */
export function sourceTypeOf({ metadata }: Pick<Document, 'metadata'>): string | null {
  const sourceType = metadata[SOURCE_TYPE_KEY];
  return typeof sourceType === 'string' ? sourceType : null;
}

/** What the writers put there, without what we keep among it. */
export function shownMetadata({
  [SOURCE_TYPE_KEY]: _,
  ...metadata
}: Readonly<Record<string, unknown>>): Document['metadata'] {
  return metadata;
}

/** It outlives a change of the metadata, which the writer of the change did not see it among. */
function sourceTypeIn({ metadata }: Document): Document['metadata'] {
  return SOURCE_TYPE_KEY in metadata ? { [SOURCE_TYPE_KEY]: metadata[SOURCE_TYPE_KEY] } : {};
}

export function tagsOf(tags: readonly string[] | null | undefined): string[] {
  return [...new Set((tags ?? []).map((tag) => tag.trim()))].filter((tag) => tag !== '');
}
