import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { BudgetsQueries } from './budgets.queries';

/** Sees to it that whoever cannot be refused with an error, as in messengers, is told once. */
@Injectable()
export class BudgetNotices {
  constructor(
    private readonly queries: BudgetsQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * True for who is to tell it now; nobody else is before `forMs` is over, in whichever process. Who dies before telling it has
   * told it.
   *
   * @param recipient only a hash of it is kept
   */
  claim(teamId: string, recipient: string, forMs: number): Promise<boolean> {
    const hash = createHash('sha256').update(recipient).digest();
    const now = this.clock.now();
    return this.queries.claimNotice(teamId, hash, now, new Date(now.getTime() + forMs));
  }
}
