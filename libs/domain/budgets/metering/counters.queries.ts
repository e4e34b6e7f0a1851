import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Counter } from './counters';

export interface TakenRow {
  used: number;
  /** The same of all: everything was taken, or nothing. */
  wasTaken: boolean;
}

const TAKE = `select used_now::float8 as used, was_taken as "wasTaken" from take_of_budgets(
    $1::uuid, $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::bigint[], $8::bigint[]) order by place`;

/** In one order, so that nobody waits for each other. */
const ADD = `insert into budget_use as u (team_id, subject, measure, period, window_start, subject_id, used)
  select $1::uuid, w.s, w.m, w.p, w.t, w.i, $7::bigint
  from unnest($2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[]) as w (s, m, p, t, i)
  order by w.s, w.m, w.p, w.t, w.i
  on conflict (team_id, subject, measure, period, window_start, subject_id) do update set used = u.used + excluded.used
  returning u.subject, u.measure, u.period, u.window_start as "startsAt", u.subject_id as "subjectId", u.used::float8 as used`;

export type UsedCounter = Pick<Counter, 'subject' | 'measure' | 'period' | 'startsAt' | 'subjectId'> & { used: number };

/** What was used, as it is counted; the rows are the truth, for all processes. By budget_use_pkey. */
@Injectable()
export class CountersQueries {
  constructor(private readonly database: Database) {}

  /** Takes the amounts of all, or nothing when one of them is at its allowance. In the order of the counters. */
  take(teamId: string, counters: readonly Counter[], amounts: readonly number[]): Promise<TakenRow[]> {
    const allowances = counters.map(({ allowance }) => allowance);
    return this.database.query<TakenRow>(TAKE, [teamId, ...keysOf(counters), allowances, amounts], { prepare: true });
  }

  /** Whatever the allowances are: it was used. Within the open transaction if there is one. In any order. */
  add(teamId: string, counters: readonly Counter[], amount: number): Promise<UsedCounter[]> {
    return this.database.query<UsedCounter>(ADD, [teamId, ...keysOf(counters), amount], { prepare: true });
  }
}

function keysOf(counters: readonly Counter[]): unknown[][] {
  return [
    counters.map(({ subject }) => subject),
    counters.map(({ measure }) => measure),
    counters.map(({ period }) => period),
    counters.map(({ startsAt }) => startsAt),
    counters.map(({ subjectId }) => subjectId),
  ];
}
