import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { PageRequest } from '#kernel';
import type { SyncCounts, SyncStage, WebSourceKind, WebSourceState } from './web-sources.types';

export interface WebSourceRow {
  id: string;
  teamId: string;
  botId: string;
  baseId: string;
  url: string;
  kind: WebSourceKind;
  maxPages: number;
  include: string[];
  exclude: string[];
  cron: string | null;
  timeZone: string | null;
  refreshHours: number | null;
  nextSyncAt: Date | null;
  state: WebSourceState;
  syncId: string;
  stage: SyncStage | null;
  counts: SyncCounts;
  error: { code: string; message: string } | null;
  syncStartedAt: Date | null;
  syncEndedAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export type WebSourceDefinition = Pick<
  WebSourceRow,
  'url' | 'kind' | 'maxPages' | 'include' | 'exclude' | 'cron' | 'timeZone' | 'refreshHours'
>;

export interface NewWebSource extends WebSourceDefinition {
  id: string;
  teamId: string;
  botId: string;
  baseId: string;
  syncId: string;
  nextSyncAt: Date | null;
  leaseUntil: Date;
  createdAt: Date;
}

/** A sync that is about to begin. */
export interface NewSync {
  syncId: string;
  now: Date;
  leaseUntil: Date;
  nextSyncAt: Date | null;
}

export interface SourceAddress {
  teamId: string;
  botId: string;
  id: string;
}

const COLUMNS = `id, team_id as "teamId", bot_id as "botId", base_id as "baseId", url, kind, max_pages as "maxPages",
  include_paths as include, exclude_paths as exclude, schedule_cron as cron, schedule_time_zone as "timeZone",
  refresh_hours as "refreshHours", next_sync_at as "nextSyncAt", status as state, sync_id as "syncId", stage,
  json_build_object('found', found_count, 'fetched', fetched_count, 'added', added_count, 'changed', changed_count,
    'unchanged', unchanged_count, 'skipped', skipped_count, 'failed', failed_count, 'removed', removed_count) as counts,
  case when error_code is not null then json_build_object('code', error_code, 'message', error_message) end as error,
  sync_started_at as "syncStartedAt", sync_ended_at as "syncEndedAt", created_at as "createdAt", updated_at as "updatedAt"`;

const OURS = `id = $1 and bot_id = $2 and team_id = $3 and status <> 'removing'`;

/** What callers do with sources; what runs write stands in `syncing/`. */
@Injectable()
export class WebSourcesQueries {
  constructor(private readonly database: Database) {}

  /** Until the transaction ends, so that two callers cannot both make the last one. */
  async lockTeam(teamId: string): Promise<void> {
    await this.database.query('select id from team where id = $1 for no key update', [teamId]);
  }

  /** By web_source_team_id_idx. */
  async countOfTeam(teamId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from web_source where team_id = $1 and status <> 'removing'`,
      [teamId],
    );
    return row?.count ?? 0;
  }

  async insert(source: NewWebSource): Promise<WebSourceRow> {
    const rows = await this.database.query<WebSourceRow>(
      `insert into web_source (id, team_id, bot_id, base_id, url, kind, max_pages, include_paths, exclude_paths,
         schedule_cron, schedule_time_zone, refresh_hours, next_sync_at, sync_id, lease_until, sync_started_at, created_at,
         updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16, $16) returning ${COLUMNS}`,
      [
        source.id,
        source.teamId,
        source.botId,
        source.baseId,
        source.url,
        source.kind,
        source.maxPages,
        source.include,
        source.exclude,
        source.cron,
        source.timeZone,
        source.refreshHours,
        source.nextSyncAt,
        source.syncId,
        source.leaseUntil,
        source.createdAt,
      ],
    );
    return rows[0]!;
  }

  /** Newest first. By web_source_bot_id_idx. */
  list(teamId: string, botId: string, { page, limit }: PageRequest): Promise<WebSourceRow[]> {
    return this.database.query<WebSourceRow>(
      `select ${COLUMNS} from web_source where bot_id = $1 and team_id = $2 and status <> 'removing'
       order by id desc limit $3 offset $4`,
      [botId, teamId, limit, (page - 1) * limit],
    );
  }

  /** By web_source_bot_id_idx. */
  async count(teamId: string, botId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from web_source where bot_id = $1 and team_id = $2 and status <> 'removing'`,
      [botId, teamId],
    );
    return row?.count ?? 0;
  }

