/**
 * Many items at once, for whoever writes a base from a file. Everything happens in the caller's transaction, beside what the
 * caller notes of his progress. Their vectors follow by the job that makes them: no model is waited for.
 */
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type ChunkingSettings, type IndexedDocument, KnowledgeBasesService, PassageIndex } from '#domain/knowledge';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, isUuid } from '#kernel';
import { BulkItemsQueries } from './bulk-items.queries';
import type { KeyedDocument, PutItem, PutOutcome } from './bulk-items.types';
import { documentAdded, documentRemoved, documentUpdated } from './documents.events';
import { givenLanguage } from './ingestion/document-passages';
import { newItem, sourceTypeOf } from './items';
import { passagesOf } from './passages/passages';

interface Planned {
  document: KeyedDocument;
  outcome: PutOutcome['outcome'];
}

@Injectable()
export class BulkItems {
  constructor(
    private readonly bases: KnowledgeBasesService,
    private readonly index: PassageIndex,
    private readonly queries: BulkItemsQueries,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * What these keys stand for: an item of that key, else a document of that id, which may be an upload. Call it in the
   * transaction that puts them.
   */
  async find(baseId: string, keys: readonly string[]): Promise<Map<string, KeyedDocument>> {
    if (keys.length === 0) return new Map();
    const documents = await this.queries.lock(baseId, keys);
    const byKey = new Map(documents.flatMap((one) => (one.key === null ? [] : [[one.key, one] as const])));
    const byId = new Map(documents.map((one) => [one.id, one]));
    return new Map(
      keys.flatMap((key) => {
        const known = byKey.get(key) ?? (isUuid(key) ? byId.get(key.toLowerCase()) : undefined);
        return known ? [[key, known] as const] : [];
      }),
    );
  }

  /**
   * Each document once; the outcomes in the order of the items. Uploads stay as they are. Their passages are one segment of
   * the index for every 256.
   *
   * @throws `knowledge.base_not_found`
   */
  put(actor: Actor, baseId: string, items: readonly PutItem[]): Promise<PutOutcome[]> {
    return this.database.transaction(async () => {
      const { settings } = await this.bases.hold(actor, baseId);
      const planned = items.map((item) => this.planned(actor, baseId, item));
      const of = (outcome: PutOutcome['outcome']) =>
        planned.filter((one) => one.outcome === outcome).map(({ document }) => document);
      const [added, updated] = [of('added'), of('updated')];
      await this.queries.insert(added);
      await this.queries.update(updated);
      await this.index.replaceMany(baseId, indexed([...added, ...updated], settings.chunking));
      await this.outbox.addAll(documentAdded, added.map(eventOf));
      await this.outbox.addAll(documentUpdated, updated.map(eventOf));
      return planned.map(({ document: { id }, outcome }) => ({ id, outcome }));
    });
  }

  /** Items alone; gives how many there were. @throws `knowledge.base_not_found` */
  remove(actor: Actor, baseId: string, ids: readonly string[]): Promise<number> {
    return this.database.transaction(async () => {
      await this.bases.hold(actor, baseId);
      await this.index.remove(ids);
      const removed = await this.queries.delete(baseId, ids);
      await this.outbox.addAll(documentRemoved, removed.map(eventOf));
      return removed.length;
    });
  }

  private planned({ teamId }: Actor, baseId: string, { input, known }: PutItem): Planned {
    if (known && known.kind !== 'item') return { document: known, outcome: 'unchanged' };
    const fresh = { ...newItem({ teamId, baseId }, input, this.clock.now()), key: input.key ?? null };
    if (!known) return { document: fresh, outcome: 'added' };
    const { id, createdAt } = known;
    const document = { ...fresh, id, createdAt, key: known.key };
    return { document, outcome: isSame(document, known) ? 'unchanged' : 'updated' };
  }
}

function isSame(one: KeyedDocument, other: KeyedDocument): boolean {
  const said = (item: KeyedDocument) => [item.title, item.content, item.tags, item.metadata, item.language];
  return isDeepStrictEqual(said(one), said(other));
}

/** Cutting goes along with indexing, so that the passages of all items are never in memory together. */
function* indexed(documents: readonly KeyedDocument[], chunking: ChunkingSettings): Generator<IndexedDocument> {
  for (const { id: documentId, baseId, kind: sourceType, title, content, tags, metadata, language } of documents) {
    const source = { documentId, baseId, tags, sourceType, metadata, ...givenLanguage(language) };
    yield { source, passages: passagesOf(title, content, chunking) };
  }
}

function eventOf(item: KeyedDocument) {
  const { teamId, id, baseId, kind, title, tags } = item;
  const sourceType = sourceTypeOf(item);
  return {
    teamId,
    data: { documentId: id, baseId, kind, title, tags, ...(sourceType === null ? {} : { sourceType }) },
  };
}
