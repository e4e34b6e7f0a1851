import { Database, TransactionalDataSource, type TransactionalOptions } from '#infra/database';
import { newId, type UserActor } from '#kernel';
import { BudgetNotices } from '../../domain/budgets/budget-notices.service';
import { BudgetRecords } from '../../domain/budgets/budget-records.service';
import { BudgetsQueries } from '../../domain/budgets/budgets.queries';
import { Budgets } from '../../domain/budgets/budgets.service';
import type { BudgetInput } from '../../domain/budgets/budgets.types';
import { BudgetMeter } from '../../domain/budgets/metering/budget-meter.service';
import { CountersQueries } from '../../domain/budgets/metering/counters.queries';
import { TeamBudgets } from '../../domain/budgets/metering/team-budgets';
import { MIGRATIONS } from '../../domain/migrations';
import { openTestDatabase, type TestDatabase } from '../database';
import { linkedNotices } from '../linked-notices';
import { ManualClock } from '../manual-clock';

export type BudgetProcess = ReturnType<BudgetsUnderTest['process']>;

/** Budgets as several processes would have them. */
export class BudgetsUnderTest {
  readonly clock = new ManualClock('2026-03-15T10:20:30Z');
  private readonly pools: TransactionalDataSource[] = [];
  private readonly nextNotices: ReturnType<typeof linkedNotices>;

  private constructor(readonly db: TestDatabase) {
    this.nextNotices = linkedNotices(db.database);
  }

  static async open(): Promise<BudgetsUnderTest> {
    return new BudgetsUnderTest(await openTestDatabase({ migrations: MIGRATIONS }));
  }

  async close(): Promise<void> {
    for (const pool of this.pools) await pool.destroy();
    await this.db.close();
  }

  /** The services of one process. */
  process(database: Database = this.db.database) {
    const { clock } = this;
    const notices = this.nextNotices();
    const queries = new BudgetsQueries(database);
    const counters = new CountersQueries(database);
    return {
      database,
      counters,
      meter: new BudgetMeter(new TeamBudgets(queries, notices, clock), counters, database, notices, clock),
      budgets: new Budgets(queries, database, notices, clock),
      notices: new BudgetNotices(queries, clock),
      records: new BudgetRecords(queries, notices),
    };
  }

  /** One with connections of its own, where the database can have those. */
  async processOfItsOwn(): Promise<BudgetProcess> {
    const { dataSource } = this.db;
    if (dataSource.engine) return this.process();
    const pool = new TransactionalDataSource(dataSource.options as TransactionalOptions);
    await pool.initialize();
    this.pools.push(pool);
    return this.process(new Database(pool));
  }

  /** A person of a new team. */
  async newTeam(): Promise<UserActor> {
    const teamId = newId();
    await this.db.database.query(`insert into team (id, name) values ($1, 'Team')`, [teamId]);
    return { kind: 'user', teamId, userId: newId(), role: 'user', teamRole: 'owner', plan: 'free', loginId: newId() };
  }
}

/** One hundred requests a day of the team, unless said otherwise. */
export function aBudget(changes: Partial<BudgetInput> = {}): BudgetInput {
  return { subject: 'team', subjectId: null, measure: 'requests', period: 'day', allowance: 100, ...changes };
}
