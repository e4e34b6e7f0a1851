import { Injectable } from '@nestjs/common';
import { LogContext } from '#infra/logging';
import { Clock, newId, type Page } from '#kernel';
import { AuditQueries } from './audit.queries';
import type { AuditEntry, AuditedActor, AuditListRequest, NewAuditEntry } from './audit.types';

/** Programs tell anything here; more than this says nothing of use. */
const MAX_USER_AGENT_CHARACTERS = 512;
const MAX_NAME_CHARACTERS = 512;

/**
 * Who did what that matters for the security of a team, from where. Entries are written in the transaction of the act, so
 * that there is neither an act without its entry nor an entry without its act.
 */
@Injectable()
export class AuditLog {
  constructor(
    private readonly queries: AuditQueries,
    private readonly clock: Clock,
  ) {}

  /** To be called in the transaction of the act, while the actor and the team still exist. */
  async record(
    actor: AuditedActor,
    { act, subject, details = {}, teamId = actor.teamId }: NewAuditEntry,
  ): Promise<void> {
    const { caller, requestId } = LogContext.fields();
    await this.queries.insert({
      id: newId(),
      teamId,
      at: this.clock.now(),
      act,
      actorKind: actor.kind,
      actorId: idOf(actor),
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: subject.name?.slice(0, MAX_NAME_CHARACTERS) ?? null,
      details,
      address: caller?.address ?? null,
      userAgent: caller?.userAgent?.slice(0, MAX_USER_AGENT_CHARACTERS) ?? null,
      requestId: requestId ?? null,
    });
  }

  /** Of a team, newest first. */
  list(teamId: string, request: AuditListRequest): Promise<Page<AuditEntry>> {
    return this.queries.list(teamId, request);
  }

  /** Of the whole installation, newest first: for its administrators. */
  listAll(request: AuditListRequest): Promise<Page<AuditEntry>> {
    return this.queries.list(undefined, request);
  }

  /** Deletes what is older, of one team or, without one, of all; answers how much that was. */
  async prune(before: Date, teamId?: string, signal?: AbortSignal): Promise<number> {
    for (let total = 0; ; ) {
      signal?.throwIfAborted();
      const deleted = await this.queries.pruneSome(before, teamId);
      total += deleted;
      if (!this.queries.mayHaveMore(deleted)) return total;
    }
  }
}

function idOf(actor: AuditedActor): string | null {
  if (actor.kind === 'user') return actor.userId;
  return 'keyId' in actor ? actor.keyId : null;
}
