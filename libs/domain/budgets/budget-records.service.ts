import { Injectable } from '@nestjs/common';
import { Notices } from '#infra/notices';
import { budgetsChanged } from './budgets.notices';
import { BudgetsQueries } from './budgets.queries';

/** What is held of one end user; whoever knows of all that is held asks for it. */
@Injectable()
export class BudgetRecords {
  constructor(
    private readonly queries: BudgetsQueries,
    private readonly notices: Notices,
  ) {}

  of(teamId: string, endUser: string): Promise<Record<string, unknown>[]> {
    return this.queries.ofEndUser(teamId, endUser);
  }

  /** Within the open transaction. */
  async erase(teamId: string, endUser: string): Promise<number> {
    const erased = await this.queries.deleteOfEndUser(teamId, endUser);
    if (erased > 0) void this.notices.publish(budgetsChanged, { teamId });
    return erased;
  }
}
