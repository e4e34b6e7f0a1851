import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Notices } from '#infra/notices';
import { type Actor, Clock, isUuid, newId, offsetOf, type Page, type PageRequest } from '#kernel';
import { DEFAULT_SETTINGS, mergedSettings } from './base-settings';
import { knowledgeErrors } from './knowledge.errors';
import { knowledgeBaseCreated, knowledgeBaseDeleted, knowledgeBaseUpdated } from './knowledge.events';
import { basesChanged } from './knowledge.notices';
import type { CreateKnowledgeBase, KnowledgeBase, KnowledgeBasePatch, VectorsState } from './knowledge.types';
import { KnowledgeBaseEntity } from './knowledge-base.entity';
import { KnowledgeBasesQueries } from './knowledge-bases.queries';
import { PassageIndex } from './passage-index.service';
import { PassageVectors } from './vectors/passage-vectors.service';

/** Name of the base that is made for documents when none is named. */
const OWN_BASE_NAME = 'Documents';

/** What others may not do meanwhile: `for_key_share`: delete the row; `for_no_key_update`: change it, either. */
type BaseLock = 'for_key_share' | 'for_no_key_update' | 'pessimistic_write';

/** The knowledge bases of a team's bots. Another team's base and what is no id are both `knowledge.base_not_found`. */
@Injectable()
export class KnowledgeBasesService {
  constructor(
    private readonly bots: BotsService,
    private readonly queries: KnowledgeBasesQueries,
    private readonly index: PassageIndex,
    private readonly vectors: PassageVectors,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** @throws `bots.not_found`; `input.invalid` for a model that embeds nothing */
  create(actor: Actor, botId: string, input: CreateKnowledgeBase): Promise<KnowledgeBase> {
    return this.database.transaction(async () => {
      await this.bots.hold(actor, botId);
      await this.vectors.requireUsable(actor.teamId, input.embeddingModelId, 'embeddingModelId');
      const base = newBase(actor.teamId, botId, input, this.clock.now());
      await this.bases.insert(base);
      await this.createIndexes(base);
      this.notices.publish(basesChanged, { botId });
      await this.outbox.add(knowledgeBaseCreated, eventOf(base));
      return base;
    });
  }

  /**
   * Gives the base that takes the bot's documents when no other is named. Makes it, as it is wanted, unless it is there;
   * once, however many ask at the same time.
   *
   * @throws `bots.not_found`
   */
  ensureOwn(actor: Actor, botId: string, wanted: Partial<CreateKnowledgeBase> = {}): Promise<string> {
    return this.database.transaction(async () => {
      await this.bots.hold(actor, botId);
      const known = await this.queries.findOwn(botId);
      if (known !== undefined) return known;
      const base = newBase(actor.teamId, botId, { name: OWN_BASE_NAME, ...wanted }, this.clock.now());
      const made = await this.queries.insertOwn(base);
      if (!made) return (await this.queries.findOwn(botId))!;
      await this.createIndexes(base);
      this.notices.publish(basesChanged, { botId });
      await this.outbox.add(knowledgeBaseCreated, eventOf(base));
      return base.id;
    });
  }

  /** The base that takes the bot's documents when no other is named; undefined when it has not been needed yet. */
  async findOwn(actor: Actor, botId: string): Promise<KnowledgeBase | undefined> {
    const baseId = await this.queries.findOwn(botId);
    return baseId === undefined ? undefined : this.get(actor, baseId);
  }

  /** Newest first. By knowledge_base_bot_id_idx. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, request: PageRequest): Promise<Page<KnowledgeBase>> {
    const { teamId } = actor;
    await this.bots.get(actor, botId);
    const [items, total] = await this.bases.findAndCount({
      where: { teamId, botId },
      order: { id: 'desc' },
      skip: offsetOf(request),
      take: request.limit,
    });
    return { items, total, page: request.page, limit: request.limit };
  }

  /** @throws `knowledge.base_not_found` */
  get(actor: Actor, baseId: string): Promise<KnowledgeBase> {
    return this.find(actor, baseId);
  }

  /**
   * As `get`, and nobody deletes the base before the open transaction ends: for what is about to change its documents.
   *
   * @throws `knowledge.base_not_found`
   */
  hold(actor: Actor, baseId: string): Promise<KnowledgeBase> {
    return this.database.transaction(() => this.find(actor, baseId, 'for_key_share'));
  }

  /**
   * With another embedding model its passages are embedded anew; until all are, those of the former one answer.
   *
   * @throws `knowledge.base_not_found`; `input.invalid` for a model that embeds nothing
   */
  update(actor: Actor, baseId: string, patch: KnowledgeBasePatch): Promise<KnowledgeBase> {
    return this.database.transaction(async () => {
      const base = await this.find(actor, baseId, 'for_no_key_update');
      await this.vectors.requireUsable(actor.teamId, patch.embeddingModelId, 'embeddingModelId');
      const changes = changesOf(base, patch, this.clock.now());
      await this.bases.update({ id: baseId }, changes);
      const { embeddingModelId } = changes;
      if (embeddingModelId !== base.embeddingModelId) await this.vectors.follow(baseId, embeddingModelId);
      const changed = { ...base, ...changes };
      this.notices.publish(basesChanged, { botId: base.botId });
      await this.outbox.add(knowledgeBaseUpdated, eventOf(changed));
      return changed;
    });
  }

  /** With its documents and its index, through foreign keys. @throws `knowledge.base_not_found` */
  async delete(actor: Actor, baseId: string): Promise<void> {
    await this.database.transaction(async () => {
      const base = await this.find(actor, baseId, 'pessimistic_write');
      await this.bases.delete({ id: baseId });
      this.notices.publish(basesChanged, { botId: base.botId });
      await this.outbox.add(knowledgeBaseDeleted, eventOf(base));
    });
  }

  /** How far the bases are with their vectors. */
  vectorsOf(baseIds: readonly string[]): Promise<Map<string, VectorsState>> {
    return this.vectors.states(baseIds);
  }

  private async createIndexes({ id, embeddingModelId }: KnowledgeBase): Promise<void> {
    await this.index.createIndex(id);
    if (this.vectors.mayHaveVectors(embeddingModelId)) await this.vectors.follow(id, embeddingModelId);
  }

  private get bases() {
    return this.database.repository(KnowledgeBaseEntity);
  }

  private async find({ teamId }: Actor, baseId: string, mode?: BaseLock): Promise<KnowledgeBaseEntity> {
    const lock = mode && { lock: { mode } };
    const base = isUuid(baseId) ? await this.bases.findOne({ where: { id: baseId, teamId }, ...lock }) : null;
    if (!base) throw knowledgeErrors.base_not_found();
    return base;
  }
}

function newBase(teamId: string, botId: string, input: CreateKnowledgeBase, now: Date): KnowledgeBase {
  return {
    id: newId(),
    teamId,
    botId,
    name: input.name.trim(),
    description: input.description ?? null,
    isActive: input.isActive ?? true,
    settings: mergedSettings(DEFAULT_SETTINGS, input.settings),
    embeddingModelId: input.embeddingModelId ?? null,
    createdAt: now,
    updatedAt: now,
  };
}

function changesOf(base: KnowledgeBase, patch: KnowledgeBasePatch, now: Date) {
  const { name = base.name, description = base.description, isActive = base.isActive } = patch;
  const { embeddingModelId = base.embeddingModelId } = patch;
  return {
    name: name.trim(),
    description,
    isActive,
    settings: mergedSettings(base.settings, patch.settings),
    embeddingModelId,
    updatedAt: now,
  };
}

function eventOf({ teamId, id, botId, name }: KnowledgeBase) {
  return { teamId, data: { baseId: id, botId, name } };
}
