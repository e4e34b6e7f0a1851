import { Injectable } from '@nestjs/common';
import { type FindOptionsWhere, ILike, In, type QueryDeepPartialEntity } from 'typeorm';
import { AuditLog } from '#domain/audit';
import { BotKeys } from '#domain/identity';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Notices } from '#infra/notices';
import { type Actor, Clock, isUuid, type KeyActor, newId, offsetOf, opensBot, type Page } from '#kernel';
import { BotEntity } from './bot.entity';
import { mergeConfiguration } from './bot-configuration';
import { BotLookup } from './bot-lookup';
import { BotModels } from './bot-models';
import { botErrors } from './bots.errors';
import { botCreated, botDeleted, botUpdated } from './bots.events';
import { botChanged } from './bots.notices';
import { BotsQueries } from './bots.queries';
import type { Bot, BotListRequest, BotPatch, CreateBot, CreateNamedBot } from './bots.types';
import { freeSlug, slugOf } from './slug';

const DEFAULT_ENGINE = 'default';
const DEFAULT_BOT = { name: 'Assistant', description: 'Answers whoever names no bot.' };

/** TypeORM cannot see that a free JSON object is one of its values. */
type BotColumns = QueryDeepPartialEntity<BotEntity>;

/** Runs in the transaction that deletes the bot, before anything is gone. */
export type BeforeBotDelete = (botId: string) => Promise<void>;

/** What others may not do meanwhile: `for_key_share`: delete the row; `for_no_key_update`: change it, either. */
type BotLock = 'for_key_share' | 'for_no_key_update' | 'pessimistic_write';

/** The bots of a team. Another team's bot and an id that is none are both `bots.not_found`. */
@Injectable()
export class BotsService {
  private readonly beforeDeleteListeners: BeforeBotDelete[] = [];