  /** By web_source's primary key, as are all below. */
  async find({ id, botId, teamId }: SourceAddress): Promise<WebSourceRow | undefined> {
    const [row] = await this.database.query<WebSourceRow>(`select ${COLUMNS} from web_source where ${OURS}`, [
      id,
      botId,
      teamId,
    ]);
    return row;
  }

  async lock({ id, botId, teamId }: SourceAddress): Promise<WebSourceRow | undefined> {
    const [row] = await this.database.query<WebSourceRow>(
      `select ${COLUMNS} from web_source where ${OURS} for no key update`,
      [id, botId, teamId],
    );
    return row;
  }

  async update(id: string, definition: WebSourceDefinition, nextSyncAt: Date | null, now: Date): Promise<WebSourceRow> {
    const { maxPages, include, exclude, cron, timeZone, refreshHours } = definition;
    const rows = await this.database.query<WebSourceRow>(
      `update web_source set max_pages = $2, include_paths = $3, exclude_paths = $4, schedule_cron = $5,
         schedule_time_zone = $6, refresh_hours = $7, next_sync_at = $8, updated_at = $9
       where id = $1 returning ${COLUMNS}`,
      [id, maxPages, include, exclude, cron, timeZone, refreshHours, nextSyncAt, now],
    );
    return rows[0]!;
  }

  /** Undefined when one is under way. */
  async begin(id: string, { syncId, now, leaseUntil, nextSyncAt }: NewSync): Promise<WebSourceRow | undefined> {
    const [row] = await this.database.query<WebSourceRow>(
      `update web_source set status = 'queued', sync_id = $2, stage = null, is_listing_whole = false, found_count = 0,
         fetched_count = 0, added_count = 0, changed_count = 0, unchanged_count = 0, skipped_count = 0, failed_count = 0,
         removed_count = 0, error_code = null, error_message = null, run_count = 0, run_id = null, lease_until = $4,
         next_sync_at = $5, sync_started_at = $3, sync_ended_at = null, updated_at = $3
       where id = $1 and status in ('ready', 'failed', 'cancelled') returning ${COLUMNS}`,
      [id, syncId, now, leaseUntil, nextSyncAt],
    );
    return row;
  }

  /** Undefined when it has ended already. Whichever run has it finds that it no longer has. */
  async cancel({ id, botId, teamId }: SourceAddress, now: Date): Promise<WebSourceRow | undefined> {
    const [row] = await this.database.query<WebSourceRow>(
      `update web_source set status = 'cancelled', stage = null, run_id = null, lease_until = null, sync_ended_at = $4,
         updated_at = $4
       where ${OURS} and status in ('queued', 'running') returning ${COLUMNS}`,
      [id, botId, teamId, now],
    );
    return row;
  }

  /** From now on nobody sees it; a job takes its documents away. False when it was not there. */
  async markRemoving({ id, botId, teamId }: SourceAddress, now: Date, leaseUntil: Date): Promise<boolean> {
    const count = await this.database.execute(
      `update web_source set status = 'removing', stage = null, run_id = null, run_count = 0, next_sync_at = null,
         lease_until = $5, updated_at = $4
       where ${OURS}`,
      [id, botId, teamId, now, leaseUntil],
    );
    return count > 0;
  }

  /** Sources whose time has come, the longest due first. By web_source_next_sync_at_idx. */
  due(now: Date, limit: number): Promise<Array<SourceAddress & { nextSyncAt: Date }>> {
    return this.database.query(
      `select id, bot_id as "botId", team_id as "teamId", next_sync_at as "nextSyncAt" from web_source
       where next_sync_at <= $1 and status <> 'removing' order by next_sync_at limit $2`,
      [now, limit],
    );
  }

  async setNext(id: string, next: Date | null): Promise<void> {
    await this.database.execute('update web_source set next_sync_at = $2 where id = $1', [id, next]);
  }
}
