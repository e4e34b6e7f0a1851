import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { Notices } from '#infra/notices';
import { Clock, SECOND_MS } from '#kernel';
import { budgetsChanged } from '../budgets.notices';
import { BudgetsQueries } from '../budgets.queries';
import type { Budget } from '../budgets.types';

/** Changes are told at once by notices; the time is for those that get lost. */
const LIMITS = { ttlMs: 30 * SECOND_MS, maxFound: 10_000, maxMissing: 0 };

interface Listed {
  teamId: string;
  budgets: readonly Budget[];
}

/** The budgets of a team for whoever counts; that it has none is remembered, too, so that such teams pay nothing. */
@Injectable()
export class TeamBudgets {
  private readonly cache: LookupCache<Listed>;

  constructor(
    private readonly queries: BudgetsQueries,
    notices: Notices,
    clock: Clock,
  ) {
    this.cache = new LookupCache(clock, LIMITS);
    notices.on(budgetsChanged, ({ teamId }) => this.cache.forgetKey(teamId));
    notices.onGap(() => this.cache.clear());
  }

  async of(teamId: string): Promise<readonly Budget[]> {
    const listed = await this.cache.get(teamId, async () => ({ teamId, budgets: await this.queries.list(teamId) }));
    return listed?.budgets ?? [];
  }
}