  constructor(
    private readonly queries: BotsQueries,
    private readonly keys: BotKeys,
    private readonly models: BotModels,
    private readonly lookup: BotLookup,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws AppError `input.invalid` when the configuration is not acceptable */
  create(actor: Actor, input: CreateBot): Promise<Bot> {
    return this.database.transaction(async () => {
      const { teamId } = actor;
      const wanted = slugOf(input.name);
      await this.queries.lockSlugs(teamId);
      const slug = freeSlug(wanted, await this.queries.slugsLike(teamId, wanted));
      return this.insert(actor, newBot(teamId, slug, input, this.clock.now()));
    });
  }

  /** With exactly that slug. @throws `bots.slug_taken`, `input.invalid` */
  createNamed(actor: Actor, { slug, name = slug, ...input }: CreateNamedBot): Promise<Bot> {
    return this.database.transaction(async () => {
      const { teamId } = actor;
      await this.queries.lockSlugs(teamId);
      return this.insert(actor, newBot(teamId, slug, { ...input, name }, this.clock.now()));
    });
  }

  /** The bot of callers who name none. Made at first use; once, however many ask at the same time. */
  async ensureDefault(actor: Actor): Promise<Readonly<Bot>> {
    const known = await this.lookup.defaultOf(actor.teamId);
    if (known ? !opensBot(actor, known.id) : isOfSomeBots(actor)) throw botErrors.not_found();
    return known ?? this.createDefault(actor);
  }

  /** Newest first. By bot_team_id_id_idx. */
  async list(actor: Actor, { search, status, page, limit }: BotListRequest): Promise<Page<Bot>> {
    const of = {
      teamId: actor.teamId,
      ...(status === undefined ? {} : { status }),
      ...(isOfSomeBots(actor) ? { id: In([...actor.botIds]) } : {}),
    };
    const [items, total] = await this.bots.findAndCount({
      where: search ? whereMentioned(of, search) : of,
      order: { id: 'desc' },
      skip: offsetOf({ page, limit }),
      take: limit,
    });
    return { items, total, page, limit };
  }

  /** @throws `bots.not_found` */
  get(actor: Actor, botId: string): Promise<Bot> {
    return this.find(actor, botId);
  }

  /**
   * As `get`, and nobody deletes the bot before the open transaction ends: for what is about to refer to it.
   *
   * @throws `bots.not_found`
   */
  hold(actor: Actor, botId: string): Promise<Bot> {
    return this.database.transaction(() => this.find(actor, botId, 'for_key_share'));
  }

  /** @throws `bots.not_found`, `input.invalid` */
  update(actor: Actor, botId: string, patch: BotPatch): Promise<Bot> {
    return this.database.transaction(async () => {
      const bot = await this.find(actor, botId, 'for_no_key_update');
      const changes = changesOf(bot, patch, this.clock.now());
      await this.models.requireUsable(bot.teamId, patch.configuration ?? {});
      await this.bots.update({ id: botId }, changes as BotColumns);
      this.notices.publish(botChanged, noticeOf(bot));
      await this.outbox.add(botUpdated, { teamId: bot.teamId, data: { botId, name: changes.name } });
      return { ...bot, ...changes };
    });
  }

  /** With all that belongs to it, through foreign keys. @throws `bots.not_found` */
  async delete(actor: Actor, botId: string): Promise<void> {
    await this.database.transaction(() => this.deleteFound(actor, botId), { repeatsAfterDeadlock: true });
  }

  /** For domains above that must tell or clean up what goes with a bot. */
  beforeDelete(listener: BeforeBotDelete): void {
    this.beforeDeleteListeners.push(listener);
  }

  private async deleteFound(actor: Actor, botId: string): Promise<void> {
    const bot = await this.find(actor, botId, 'pessimistic_write');
    for (const listener of this.beforeDeleteListeners) await listener(botId);
    await this.bots.delete({ id: botId });
    this.notices.publish(botChanged, noticeOf(bot));
    this.keys.forgetBot(botId);
    await this.outbox.add(botDeleted, { teamId: bot.teamId, data: { botId, name: bot.name } });
    await this.auditLog.record(actor, { act: 'bot.deleted', subject: { kind: 'bot', id: botId, name: bot.name } });
  }

  private createDefault(actor: Actor): Promise<Bot> {
    return this.database.transaction(async () => {
      await this.queries.lockSlugs(actor.teamId);
      const known = await this.queries.findDefault(actor.teamId);
      if (known !== undefined) return this.find(actor, known);
      const bot = await this.create(actor, DEFAULT_BOT);
      await this.queries.makeDefault(bot.id);
      return { ...bot, isDefault: true };
    });
  }

  private get bots() {
    return this.database.repository(BotEntity);
  }

  private async insert(actor: Actor, made: Omit<Bot, 'number'>): Promise<Bot> {
    await this.models.requireUsable(made.teamId, made.configuration);
    const number = await this.queries.insert(made);
    if (number === undefined) throw botErrors.slug_taken();
    const bot = { ...made, number };
    this.notices.publish(botChanged, noticeOf(bot));
    await this.outbox.add(botCreated, { teamId: bot.teamId, data: { botId: bot.id, name: bot.name } });
    await this.auditLog.record(actor, { act: 'bot.created', subject: { kind: 'bot', id: bot.id, name: bot.name } });
    return bot;
  }

  private async find(actor: Actor, botId: string, mode?: BotLock): Promise<BotEntity> {
    const { teamId } = actor;
    const lock = mode && { lock: { mode } };
    const isOpen = isUuid(botId) && (actor.kind !== 'key' || opensBot(actor, botId.toLowerCase()));
    const bot = isOpen ? await this.bots.findOne({ where: { id: botId, teamId }, ...lock }) : null;
    if (!bot) throw botErrors.not_found();
    return bot;
  }
}

function isOfSomeBots(actor: Actor): actor is KeyActor & { botIds: readonly string[] } {
  return actor.kind === 'key' && actor.botIds !== undefined;
}

function newBot(teamId: string, slug: string, input: CreateBot, now: Date): Omit<Bot, 'number'> {
  return {
    id: newId(),
    teamId,
    slug,
    name: input.name.trim(),
    description: input.description ?? null,
    engine: input.engine ?? DEFAULT_ENGINE,
    configuration: mergeConfiguration({}, input.configuration ?? {}),
    status: input.status ?? 'active',
    isDefault: false,
    createdAt: now,
    updatedAt: now,
  };
}

function noticeOf({ id, teamId, slug }: Bot) {
  return { botId: id, teamId, slug };
}

function changesOf(bot: Bot, patch: BotPatch, now: Date) {
  const { name = bot.name, description = bot.description, engine = bot.engine, status = bot.status } = patch;
  const { configuration } = patch;
  return {
    name: name.trim(),
    description,
    engine: engine ?? DEFAULT_ENGINE,
    status,
    configuration: configuration === null ? {} : mergeConfiguration(bot.configuration, configuration ?? {}),
    updatedAt: now,
  };
}

function whereMentioned(of: FindOptionsWhere<BotEntity>, search: string): FindOptionsWhere<BotEntity>[] {
  const mentions = ILike(`%${escapeLike(search)}%`);
  return [
    { ...of, name: mentions },
    { ...of, description: mentions },
  ];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
