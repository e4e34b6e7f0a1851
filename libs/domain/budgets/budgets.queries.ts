import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { BudgetWindow } from './budget-periods';
import type { Budget, BudgetInput, BudgetMeasure, BudgetPeriod, BudgetSubject } from './budgets.types';

const COLUMNS = `id, team_id as "teamId", subject, subject_id as "subjectId", measure, period,
  allowance::float8 as allowance, created_at as "createdAt", updated_at as "updatedAt"`;

/** Counters of one kind in one window. */
export interface CounterKind extends Pick<BudgetWindow, 'startsAt'> {
  subject: BudgetSubject;
  measure: BudgetMeasure;
  period: BudgetPeriod;
}

export interface CounterRow {
  /** Empty: the team. */
  subjectId: string;
  used: number;
}

/** The budgets of teams, and what was used, for people. */
@Injectable()
export class BudgetsQueries {
  constructor(private readonly database: Database) {}

  /** By budget_key. */
  list(teamId: string): Promise<Budget[]> {
    return this.database.query<Budget>(`select ${COLUMNS} from budget where team_id = $1 order by id`, [teamId]);
  }

  /** Others who set budgets in the team wait until the open transaction ends. By team's primary key. */
  async lockTeam(teamId: string): Promise<void> {
    await this.database.query('select 1 from team where id = $1 for no key update', [teamId]);
  }

  /** By budget_key. */
  async count(teamId: string): Promise<number> {
    const sql = 'select count(*)::int as count from budget where team_id = $1';
    const [row] = await this.database.query<{ count: number }>(sql, [teamId]);
    return row?.count ?? 0;
  }

  /** In place of the one of the same subject, measure and period, whose id stays. By budget_key. */
  async put(id: string, teamId: string, input: BudgetInput, at: Date): Promise<Budget & { isNew: boolean }> {
    const { subject, subjectId, measure, period, allowance } = input;
    const [row] = await this.database.query<Budget & { isNew: boolean }>(
      `insert into budget (id, team_id, subject, subject_id, bot_id, measure, period, allowance, created_at, updated_at)
       values ($1, $2, $3, $4, $9, $5, $6, $7, $8, $8)
       on conflict (team_id, subject, subject_id, measure, period)
       do update set allowance = excluded.allowance, updated_at = excluded.updated_at
       returning ${COLUMNS}, (xmax = 0) as "isNew"`,
      [id, teamId, subject, subjectId, measure, period, allowance, at, subject === 'bot' ? subjectId : null],
    );
    return row!;
  }

  /** By budget_pkey. */
  async delete(teamId: string, id: string): Promise<boolean> {
    return (await this.database.execute('delete from budget where id = $2 and team_id = $1', [teamId, id])) > 0;
  }

  /** Of people, of a bot or of pages. By the primary keys of api_key and bot_key. */
  async hasKey(teamId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from api_key where id = $2 and team_id = $1
       union all select 1 from bot_key where id = $2 and team_id = $1`,
      [teamId, id],
    );
    return rows.length > 0;
  }

  /** By bot_pkey. */
  async hasBot(teamId: string, id: string): Promise<boolean> {
    return (await this.database.query('select 1 from bot where id = $2 and team_id = $1', [teamId, id])).length > 0;
  }

  /** Who has used most. By budget_use_pkey; sorts those of one window. */
  mostUsed(teamId: string, kind: CounterKind, limit: number): Promise<CounterRow[]> {
    const { subject, measure, period, startsAt } = kind;
    return this.database.query<CounterRow>(
      `select subject_id as "subjectId", used::float8 as used from budget_use
       where team_id = $1 and subject = $2 and measure = $3 and period = $4 and window_start = $5 and used > 0
       order by used desc, subject_id limit $6`,
      [teamId, subject, measure, period, startsAt, limit],
    );
  }

  /** By budget_use_pkey. */
  async used(teamId: string, kind: CounterKind, subjectId: string): Promise<number> {
    const { subject, measure, period, startsAt } = kind;
    const [row] = await this.database.query<{ used: number }>(
      `select used::float8 as used from budget_use where team_id = $1 and subject = $2 and measure = $3 and period = $4
         and window_start = $5 and subject_id = $6`,
      [teamId, subject, measure, period, startsAt, subjectId],
    );
    return row?.used ?? 0;
  }

  /** Counters of windows that began before `before`, so many at once. By budget_use_window_start_idx. */
  deleteUse(period: BudgetPeriod, before: Date, limit: number): Promise<number> {
    return this.database.execute(
      `delete from budget_use where ctid = any (array(
         select ctid from budget_use where period = $1 and window_start < $2 limit $3))`,
      [period, before, limit],
    );
  }

  /** By budget_notice_told_until_idx. */
  deleteNotices(before: Date, limit: number): Promise<number> {
    return this.database.execute(
      'delete from budget_notice where ctid = any (array(select ctid from budget_notice where told_until < $1 limit $2))',
      [before, limit],
    );
  }

  /** Of keys that are gone. Looks at all budgets of keys; a team has a few. */
  async deleteOfLostKeys(): Promise<string[]> {
    const rows = await this.database.query<{ teamId: string }>(
      `delete from budget b where b.subject = 'key' and b.subject_id is not null
         and not exists (select 1 from api_key k where k.id = b.subject_id::uuid)
         and not exists (select 1 from bot_key k where k.id = b.subject_id::uuid)
       returning b.team_id as "teamId"`,
    );
    return rows.map(({ teamId }) => teamId);
  }

  /** What was used by one end user, and the budgets that are theirs alone. By budget_key and budget_use_pkey. */
  ofEndUser(teamId: string, userRef: string): Promise<Record<string, unknown>[]> {
    return this.database.query(
      `select measure, period, window_start as "from", used::float8 as used, null::float8 as allowance from budget_use
       where team_id = $1 and subject = 'end_user' and subject_id = $2
       union all
       select measure, period, created_at, null, allowance::float8 from budget
       where team_id = $1 and subject = 'end_user' and subject_id = $2`,
      [teamId, userRef],
    );
  }

  async deleteOfEndUser(teamId: string, userRef: string): Promise<number> {
    const where = `team_id = $1 and subject = 'end_user' and subject_id = $2`;
    const budgets = await this.database.execute(`delete from budget where ${where}`, [teamId, userRef]);
    return budgets + (await this.database.execute(`delete from budget_use where ${where}`, [teamId, userRef]));
  }

  /** False when the recipient was told before. By budget_notice_pkey. */
  async claimNotice(teamId: string, recipient: Buffer, now: Date, toldUntil: Date): Promise<boolean> {
    const claimed = await this.database.execute(
      `insert into budget_notice as n (team_id, recipient, told_until) values ($1, $2, $4)
       on conflict (team_id, recipient) do update set told_until = excluded.told_until where n.told_until <= $3`,
      [teamId, recipient, now, toldUntil],
    );
    return claimed > 0;
  }
}
