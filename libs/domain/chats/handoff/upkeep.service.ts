import { Injectable } from '@nestjs/common';
import { Clock, MINUTE_MS } from '#kernel';
import { Assignment } from './assignment.service';
import { EscalationQueries } from './escalations.queries';
import { Orphans } from './orphans.service';

/** An agent who was given a conversation has so long to accept it before somebody else is asked. */
const ACCEPT_WITHIN_MS = 3 * MINUTE_MS;
const BATCH = 100;

/** What is due with escalations, whoever has done nothing. */
@Injectable()
export class EscalationUpkeep {
  constructor(
    private readonly queries: EscalationQueries,
    private readonly assignment: Assignment,
    private readonly orphans: Orphans,
    private readonly clock: Clock,
  ) {}

  async sweep(signal?: AbortSignal): Promise<void> {
    await this.queries.endThoseOfEndedConversations(this.clock.now());
    await this.orphans.release(null, signal);
    const before = new Date(this.clock.nowMs() - ACCEPT_WITHIN_MS);
    for (const unaccepted of await this.queries.unaccepted(before, BATCH)) {
      if (signal?.aborted) return;
      await this.assignment.giveOn(unaccepted);
    }
    for (const teamId of await this.queries.teamsWithUnassigned()) {
      if (signal?.aborted) return;
      await this.assignment.giveWaiting(teamId);
    }
  }
}
