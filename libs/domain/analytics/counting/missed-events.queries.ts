import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { DomainEvent } from '#infra/events';
import { COUNTED_EVENTS } from './facts';

interface Place {
  dispatchedAt: Date;
  id: string;
}

/** Statements about the notes of counted events and the outbox they speak of. */
@Injectable()
export class MissedEventQueries {
  constructor(private readonly database: Database) {}

  /**
   * Of the next `limit` events that everyone had heard, those that were not counted; and where the next ones begin. By
   * outbox_dispatched_at_idx and analytics_event_pkey.
   */
  async next(after: Place | undefined, limit: number): Promise<{ events: DomainEvent[]; end: Place | undefined }> {
    const rows = await this.database.query<DomainEvent & Place & { isMissed: boolean }>(
      `with page as (
         select id, team_id, name, data, occurred_at, dispatched_at from outbox
         where dispatched_at is not null and dispatched_at >= $1 and (dispatched_at > $1 or id > $2::uuid)
         order by dispatched_at, id limit $3
       )
       select p.id, p.team_id as "teamId", p.name, p.data, p.occurred_at as "occurredAt",
         p.dispatched_at as "dispatchedAt",
         p.name = any($4::text[]) and not exists (select from analytics_event e where e.event_id = p.id)
           and exists (select from team t where t.id = p.team_id) as "isMissed"
       from page p order by p.dispatched_at, p.id`,
      [after?.dispatchedAt ?? new Date(0), after?.id ?? '00000000-0000-0000-0000-000000000000', limit, COUNTED_EVENTS],
    );
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return {
      events: rows.filter(({ isMissed }) => isMissed),
      end: last && { dispatchedAt: last.dispatchedAt, id: last.id },
    };
  }

  /**
   * Forgets up to `limit` events that are gone from the outbox, of those made before `before`; gives how many. By
   * analytics_event_pkey, in which they stand in the order of time.
   */
  async forget(beforeId: string, limit: number): Promise<number> {
    return this.database.execute(
      `delete from analytics_event where event_id in (
         select e.event_id from analytics_event e
         where e.event_id < $1 and not exists (select from outbox o where o.id = e.event_id)
         order by e.event_id limit $2
       )`,
      [beforeId, limit],
    );
  }
}
