import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, Logger } from '@nestjs/common';
import { UnneededBlobs } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { Database, isUniqueViolation } from '#infra/database';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { type Actor, after, Clock, isUuid, newId, type Page } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import { runImport } from '../jobs/run-import.job';
import { transferErrors } from '../transfers.errors';
import { importCancelled } from '../transfers.notices';
import type { ImportListRequest, ImportOptions, KnowledgeImport } from '../transfers.types';
import { FileProbe } from './file-probe';
import { ImportsQueries } from './imports.queries';
import { QUEUE_LEASE_MS } from './lease';

/** A file that is being sent. */
export interface FileToImport {
  /** Empty when it has none. */
  name: string;
  /** Read once, as it comes, or destroyed. */
  stream: Readable;
  /** Asked for when the stream has ended, since fields may stand behind the file; what it throws refuses the file. */
  options: () => Promise<ImportOptions>;
}

/** Imports into bases: begun, watched, cancelled and tried again here; `ImportRunning` does the work. */
@Injectable()
export class KnowledgeImports {
  private readonly logger = new Logger(KnowledgeImports.name);

  constructor(
    private readonly bases: KnowledgeBasesService,
    private readonly unneeded: UnneededBlobs,
    private readonly blobs: BlobStore,
    private readonly queries: ImportsQueries,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the file while it arrives; a job imports it then. What is acknowledged here ends, whatever happens to processes
   * meanwhile.
   *
   * @throws `knowledge.base_not_found`, `transfers.file_empty`, `.not_text`, `.import_under_way`, `blob_store.unavailable`;
   * what the stream fails with and what the options are refused with
   */
  async start(actor: Actor, baseId: string, file: FileToImport): Promise<KnowledgeImport> {
    try {
      await this.bases.get(actor, baseId);
      return await this.keep(actor, baseId, file);
    } catch (error) {
      file.stream.destroy();
      throw error;
    }
  }

  /** Newest first. @throws `knowledge.base_not_found` */
  async list(actor: Actor, baseId: string, request: ImportListRequest): Promise<Page<KnowledgeImport>> {
    const { page, limit, status } = request;
    const { teamId } = await this.bases.get(actor, baseId);
    const items = await this.queries.list(teamId, baseId, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(teamId, baseId, status), page, limit };
  }

  /** @throws `knowledge.base_not_found`, `transfers.import_not_found` */
  async get(actor: Actor, baseId: string, id: string): Promise<KnowledgeImport> {
    const { teamId } = await this.bases.get(actor, baseId);
    const found = isUuid(id) ? await this.queries.find({ teamId, baseId, id }) : undefined;
    if (!found) throw transferErrors.import_not_found();
    return found;
  }

  /** What is written stays. @throws `knowledge.base_not_found`, `transfers.import_not_found`, `transfers.not_under_way` */
  async cancel(actor: Actor, baseId: string, id: string): Promise<KnowledgeImport> {
    const { status } = await this.get(actor, baseId, id);
    const cancelled = await this.queries.cancel({ teamId: actor.teamId, baseId, id }, this.clock.now());
    if (!cancelled) {
      throw transferErrors.not_under_way({
        message: `The import is ${status}; only one that is queued or running can be cancelled.`,
      });
    }
    this.notices.publish(importCancelled, { importId: id });
    return cancelled;
  }

  /**
   * It goes on with the row after the last one that was written.
   *
   * @throws `knowledge.base_not_found`, `transfers.import_not_found`, `.not_ended`, `.file_gone`, `.import_under_way`
   */
  async retry(actor: Actor, baseId: string, id: string): Promise<KnowledgeImport> {
    const { status } = await this.get(actor, baseId, id);
    const isEnded = status === 'failed' || status === 'cancelled';
    const queued = isEnded ? await this.queueAgain(actor, baseId, id) : undefined;
    if (!queued) throw isEnded ? transferErrors.file_gone() : notEnded(status);
    this.wake(id);
    return queued;
  }

  private async keep(actor: Actor, baseId: string, { name, stream, options }: FileToImport): Promise<KnowledgeImport> {
    const id = newId();
    const blobKey = `imports/${actor.teamId}/${id}`;
    await this.unneeded.expect(blobKey);
    try {
      const probe = new FileProbe();
      // What it fails with, the put fails with, too.
      pipeline(stream, probe).catch(() => undefined);
      const { bytes: fileBytes } = await this.blobs.put(blobKey, probe);
      const { format, encoding } = probe.found;
      const { mode, onError, format: wanted = format } = await options();
      const now = this.clock.now();
      const file = { format: wanted, encoding, fileName: name === '' ? null : name, fileBytes, blobKey };
      const lease = { leaseUntil: after(now, QUEUE_LEASE_MS), createdAt: now };
      const stored = await this.database.transaction(async () => {
        const { teamId, botId } = await this.bases.hold(actor, baseId);
        const inserted = await this.queries.insert({ id, teamId, botId, baseId, mode, onError, ...file, ...lease });
        if (!inserted) throw transferErrors.import_under_way();
        await this.unneeded.adopt(blobKey);
        return inserted;
      });
      this.wake(id);
      return stored;
    } catch (error) {
      await this.unneeded.discard(blobKey);
      throw error;
    }
  }

  private async queueAgain({ teamId }: Actor, baseId: string, id: string): Promise<KnowledgeImport | undefined> {
    try {
      return await this.queries.queueAgain({ teamId, baseId, id }, after(this.clock.now(), QUEUE_LEASE_MS));
    } catch (error) {
      if (isUniqueViolation(error, 'knowledge_import_active_key'))
        throw transferErrors.import_under_way({ cause: error });
      throw error;
    }
  }

  /** The row is stored; if its job cannot be put now, the sweep puts it. */
  private wake(importId: string): void {
    this.jobs.enqueue(runImport, { importId }).catch((error: unknown) => {
      this.logger.warn({ message: 'An import could not be put in the queue; it will be later.', importId, err: error });
    });
  }
}

function notEnded(status: string) {
  return transferErrors.not_ended({
    message: `The import is ${status}; only one that has failed or was cancelled can be tried again.`,
  });
}
