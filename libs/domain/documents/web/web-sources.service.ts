import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { KnowledgeBasesService } from '#domain/knowledge';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { type Actor, AppError, after, Clock, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { documentErrors } from '../documents.errors';
import { QUEUE_LEASE_MS } from '../ingestion/lease';
import { WebAddressCheck } from './address-check';
import { syncWebSource } from './jobs/sync-web-source.job';
import { WebPagesQueries } from './pages/web-pages.queries';
import { changedDefinition, newDefinition } from './source-input';
import { nextSyncOf, SyncScheduling } from './syncing/sync-scheduling.service';
import { webErrors } from './web-sources.errors';
import { type SourceAddress, type WebSourceRow, WebSourcesQueries } from './web-sources.queries';
import {
  type CreateWebSource,
  WEB_LIMITS,
  type WebPage,
  type WebPageListRequest,
  type WebSource,
  type WebSourceSettings,
} from './web-sources.types';

/** The pages and sites that a bot's documents are fetched from. `WebSyncing` fetches them. */
@Injectable()
export class WebSources {
  constructor(
    private readonly bots: BotsService,
    private readonly bases: KnowledgeBasesService,
    private readonly queries: WebSourcesQueries,
    private readonly pages: WebPagesQueries,
    private readonly addresses: WebAddressCheck,
    private readonly scheduling: SyncScheduling,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Its first sync begins at once. @throws `bots.not_found`, `documents.base_not_found`, `web_sources.too_many`, `input.invalid` */
  async create(actor: Actor, botId: string, { baseId, ...input }: CreateWebSource): Promise<WebSource> {
    const definition = newDefinition(input);
    await this.bots.get(actor, botId);
    await this.addresses.pass(definition.url);
    const { teamId } = actor;
    const row = await this.database.transaction(async () => {
      await this.queries.lockTeam(teamId);
      if ((await this.queries.countOfTeam(teamId)) >= WEB_LIMITS.sources) throw webErrors.too_many();
      const now = this.clock.now();
      const inserted = await this.queries.insert({
        ...definition,
        id: newId(),
        teamId,
        botId,
        baseId: await this.holdBase(actor, botId, baseId ?? null),
        syncId: newId(),
        nextSyncAt: nextSyncOf(definition, now),
        leaseUntil: after(now, QUEUE_LEASE_MS),
        createdAt: now,
      });
      await this.jobs.enqueue(syncWebSource, { sourceId: inserted.id });
      return inserted;
    });
    return toSource(row);
  }

  /** Newest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, request: PageRequest): Promise<Page<WebSource>> {
    await this.bots.get(actor, botId);
    const { page, limit } = request;
    const items = (await this.queries.list(actor.teamId, botId, request)).map(toSource);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(actor.teamId, botId), page, limit };
  }

  /** @throws `web_sources.not_found` */
  async get(actor: Actor, botId: string, id: string): Promise<WebSource> {
    return toSource(found(await this.queries.find(addressOf(actor, botId, id))));
  }

  /** In the order of the listing. @throws `web_sources.not_found` */
  async listPages(actor: Actor, botId: string, id: string, request: WebPageListRequest): Promise<Page<WebPage>> {
    await this.get(actor, botId, id);
    const { page, limit, outcome } = request;
    const items = await this.pages.page(id, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.pages.count(id, outcome), page, limit };
  }

  /** From the next sync on. @throws `web_sources.not_found`, `input.invalid` */
  update(actor: Actor, botId: string, id: string, patch: WebSourceSettings): Promise<WebSource> {
    return this.database.transaction(async () => {
      const row = found(await this.queries.lock(addressOf(actor, botId, id)));
      const definition = changedDefinition(row, patch);
      const now = this.clock.now();
      const isTimeChanged = (['cron', 'timeZone', 'refreshHours'] as const).some(
        (name) => definition[name] !== row[name],
      );
      const nextSyncAt = isTimeChanged ? nextSyncOf(definition, now) : row.nextSyncAt;
      return toSource(await this.queries.update(id, definition, nextSyncAt, now));
    });
  }

  /** One that is under way goes on. @throws `web_sources.not_found` */
  sync(actor: Actor, botId: string, id: string): Promise<WebSource> {
    return this.database.transaction(async () => {
      const row = found(await this.queries.lock(addressOf(actor, botId, id)));
      return toSource((await this.scheduling.begin(row)) ?? row);
    });
  }

  /** What was fetched stays; whoever fetches stops. @throws `web_sources.not_found`, `web_sources.not_under_way` */
  async cancel(actor: Actor, botId: string, id: string): Promise<WebSource> {
    const address = addressOf(actor, botId, id);
    const cancelled = await this.queries.cancel(address, this.clock.now());
    if (cancelled) return toSource(cancelled);
    const { state } = found(await this.queries.find(address));
    throw webErrors.not_under_way({
      message: `The last sync is ${state}; only one that is queued or running can be cancelled.`,
    });
  }

  /** A job takes its documents away. @throws `web_sources.not_found` */
  async delete(actor: Actor, botId: string, id: string): Promise<void> {
    const address = addressOf(actor, botId, id);
    await this.database.transaction(async () => {
      const now = this.clock.now();
      if (!(await this.queries.markRemoving(address, now, after(now, QUEUE_LEASE_MS)))) throw webErrors.not_found();
      await this.jobs.enqueue(syncWebSource, { sourceId: id });
    });
  }

  /** The base that is named, or the bot's own; nobody deletes it before the transaction ends. */
  private async holdBase(actor: Actor, botId: string, baseId: string | null): Promise<string> {
    if (baseId === null) return this.bases.ensureOwn(actor, botId);
    try {
      const base = await this.bases.hold(actor, baseId);
      if (base.botId === botId) return base.id;
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'not_found') throw error;
    }
    throw documentErrors.base_not_found();
  }
}

/** @throws `web_sources.not_found` when the id cannot be one */
function addressOf({ teamId }: Actor, botId: string, id: string): SourceAddress {
  if (!isUuid(id) || !isUuid(botId)) throw webErrors.not_found();
  return { teamId, botId, id };
}

function found(row: WebSourceRow | undefined): WebSourceRow {
  if (!row) throw webErrors.not_found();
  return row;
}

function toSource({ cron, timeZone, syncId: _, ...row }: WebSourceRow): WebSource {
  const schedule = cron === null || timeZone === null ? null : { cron, timeZone };
  return { ...row, schedule, progress: progressOf(row) };
}

const FETCHING_FROM = 5;
const FETCHING_TO = 95;

function progressOf({ state, stage, counts }: Pick<WebSourceRow, 'state' | 'stage' | 'counts'>): number {
  if (state === 'ready') return 100;
  if (stage === 'removing') return FETCHING_TO;
  if (counts.found === 0) return 0;
  return FETCHING_FROM + Math.floor(((FETCHING_TO - FETCHING_FROM) * counts.fetched) / counts.found);
}
