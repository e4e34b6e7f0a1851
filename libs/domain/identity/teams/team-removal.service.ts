import { Injectable, Logger } from '@nestjs/common';
import { Database, inShortSteps, MAX_STEP_ROWS } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { Clock, MINUTE_MS } from '#kernel';
import { removeTeam } from '../jobs/remove-team.job';
import { removalOrder } from './removal-order';
import { TeamRemovalQueries } from './team-removal.queries';

const RESUME_AFTER_MS = 10 * MINUTE_MS;

/** Runs in the worker before the team's rows go; may run again. For what is not in the database, such as files. */
export type BeforeTeamRemoval = (teamId: string, signal: AbortSignal) => Promise<void>;

/**
 * Deleting a team. Its users, and with them logins and keys, go at once; all other rows go in a job, in steps that are
 * short whatever the team has gathered.
 */
@Injectable()
export class TeamRemoval {
  private readonly logger = new Logger(TeamRemoval.name);
  private readonly listeners: BeforeTeamRemoval[] = [];

  constructor(
    private readonly queries: TeamRemovalQueries,
    private readonly jobs: JobQueue,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** For domains above that must clean up what no foreign key does. */
  beforeRemoval(listener: BeforeTeamRemoval): void {
    this.listeners.push(listener);
  }

  /** To be called in the transaction that deletes the team's users. */
  async begin(teamId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.queries.markDeleted(teamId, this.clock.now());
      await this.jobs.enqueue(removeTeam, { teamId });
    });
  }

  /** Removes everything that is left of a deleted team. A run that ends early has done a part for good. */
  async remove(teamId: string, signal: AbortSignal): Promise<void> {
    if (!(await this.queries.isDeleted(teamId))) return;
    for (const listener of this.listeners) await listener(teamId, signal);
    const tables = removalOrder(await this.queries.teamTables());
    for (const table of tables)
      await inShortSteps((maxRows) => this.queries.deleteSome(table, teamId, maxRows), signal);
    await this.database.transaction(async () => {
      await this.queries.deleteTeam(teamId);
      // What came in meanwhile and hangs on the team by no foreign key; nothing can come after it.
      for (const table of tables) await this.queries.deleteSome(table, teamId, MAX_STEP_ROWS);
    });
    this.logger.log({ message: 'A deleted team was removed.', teamId });
  }

  /** Puts the jobs again that were lost. */
  async resume(): Promise<void> {
    const teamIds = await this.queries.deletedBefore(new Date(this.clock.nowMs() - RESUME_AFTER_MS));
    await this.jobs.enqueueAll(
      removeTeam,
      teamIds.map((teamId) => ({ teamId })),
    );
  }
}
