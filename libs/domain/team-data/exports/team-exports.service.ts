import { Injectable, Logger } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { type Actor, AppError, after, Clock, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import { runExport } from '../jobs/run-export.job';
import { teamDataErrors } from '../team-data.errors';
import type { ArchiveContent, TeamExport } from '../team-data.types';
import { ExportsQueries } from './exports.queries';
import { QUEUE_LEASE_MS } from './lease';

/** Exports of a team: begun, watched, fetched and deleted here; `ExportRunning` does the work. */
@Injectable()
export class TeamExports {
  private readonly logger = new Logger(TeamExports.name);

  constructor(
    private readonly queries: ExportsQueries,
    private readonly blobs: BlobStore,
    private readonly audit: AuditLog,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** What is acknowledged here ends, whatever happens to processes meanwhile. @throws `team_data.export_under_way` */
  async start(actor: Actor): Promise<TeamExport> {
    const [id, now] = [newId(), this.clock.now()];
    const place = { id, teamId: actor.teamId, leaseUntil: after(now, QUEUE_LEASE_MS), createdAt: now };
    const begun = await this.database.transaction(async () => {
      const inserted = await this.queries.insert(place);
      if (!inserted) throw teamDataErrors.export_under_way();
      await this.audit.record(actor, { act: 'data.exported', subject: { kind: 'export', id } });
      return inserted;
    });
    this.wake(id);
    return begun;
  }

  /** Newest first. */
  async list({ teamId }: Actor, { page, limit }: PageRequest): Promise<Page<TeamExport>> {
    const items = await this.queries.list(teamId, { page, limit });
    return { items, total: await this.queries.count(teamId), page, limit };
  }

  /** @throws `team_data.export_not_found` */
  async get(actor: Actor, id: string): Promise<TeamExport> {
    const { blobKey, ...found } = await this.find(actor, id);
    return found;
  }

  /** @throws `team_data.export_not_found`, `.export_not_ready`, `.export_gone`, `blob_store.unavailable` */
  async open(actor: Actor, id: string): Promise<ArchiveContent> {
    const { status, blobKey, createdAt } = await this.find(actor, id);
    if (status === 'queued' || status === 'running') throw teamDataErrors.export_not_ready();
    if (blobKey === null) throw teamDataErrors.export_gone();
    const { stream, bytes } = await this.blobs.get(blobKey).catch((error: unknown) => {
      const isGone = error instanceof AppError && error.code === 'blob_store.not_found';
      throw isGone ? teamDataErrors.export_gone() : error;
    });
    return { stream, bytes, name: `parley-team-${createdAt.toISOString().slice(0, 10)}.tar.gz` };
  }

  /** With its archive; one that runs stops. @throws `team_data.export_not_found` */
  async delete({ teamId }: Actor, id: string): Promise<void> {
    if (!isUuid(id) || !(await this.queries.delete(teamId, id))) throw teamDataErrors.export_not_found();
  }

  private async find({ teamId }: Actor, id: string) {
    const found = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!found) throw teamDataErrors.export_not_found();
    return found;
  }

  /** The row is stored; if its job cannot be put now, the sweep puts it. */
  private wake(exportId: string): void {
    this.jobs.enqueue(runExport, { exportId }).catch((error: unknown) => {
      this.logger.warn({ message: 'An export could not be put in the queue; it will be later.', exportId, err: error });
    });
  }
}
