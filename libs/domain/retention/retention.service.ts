import { Injectable, Logger } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database, inShortSteps } from '#infra/database';
import { defineCounter } from '#infra/metrics';
import { type Actor, Clock, DAY_MS } from '#kernel';
import { RetentionQueries, type StoredRetention } from './retention.queries';
import {
  RETENTION_KINDS,
  type RetentionDays,
  type RetentionHolder,
  type RetentionKind,
  type RetentionPatch,
  type TeamRetention,
} from './retention.types';

const TEAMS_AT_ONCE = 100;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const removed = defineCounter({
  name: 'retention_removed_rows_total',
  help: 'Rows that were removed because their team keeps them no longer; what hangs on them is not counted.',
  labels: ['kind'],
});

/**
 * How long teams keep what. Domains above say at start what they hold and how it is removed; a scheduled job removes what is
 * older. What the installation keeps for a time only goes at that time anyway.
 */
@Injectable()
export class Retention {
  private readonly logger = new Logger(Retention.name);
  private readonly holders: RetentionHolder[] = [];

  constructor(
    private readonly queries: RetentionQueries,
    private readonly audit: AuditLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  register(holder: RetentionHolder): void {
    if (this.holders.some(({ name }) => name === holder.name)) {
      throw new Error(`Two holders of what is kept for a time are called ${holder.name}.`);
    }
    this.holders.push(holder);
  }

  async get({ teamId }: Actor): Promise<TeamRetention> {
    const stored = await this.queries.find(teamId);
    const entries = RETENTION_KINDS.map((kind) => [kind, stored?.days[kind] ?? null]);
    const days = Object.fromEntries(entries) as RetentionDays;
    return { days, installationDays: this.installationDays(), updatedAt: stored?.updatedAt ?? null };
  }

  /** What is absent stays as it is; what is older from now on goes with the next run of the job, within an hour. */
  async update(actor: Actor, patch: RetentionPatch): Promise<TeamRetention> {
    const { teamId } = actor;
    const subject = { kind: 'team', id: teamId } as const;
    await this.database.transaction(async () => {
      await this.queries.merge(teamId, patch, this.clock.now());
      await this.audit.record(actor, { act: 'retention.changed', subject, details: { ...patch } });
    });
    return this.get(actor);
  }

  /** Of all teams. A holder that fails keeps nobody else from going on. @throws what the last one failed with */
  async prune(signal: AbortSignal): Promise<void> {
    const failures: unknown[] = [];
    for (let after = FIRST_ID; ; ) {
      const teams = await this.queries.page(after, TEAMS_AT_ONCE);
      for (const team of teams) failures.push(...(await this.pruneTeam(team, signal)));
      const last = teams.at(-1);
      if (!last || teams.length < TEAMS_AT_ONCE) break;
      after = last.teamId;
    }
    if (failures.length > 0) throw failures.at(-1);
  }

  /** Gives what failed. */
  private async pruneTeam({ teamId, days }: StoredRetention, signal: AbortSignal): Promise<unknown[]> {
    const failures: unknown[] = [];
    for (const { kind, name, removeOld } of this.holders) {
      const kept = days[kind];
      if (kept == null) continue;
      const before = new Date(this.clock.nowMs() - kept * DAY_MS);
      try {
        const rows = await inShortSteps((maxRows) => removeOld({ teamId, before, maxRows }), signal);
        if (rows > 0) removed.with(kind).add(rows);
      } catch (error) {
        signal.throwIfAborted();
        this.logger.error({
          message: 'What is kept no longer could not be removed.',
          teamId,
          holder: name,
          err: error,
        });
        failures.push(error);
      }
    }
    return failures;
  }

  private installationDays(): Partial<Record<RetentionKind, number>> {
    const bounds = this.holders.flatMap(({ kind, atMostDays }) =>
      atMostDays === undefined ? [] : [[kind, atMostDays]],
    );
    return Object.fromEntries(bounds);
  }
}
