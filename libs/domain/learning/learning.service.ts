import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { type Actor, Clock, isUuid, newId, offsetOf, type Page } from '#kernel';
import { learningErrors } from './learning.errors';
import { LearningQueries } from './learning.queries';
import type { LearningItem, LearningListRequest, LessonPatch, NewLearningItem } from './learning.types';
import { changedLesson, newLesson } from './lesson-input';

/** What people write themselves is right. */
const CERTAIN = 1;

/** What bots could learn, for people to look through. Another team's item and what is no id are both `learning.not_found`. */
@Injectable()
export class LearningItems {
  constructor(
    private readonly bots: BotsService,
    private readonly queries: LearningQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, request: LearningListRequest): Promise<Page<LearningItem>> {
    await this.bots.get(actor, botId);
    const { page, limit, ...filter } = request;
    const items = await this.queries.list(actor.teamId, botId, filter, limit, offsetOf(request));
    return { items, total: await this.queries.count(actor.teamId, botId, filter), page, limit };
  }

  /** @throws `learning.not_found` */
  async get({ teamId }: Actor, id: string): Promise<LearningItem> {
    const item = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!item) throw learningErrors.not_found();
    return item;
  }

  /** Approved at once. @throws `bots.not_found`, `input.invalid` when there is nothing to learn */
  async add(actor: Actor, botId: string, { type, ...input }: NewLearningItem): Promise<LearningItem> {
    const lesson = newLesson(input, CERTAIN);
    const { teamId } = actor;
    const id = newId();
    await this.database.transaction(async () => {
      await this.bots.hold(actor, botId);
      const made = { id, teamId, botId, type, lesson, findingKey: `manual:${id}`, createdAt: this.clock.now() };
      await this.queries.insert({ ...made, source: 'manual', status: 'approved' });
    });
    return this.get(actor, id);
  }

  /** From then on findings leave its words as they are. @throws `learning.not_found`, `learning.is_applied`, `input.invalid` */
  change(actor: Actor, id: string, patch: LessonPatch): Promise<LearningItem> {
    return this.database.transaction(async () => {
      const item = isUuid(id) ? await this.queries.lock(actor.teamId, id) : undefined;
      if (!item) throw learningErrors.not_found();
      if (item.appliedAt) throw learningErrors.is_applied();
      const lesson = changedLesson(item.lesson, patch);
      await this.queries.setLesson(id, lesson, lesson.query === item.lesson.query, this.clock.now());
      return this.get(actor, id);
    });
  }
}
