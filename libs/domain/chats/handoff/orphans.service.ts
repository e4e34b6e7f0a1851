import { Injectable } from '@nestjs/common';
import { AppError } from '#kernel';
import { ConversationLock } from './conversation-lock.service';
import { EscalationQueries } from './escalations.queries';
import { HandOff } from './hand-off.service';

const BATCH = 100;

/** Escalations whose agent is no longer one wait for another one. */
@Injectable()
export class Orphans {
  constructor(
    private readonly queries: EscalationQueries,
    private readonly lock: ConversationLock,
    private readonly handOff: HandOff,
  ) {}

  /** Of one team, or of all. */
  async release(teamId: string | null, signal?: AbortSignal): Promise<void> {
    let found: Array<{ id: string; teamId: string }>;
    do {
      found = await this.queries.orphans(teamId, BATCH);
      for (const orphan of found) await this.releaseOne(orphan);
    } while (found.length === BATCH && !signal?.aborted);
  }

  private async releaseOne({ id, teamId }: { id: string; teamId: string }): Promise<void> {
    try {
      await this.lock.holdingEscalation(teamId, id, async ({ conversation, escalation }) => {
        const isOpen = escalation.state === 'waiting' || escalation.state === 'active';
        if (isOpen && escalation.agent === null) await this.handOff.releaseOrphan(conversation, id);
      });
    } catch (error) {
      // Its conversation was deleted meanwhile.
      if (!(error instanceof AppError && error.kind === 'not_found')) throw error;
    }
  }
}
