import { Injectable } from '@nestjs/common';
import {
  type ChunkingSettings,
  type IndexedDocument,
  KnowledgeBasesService,
  PassageIndex,
  PassageVectors,
} from '#domain/knowledge';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid, offsetOf, type Page, type PageRequest } from '#kernel';
import { DocumentEntity } from './document.entity';
import { documentErrors } from './documents.errors';
import { documentAdded, documentRemoved, documentUpdated } from './documents.events';
import { DocumentsQueries } from './documents.queries';
import type { Document, ItemPatch, NewItem } from './documents.types';
import { givenLanguage } from './ingestion/document-passages';
import { newItem, patchedItem, sourceTypeOf } from './items';
import { passagesOf } from './passages/passages';

/**
 * The documents of a base. Every change holds the base first, so that it neither meets nor deadlocks with a delete of
 * the base, and brings the index along in its transaction: when a call has returned, searches see its effect.
 */
@Injectable()
export class DocumentsService {
  constructor(
    private readonly bases: KnowledgeBasesService,
    private readonly index: PassageIndex,
    private readonly vectors: PassageVectors,
    private readonly queries: DocumentsQueries,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws `knowledge.base_not_found` */
  async addItem(actor: Actor, baseId: string, input: NewItem): Promise<Document> {
    const [item] = await this.addItems(actor, baseId, [input]);
    return item!;
  }

  /** All or none, in a transaction of their own. @throws `knowledge.base_not_found` */
  async addItems(actor: Actor, baseId: string, inputs: readonly NewItem[]): Promise<Document[]> {
    const items = await this.storeItems(actor, baseId, inputs);
    await this.embedNow(items);
    return items;
  }

  /**
   * As `addItems`, in the open transaction; call `embedNow` after it. In the place of a duplicate that is skipped stands the
   * item that was there already.
   *
   * @throws `knowledge.base_not_found`
   */
  storeItems(actor: Actor, baseId: string, inputs: readonly NewItem[]): Promise<Document[]> {
    return this.database.transaction(async () => {
      const { settings } = await this.bases.hold(actor, baseId);
      const now = this.clock.now();
      const known = await this.knownTexts(baseId, inputs);
      const added: Document[] = [];
      const items = inputs.map((input) => {
        const same = input.onDuplicate === 'skip' ? known.get(input.content) : undefined;
        if (same) return same;
        const item = newItem({ teamId: actor.teamId, baseId }, input, now);
        added.push(item);
        if (!known.has(item.content)) known.set(item.content, item);
        return item;
      });
      await this.queries.insert(added);
      await this.index.replaceMany(baseId, indexedOneByOne(added, settings.chunking));
      await this.outbox.addAll(documentAdded, added.map(eventOf));
      return items;
    });
  }

  /** Of items that have the same text as an older one of their base: the oldest, by the id of the item. */
  duplicatesOf(items: readonly Document[]): Promise<Map<string, string>> {
    return this.queries.duplicatesOf(items.map(({ id }) => id));
  }

  /** Oldest first. @throws `knowledge.base_not_found` */
  async listItems(actor: Actor, baseId: string, request: PageRequest): Promise<Page<Document>> {
    await this.bases.get(actor, baseId);
    const [items, total] = await this.documents.findAndCount({
      where: { baseId, kind: 'item' },
      order: { id: 'asc' },
      skip: offsetOf(request),
      take: request.limit,
    });
    return { items, total, page: request.page, limit: request.limit };
  }

  /** @throws `knowledge.base_not_found`, `documents.item_not_found` */
  async getItem(actor: Actor, baseId: string, itemId: string): Promise<Document> {
    await this.bases.get(actor, baseId);
    return this.findItem(baseId, itemId);
  }

  /** Whichever base of the team it stands in. By document's primary key. @throws `documents.item_not_found` */
  async getItemOfTeam({ teamId }: Actor, id: string): Promise<Document> {
    const item = isUuid(id) ? await this.documents.findOne({ where: { id, teamId, kind: 'item' } }) : null;
    if (!item) throw documentErrors.item_not_found();
    return item;
  }

  /** As far as it can be done at once: so that searches find these items of one base by meaning, too. Never throws. */
  async embedNow(items: readonly Document[]): Promise<void> {
    const ids = items.map(({ id }) => id);
    if (items[0]) await this.vectors.embedNow(items[0].baseId, ids);
  }

  /** @throws `knowledge.base_not_found`, `documents.item_not_found` */
  async updateItem(actor: Actor, baseId: string, itemId: string, patch: ItemPatch): Promise<Document> {
    const item = await this.changeItem(actor, baseId, itemId, patch);
    await this.embedNow([item]);
    return item;
  }

  private changeItem(actor: Actor, baseId: string, itemId: string, patch: ItemPatch): Promise<Document> {
    return this.database.transaction(async () => {
      const { settings } = await this.bases.hold(actor, baseId);
      const item = await this.lockItem(baseId, itemId);
      const changed = patchedItem(item, patch, this.clock.now());
      await this.queries.update(changed);
      await this.bringIndexAlong(item, changed, settings.chunking);
      await this.outbox.add(documentUpdated, eventOf(changed));
      return changed;
    });
  }

  /** @throws `knowledge.base_not_found`, `documents.item_not_found` */
  async deleteItem(actor: Actor, baseId: string, itemId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.bases.hold(actor, baseId);
      const item = await this.lockItem(baseId, itemId);
      await this.index.remove([itemId]);
      await this.documents.delete({ id: itemId });
      await this.outbox.add(documentRemoved, eventOf(item));
    });
  }

  private async knownTexts(baseId: string, inputs: readonly NewItem[]): Promise<Map<string, Document>> {
    const asked = inputs.filter(({ onDuplicate }) => onDuplicate === 'skip').map(({ content }) => content);
    return asked.length > 0 ? this.queries.oldestItemsOf(baseId, [...new Set(asked)]) : new Map();
  }

  private get documents() {
    return this.database.repository(DocumentEntity);
  }

  private async bringIndexAlong(before: Document, after: Document, chunking: ChunkingSettings): Promise<void> {
    const isSameText = after.title === before.title && after.content === before.content;
    if (!isSameText || after.language !== before.language) {
      const { source, passages } = indexed(after, chunking);
      await this.index.replace(source, passages);
      return;
    }
    if (after.tags.join('\n') !== before.tags.join('\n')) await this.index.updateTags(after.id, after.tags);
    if (after.metadata !== before.metadata) await this.index.updateMetadata(after.id, after.metadata);
  }

  /** Nobody else changes the item before the open transaction ends. */
  private lockItem(baseId: string, itemId: string): Promise<Document> {
    return this.findItem(baseId, itemId, { lock: { mode: 'pessimistic_write' } });
  }

  private async findItem(
    baseId: string,
    id: string,
    options: { lock?: { mode: 'pessimistic_write' } } = {},
  ): Promise<Document> {
    const where = { id, baseId, kind: 'item' as const };
    const item = isUuid(id) ? await this.documents.findOne({ where, ...options }) : null;
    if (!item) throw documentErrors.item_not_found();
    return item;
  }
}

/** Cutting goes along with indexing, so that the passages of all items are never in memory together. */
function* indexedOneByOne(items: readonly Document[], chunking: ChunkingSettings): Generator<IndexedDocument> {
  for (const item of items) yield indexed(item, chunking);
}

function indexed(document: Document, chunking: ChunkingSettings): IndexedDocument {
  const { id: documentId, baseId, kind: sourceType, title, content, tags, metadata, language } = document;
  return {
    source: { documentId, baseId, tags, sourceType, metadata, ...givenLanguage(language) },
    passages: passagesOf(title, content, chunking),
  };
}

function eventOf(item: Document) {
  const { teamId, id, baseId, kind, title, tags } = item;
  const sourceType = sourceTypeOf(item);
  return {
    teamId,
    data: { documentId: id, baseId, kind, title, tags, ...(sourceType === null ? {} : { sourceType }) },
  };
}
