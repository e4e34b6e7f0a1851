import { Injectable } from '@nestjs/common';
import {
  type KnowledgeBase,
  type KnowledgeBasePatch,
  KnowledgeBasesService,
  type VectorsState,
} from '#domain/knowledge';
import { Database } from '#infra/database';
import type { Actor, Page, PageRequest } from '#kernel';
import { DocumentsQueries } from './documents.queries';
import { DocumentsService } from './documents.service';
import type { CountedBase, CreateFilledBase, FilledBase } from './documents.types';

/** An answer with a whole base in it stays readable, and the process well; longer bases are read page by page. */
const MAX_EMBEDDED_ITEMS = 1_000;
const MAX_EMBEDDED_CHARS = 5_000_000;

const NO_VECTORS: VectorsState = { state: 'none', passages: 0, embedded: 0, modelId: null, error: null };

/** Knowledge bases together with what is in them. */
@Injectable()
export class BaseContents {
  constructor(
    private readonly bases: KnowledgeBasesService,
    private readonly documents: DocumentsService,
    private readonly queries: DocumentsQueries,
    private readonly database: Database,
  ) {}

  /** The base and all its items, or nothing. @throws `bots.not_found` */
  async create(actor: Actor, botId: string, { items: inputs = [], ...input }: CreateFilledBase): Promise<FilledBase> {
    const { base, items } = await this.database.transaction(async () => {
      const base = await this.bases.create(actor, botId, input);
      return { base, items: inputs.length > 0 ? await this.documents.storeItems(actor, base.id, inputs) : [] };
    });
    await this.documents.embedNow(items);
    const [counted] = await this.counted([base]);
    return { ...counted!, items, duplicates: await this.documents.duplicatesOf(items) };
  }

  /** @throws `bots.not_found` */
  async list(actor: Actor, botId: string, request: PageRequest): Promise<Page<CountedBase>> {
    const page = await this.bases.list(actor, botId, request);
    return { ...page, items: await this.counted(page.items) };
  }

  /** @throws `knowledge.base_not_found` */
  async get(actor: Actor, baseId: string): Promise<FilledBase> {
    const base = await this.bases.get(actor, baseId);
    const [counted] = await this.counted([base]);
    const items = await this.queries.firstItems(baseId, MAX_EMBEDDED_ITEMS, MAX_EMBEDDED_CHARS);
    return { ...counted!, items, duplicates: await this.documents.duplicatesOf(items) };
  }

  /** @throws `knowledge.base_not_found` */
  async update(actor: Actor, baseId: string, patch: KnowledgeBasePatch): Promise<CountedBase> {
    const [counted] = await this.counted([await this.bases.update(actor, baseId, patch)]);
    return counted!;
  }

  private async counted(bases: readonly KnowledgeBase[]): Promise<CountedBase[]> {
    const ids = bases.map(({ id }) => id);
    const counts = await this.queries.countItems(ids);
    const vectors = await this.bases.vectorsOf(ids);
    return bases.map((base) => ({
      base,
      itemCount: counts.get(base.id) ?? 0,
      vectors: vectors.get(base.id) ?? NO_VECTORS,
    }));
  }
}
