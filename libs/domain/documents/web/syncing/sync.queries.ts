import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { PageOutcome, SyncCounts, SyncStage, WebSourceKind } from '../web-sources.types';

/** Which run writes, and when. */
export interface SyncPlace {
  sourceId: string;
  runId: string;
  now: Date;
  leaseUntil: Date;
}

export interface ClaimedSource {
  id: string;
  teamId: string;
  botId: string;
  baseId: string;
  url: string;
  kind: WebSourceKind;
  maxPages: number;
  include: string[];
  exclude: string[];
  syncId: string;
  /** Null at the beginning of a sync; else where the run before this one left off. */
  stage: SyncStage | null;
  isListingWhole: boolean;
  isRemoving: boolean;
  /** This one included. */
  runCount: number;
}

/** The bot and the base are held before the source, as everywhere, so that this neither meets nor deadlocks with their deletes. */
const HELD = `with held as (
    select s.id from web_source s join bot b on b.id = s.bot_id join knowledge_base k on k.id = s.base_id
    where s.id = $1 for key share of b, k
  )`;
/** What has gone is counted when its document goes. */
const COUNTED: Readonly<Record<Exclude<PageOutcome, 'gone'>, string>> = {
  added: 'added_count',
  changed: 'changed_count',
  unchanged: 'unchanged_count',
  skipped: 'skipped_count',
  failed: 'failed_count',
};

/** What runs write, each statement under the condition that the run still has the source. By web_source's primary key. */
@Injectable()
export class SyncQueries {
  constructor(private readonly database: Database) {}

  /** Undefined when somebody else has it, or there is nothing to do. */
  async claim({ sourceId, runId, now, leaseUntil }: SyncPlace): Promise<ClaimedSource | undefined> {
    const [row] = await this.database.query<ClaimedSource>(
      `update web_source set status = case status when 'queued' then 'running' else status end, run_id = $2,
         run_count = run_count + 1, lease_until = $3, updated_at = $4
       where id = $1 and status in ('queued', 'removing') and run_id is null
       returning id, team_id as "teamId", bot_id as "botId", base_id as "baseId", url, kind, max_pages as "maxPages",
         include_paths as include, exclude_paths as exclude, sync_id as "syncId", stage,
         is_listing_whole as "isListingWhole", status = 'removing' as "isRemoving", run_count as "runCount"`,
      [sourceId, runId, leaseUntil, now],
    );
    return row;
  }

  /** False when the run no longer has it, as with all below. */
  async beat({ sourceId, runId, leaseUntil }: SyncPlace): Promise<boolean> {
    const count = await this.database.execute(
      `update web_source set lease_until = $3 where id = $1 and run_id = $2 and status in ('running', 'removing')`,
      [sourceId, runId, leaseUntil],
    );
    return count > 0;
  }

  /** The pages are found. Takes the source for the open transaction. */
  async found(place: SyncPlace, found: number, isWhole: boolean): Promise<boolean> {
    return this.write(place, `stage = 'fetching', found_count = $5, is_listing_whole = $6, run_count = 0`, [
      found,
      isWhole,
    ]);
  }

  /** A page was dealt with. Takes the source for the open transaction. */
  async visited(place: SyncPlace, outcome: PageOutcome): Promise<boolean> {
    const also = outcome === 'gone' ? '' : `, ${COUNTED[outcome]} = ${COUNTED[outcome]} + 1`;
    return this.write(place, `fetched_count = fetched_count + 1${also}, run_count = 0`);
  }

  /** A document is about to be removed. Takes the source for the open transaction. */
  async removed(place: SyncPlace): Promise<boolean> {
    return this.write(place, 'removed_count = removed_count + 1, run_count = 0');
  }

  async reach(place: SyncPlace, stage: SyncStage): Promise<boolean> {
    return this.write(place, 'stage = $5', [stage]);
  }

  async end(place: SyncPlace, error: { code: string; message: string } | null): Promise<boolean> {
    return this.write(
      place,
      `status = case when $5::text is null then 'ready' else 'failed' end, stage = null, run_id = null, error_code = $5,
         error_message = $6, sync_ended_at = $3`,
      [error?.code ?? null, error?.message ?? null],
    );
  }

  async countsOf({ sourceId, runId }: SyncPlace): Promise<SyncCounts | undefined> {
    const [row] = await this.database.query<SyncCounts>(
      `select found_count as found, fetched_count as fetched, added_count as added, changed_count as changed,
         unchanged_count as unchanged, skipped_count as skipped, failed_count as failed, removed_count as removed
       from web_source where id = $1 and run_id = $2`,
      [sourceId, runId],
    );
    return row;
  }

  /** Back to those that wait. `isCounted`: whether the run counts as one. */
  async release({ sourceId, runId, now, leaseUntil }: SyncPlace, isCounted: boolean): Promise<void> {
    await this.database.execute(
      `update web_source set status = case status when 'running' then 'queued' else status end, run_id = null,
         lease_until = $4, run_count = greatest(0, run_count - $5::int), updated_at = $3
       where id = $1 and run_id = $2 and status in ('running', 'removing')`,
      [sourceId, runId, now, leaseUntil, isCounted ? 0 : 1],
    );
  }

  /** The source itself, when its documents have gone. */
  async delete({ sourceId, runId }: SyncPlace): Promise<void> {
    await this.database.execute(`delete from web_source where id = $1 and run_id = $2 and status = 'removing'`, [
      sourceId,
      runId,
    ]);
  }

  /** Sources that nobody sees to any more, the longest forgotten first. By web_source_lease_until_idx. */
  async reclaim(now: Date, leaseUntil: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with lost as (
         select id from web_source where status in ('queued', 'running', 'removing') and lease_until < $1
         order by lease_until limit $3 for no key update skip locked
       )
       update web_source s set status = case s.status when 'running' then 'queued' else s.status end, run_id = null,
         lease_until = $2
       from lost where s.id = lost.id returning s.id`,
      [now, leaseUntil, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** `changes` may speak of $3, the present time, and of its own values from $5. */
  private async write(
    { sourceId, runId, now, leaseUntil }: SyncPlace,
    changes: string,
    values: readonly unknown[] = [],
  ): Promise<boolean> {
    const rows = await this.database.query(
      `${HELD} update web_source s set lease_until = $4, updated_at = $3, ${changes} from held
       where s.id = held.id and s.run_id = $2 and s.status in ('running', 'removing') returning s.id`,
      [sourceId, runId, now, leaseUntil, ...values],
    );
    return rows.length > 0;
  }
}
