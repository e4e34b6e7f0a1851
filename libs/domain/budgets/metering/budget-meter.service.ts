/**
 * Counts what is used of budgets, and refuses what would pass one. The rows are the truth: any number of processes may count, be
 * killed or start anew. A team without budgets costs one look into memory.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { AppError, Clock } from '#kernel';
import { budgetErrors } from '../budgets.errors';
import { budgetsChanged } from '../budgets.notices';
import type { BudgetMeasure, Spender } from '../budgets.types';
import { type Counter, countersOf } from './counters';
import { CountersQueries } from './counters.queries';
import { KnownUse } from './known-use';
import { exhausted, type TightestBudget, tightestOf } from './refusals';
import { TeamBudgets } from './team-budgets';

const BOTH: readonly BudgetMeasure[] = ['requests', 'tokens'];
const TOKENS: readonly BudgetMeasure[] = ['tokens'];

/** Hears how far a request's tightest budget is used, in the async context of whoever asked. */
export type TightestListener = (tightest: TightestBudget) => void;

/** Of a request that is refused by what is known here. */
export interface KnownRefusal extends TightestBudget {
  error: AppError;
}

@Injectable()
export class BudgetMeter {
  private readonly known: KnownUse;
  private readonly listeners = new Set<TightestListener>();

  constructor(
    private readonly budgets: TeamBudgets,
    private readonly counters: CountersQueries,
    private readonly database: Database,
    notices: Notices,
    private readonly clock: Clock,
  ) {
    this.known = new KnownUse(clock);
    // What was used is taken back when an end user is erased.
    notices.on(budgetsChanged, () => this.known.clear());
    notices.onGap(() => this.known.clear());
  }

  onTightest(listener: TightestListener): void {
    this.listeners.add(listener);
  }

  /** By what this process knows, which costs nobody anything; undefined does not mean that there is room. */
  async knownRefusal(spender: Spender): Promise<KnownRefusal | undefined> {
    const counters = await this.countersOf(spender, BOTH);
    return this.refusalAmong(spender.teamId, counters);
  }

  /**
   * Counts one request of somebody; at the allowance of any of their budgets it counts nothing.
   *
   * @throws `budgets.exhausted`
   */
  async admit(spender: Spender): Promise<void> {
    const counters = await this.countersOf(spender, BOTH);
    if (counters.length === 0) return;
    this.refuseKnown(spender.teamId, counters);
    await this.take(spender, counters);
  }

  /**
   * As `admit`, in one transaction with the work that the request is for, so that what fails is not counted and what is stored
   * is counted once. Without budgets there is no transaction.
   *
   * @param before what is known of the spender beforehand
   * @param spenderOf the same after the work; undefined when there was nothing to count
   */
  async admitting<Result>(
    before: Spender,
    work: () => Promise<Result>,
    spenderOf: (result: Result) => Spender | undefined,
  ): Promise<Result> {
    const budgets = await this.budgets.of(before.teamId);
    if (budgets.length === 0) return work();
    this.refuseKnown(before.teamId, countersOf(budgets, before, this.clock.now(), BOTH));
    return this.database.transaction(async () => {
      const result = await work();
      const spender = spenderOf(result);
      const counters = spender ? countersOf(budgets, spender, this.clock.now(), BOTH) : [];
      if (spender && counters.length > 0) await this.take(spender, counters);
      return result;
    });
  }

  /** Before models are asked for what no request stands for. @throws `budgets.exhausted` */
  async requireTokens(spender: Spender): Promise<void> {
    const counters = await this.countersOf(spender, TOKENS);
    if (counters.length === 0) return;
    this.refuseKnown(spender.teamId, counters);
    await this.take(spender, counters);
  }

  /** Counts tokens that were used. */
  async spend(spender: Spender, tokens: number): Promise<void> {
    const counters = tokens > 0 ? await this.countersOf(spender, TOKENS) : [];
    if (counters.length > 0) await this.add(spender.teamId, counters, tokens);
  }

  /**
   * As `spend`, in one transaction with the work that stores what they were used for, so that they are counted once.
   *
   * @param isDone whether the work stored anything; if not, nothing is counted
   */
  async spending<Result>(
    spender: Spender,
    tokens: number,
    work: () => Promise<Result>,
    isDone: (result: Result) => boolean,
  ): Promise<Result> {
    const counters = tokens > 0 ? await this.countersOf(spender, TOKENS) : [];
    if (counters.length === 0) return work();
    return this.database.transaction(async () => {
      const result = await work();
      if (isDone(result)) await this.add(spender.teamId, counters, tokens);
      return result;
    });
  }

  private async countersOf(spender: Spender, measures: readonly BudgetMeasure[]): Promise<Counter[]> {
    const budgets = await this.budgets.of(spender.teamId);
    return budgets.length === 0 ? [] : countersOf(budgets, spender, this.clock.now(), measures);
  }

  private refuseKnown(teamId: string, counters: readonly Counter[]): void {
    const refusal = this.refusalAmong(teamId, counters);
    if (!refusal) return;
    this.tell(refusal);
    throw refusal.error;
  }

  private refusalAmong(teamId: string, counters: readonly Counter[]): KnownRefusal | undefined {
    const used = counters.map((counter) => this.known.usedOf(teamId, counter));
    return this.refusalOf(counters, used);
  }

  /** Of several that are used up, by the one that takes longest to begin anew. */
  private refusalOf(counters: readonly Counter[], used: readonly number[]): KnownRefusal | undefined {
    const full = counters.map((counter, at) => ({ counter, used: used[at] ?? 0 }));
    const [last] = full
      .filter(({ counter, used: of }) => of >= counter.allowance)
      .sort((one, other) => other.counter.endsAt.getTime() - one.counter.endsAt.getTime());
    return last && { ...last, error: exhausted(last.counter, this.clock.now()) };
  }

  private async take({ teamId }: Spender, counters: readonly Counter[]): Promise<void> {
    const amounts = counters.map(({ measure }) => (measure === 'requests' ? 1 : 0));
    const rows = await this.counters.take(teamId, counters, amounts);
    const used = rows.map((row) => row.used);
    const wasTaken = rows[0]?.wasTaken === true;
    // What was taken here is not there yet, and will not be if the open transaction rolls back.
    if (!wasTaken) for (const [at, counter] of counters.entries()) this.known.note(teamId, counter, used[at] ?? 0);
    const refusal = wasTaken ? undefined : this.refusalOf(counters, used);
    const tightest = refusal ?? tightestOf(counters, used);
    if (tightest) this.tell(tightest);
    if (!wasTaken) throw refusal?.error ?? budgetErrors.exhausted();
  }

  private async add(teamId: string, counters: readonly Counter[], tokens: number): Promise<void> {
    const rows = await this.counters.add(teamId, counters, tokens);
    this.database.afterCommit(() => {
      for (const counter of counters) {
        const row = rows.find((one) => isOf(one, counter));
        if (row) this.known.note(teamId, counter, row.used);
      }
    });
  }

  private tell(tightest: TightestBudget): void {
    for (const listener of this.listeners) listener(tightest);
  }
}

function isOf(
  row: Pick<Counter, 'subject' | 'period' | 'startsAt' | 'subjectId'>,
  { subject, period, startsAt, subjectId }: Counter,
): boolean {
  const isSame = row.subject === subject && row.period === period && row.subjectId === subjectId;
  return isSame && row.startsAt.getTime() === startsAt.getTime();
}
