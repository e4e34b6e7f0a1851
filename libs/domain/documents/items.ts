import { newId } from '#kernel';
import type { Document, ItemPatch, NewItem } from './documents.types';

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
    metadata: input.metadata ?? {},
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
    metadata: patch.metadata === undefined ? item.metadata : (patch.metadata ?? {}),
    updatedAt: now,
  };
}

export function tagsOf(tags: readonly string[] | null | undefined): string[] {
  return [...new Set((tags ?? []).map((tag) => tag.trim()))].filter((tag) => tag !== '');
}
