import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { ABSENCE_FROM_QUARTERS, QUARTER_MS } from './counters';

export interface BotUserKey {
  teamId: string;
  botId: string;
  userKey: string;
}

export interface VisitKey {
  userId: string;
  botId: string;
  at: Date;
}

/** A visit and the one before it; `absence` is the kind of the time between, both null for a first visit. */
export interface Visit extends Omit<VisitKey, 'userId'> {
  previousAt: Date | null;
  absence: number | null;
}

/** A visit whose predecessor is another one than before; `before` is null when the visit is new itself. */
export interface LinkedVisit extends Visit {
  before: Omit<Visit, 'botId' | 'at'> | null;
}

const ABSENCE = `width_bucket(extract(epoch from l.at - l.previous_at)::int / ${QUARTER_MS / 1_000},
  array[${ABSENCE_FROM_QUARTERS.join(', ')}]) - 1`;

/** All stand in a transaction that has locked the bots. */
@Injectable()
export class VisitQueries {
  constructor(private readonly database: Database) {}

  /** The ids of users, who are new when need be; in the order given. By analytics_user_bot_id_user_key_key. */
  async usersOf(keys: readonly BotUserKey[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with given as (
         select * from unnest($1::uuid[], $2::uuid[], $3::text[]) with ordinality as g (team_id, bot_id, user_key, place)
       ), added as (
         insert into analytics_user (team_id, bot_id, user_key)
         select team_id, bot_id, user_key from given g
         where not exists (select from analytics_user u where u.bot_id = g.bot_id and u.user_key = g.user_key)
         order by place
         returning id, bot_id, user_key
       )
       select coalesce(a.id, u.id)::text as id from given g
       left join added a on a.bot_id = g.bot_id and a.user_key = g.user_key
       left join analytics_user u on u.bot_id = g.bot_id and u.user_key = g.user_key
       order by place`,
      [keys.map(({ teamId }) => teamId), keys.map(({ botId }) => botId), keys.map(({ userKey }) => userKey)],
    );
    return rows.map(({ id }) => id);
  }

  /** Gives those that were not there. By analytics_visit_pkey. */
  add(visits: readonly VisitKey[]): Promise<VisitKey[]> {
    return this.database.query<VisitKey>(
      `insert into analytics_visit (user_id, bot_id, at)
       select * from unnest($1::bigint[], $2::uuid[], $3::timestamptz[]) order by 1, 3
       on conflict do nothing returning user_id::text as "userId", bot_id as "botId", at`,
      columnsOf(visits),
    );
  }

  /**
   * Links visits that were just added, and those that follow them, to the one before each; gives what has changed. By
   * analytics_visit_pkey.
   */
  async link(added: readonly VisitKey[]): Promise<LinkedVisit[]> {
    const rows = await this.database.query<LinkedRow>(
      `with added as (
         select * from unnest($1::bigint[], $2::uuid[], $3::timestamptz[]) as a (user_id, bot_id, at)
       ), touched as (
         select user_id, at from added
         union
         select a.user_id, next.at from added a cross join lateral (
           select v.at from analytics_visit v where v.user_id = a.user_id and v.at > a.at order by v.at limit 1
         ) next
       ), l as (
         select t.user_id, t.at, (
           select v.at from analytics_visit v where v.user_id = t.user_id and v.at < t.at order by v.at desc limit 1
         ) as previous_at, exists (select from added a where a.user_id = t.user_id and a.at = t.at) as is_new
         from touched t
       )
       update analytics_visit v set previous_at = l.previous_at, absence = ${ABSENCE}
       from l join analytics_visit was on was.user_id = l.user_id and was.at = l.at
       where v.user_id = l.user_id and v.at = l.at
       returning v.bot_id as "botId", v.at, v.previous_at as "previousAt", v.absence, l.is_new as "isNew",
         was.previous_at as "wasPreviousAt", was.absence as "wasAbsence"`,
      columnsOf(added),
    );
    return rows.map(({ isNew, wasPreviousAt, wasAbsence, ...visit }) => ({
      ...visit,
      before: isNew ? null : { previousAt: wasPreviousAt, absence: wasAbsence },
    }));
  }

  /** Forgets a user, of one bot or of all of the team, and gives the visits. By analytics_user_team_id_idx. */
  async remove(teamId: string, botId: string | undefined, userKey: string): Promise<{ visits: Visit[]; rows: number }> {
    const visits = await this.database.query<Visit>(
      `delete from analytics_visit v using analytics_user u
       where u.team_id = $1 and u.user_key = $2 and ($3::uuid is null or u.bot_id = $3) and v.user_id = u.id
       returning v.bot_id as "botId", v.at, v.previous_at as "previousAt", v.absence`,
      [teamId, userKey, botId ?? null],
    );
    const users = await this.database.execute(
      `delete from analytics_user where team_id = $1 and user_key = $2 and ($3::uuid is null or bot_id = $3)`,
      [teamId, userKey, botId ?? null],
    );
    return { visits, rows: visits.length + users };
  }

  /** By analytics_user_team_id_idx. */
  visitsOf(teamId: string, botId: string | undefined, userKey: string) {
    return this.database.query<{ chatbotId: string; visits: number; firstAt: Date; lastAt: Date }>(
      `select u.bot_id as "chatbotId", count(*)::int as visits, min(v.at) as "firstAt", max(v.at) as "lastAt"
       from analytics_user u join analytics_visit v on v.user_id = u.id
       where u.team_id = $1 and u.user_key = $2 and ($3::uuid is null or u.bot_id = $3)
       group by u.bot_id order by u.bot_id`,
      [teamId, userKey, botId ?? null],
    );
  }
}

interface LinkedRow extends Visit {
  isNew: boolean;
  wasPreviousAt: Date | null;
  wasAbsence: number | null;
}

function columnsOf(visits: readonly VisitKey[]): unknown[] {
  return [visits.map(({ userId }) => userId), visits.map(({ botId }) => botId), visits.map(({ at }) => at)];
}
