import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, Clock, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { trainingErrors } from '../training.errors';
import { modelActivated } from '../training.notices';
import { ModelsQueries, type StoredModel } from './models.queries';
import {
  type ActiveModel,
  MAX_VERSIONS,
  type NextVersion,
  type TrainingModel,
  type TrainingModelDetails,
} from './models.types';

/** The versions of what bots have learned. One of them may be active: `Intents` reads by it. */
@Injectable()
export class TrainingModels {
  constructor(
    private readonly bots: BotsService,
    private readonly queries: ModelsQueries,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** Undefined when the bot has none. */
  async active({ teamId }: Actor, botId: string): Promise<ActiveModel | undefined> {
    return isUuid(botId) ? this.queries.active(teamId, botId) : undefined;
  }

  /** Newest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, { page, limit }: PageRequest): Promise<Page<TrainingModel>> {
    await this.bots.get(actor, botId);
    const items = await this.queries.list(actor.teamId, botId, { page, limit });
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(actor.teamId, botId), page, limit };
  }

  /** @throws `training.model_not_found` */
  async get({ teamId }: Actor, botId: string, version: number): Promise<TrainingModelDetails> {
    const model = isUuid(botId) ? await this.queries.find(teamId, botId, version) : undefined;
    if (!model) throw trainingErrors.model_not_found();
    return model;
  }

  /** Any version: also the way back. When this returns, all processes have been told. @throws `training.model_not_found` */
  async activate(actor: Actor, botId: string, version: number): Promise<TrainingModelDetails> {
    const model = await this.database.transaction(async () => {
      const held = await this.hold(actor, botId, version);
      await this.queries.activate(botId, version, this.clock.now());
      return { ...held, isActive: true };
    });
    await this.notices.publish(modelActivated, { botId });
    return model;
  }

  /** @throws `training.model_not_found`, `training.model_active` */
  async delete(actor: Actor, botId: string, version: number): Promise<void> {
    await this.database.transaction(async () => {
      const { isActive } = await this.hold(actor, botId, version);
      if (isActive) throw trainingErrors.model_active();
      await this.queries.delete(botId, version);
    });
  }

  /**
   * The number of the version that comes next, and the one that is active: nobody else's, and nobody else changes it, until the
   * open transaction ends. Undefined when the bot is gone.
   */
  async nextVersion(teamId: string, botId: string): Promise<NextVersion | undefined> {
    const held = await this.queries.hold(teamId, botId);
    return held && { version: held.lastVersion + 1, activeVersion: held.activeVersion };
  }

  /** With a version of `nextVersion`, in its transaction. */
  async add(model: Omit<StoredModel, 'id' | 'createdAt'>, { activate }: { activate: boolean }): Promise<void> {
    const { botId, version } = model;
    const now = this.clock.now();
    await this.queries.insert({ ...model, id: newId(), createdAt: now });
    if (activate) {
      await this.queries.activate(botId, version, now);
      this.notices.publish(modelActivated, { botId });
    }
    await this.queries.deleteOldest(botId, MAX_VERSIONS);
  }

  /** As the row says while nobody else can change it. */
  private async hold(actor: Actor, botId: string, version: number): Promise<TrainingModelDetails> {
    if (!isUuid(botId) || !(await this.queries.hold(actor.teamId, botId))) throw trainingErrors.model_not_found();
    return this.get(actor, botId, version);
  }
}
