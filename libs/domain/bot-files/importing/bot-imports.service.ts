import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { UnneededBlobs } from '#domain/documents';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { type Actor, after, Clock, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import { botFileErrors } from '../bot-files.errors';
import type { BotImport } from '../bot-files.types';
import { runBotImport } from '../jobs/run-bot-import.job';
import { requireMakingWholeBots } from '../whole-bot';
import { BotImportsQueries } from './bot-imports.queries';
import { QUEUE_LEASE_MS } from './lease';

/** A file that is being sent. */
export interface BotFileToImport {
  /** Empty when it has none. */
  fileName: string;
  /** Read once, as it comes, or destroyed. */
  stream: Readable;
  /** Asked for when the stream has ended, since fields may stand behind the file; what it throws refuses the file. */
  options: () => Promise<{ name?: string | undefined }>;
}

/** Imports of bots: begun and watched here; `BotImportRunning` does the work. */
@Injectable()
export class BotImports {
  private readonly logger = new Logger(BotImports.name);

  constructor(
    private readonly queries: BotImportsQueries,
    private readonly unneeded: UnneededBlobs,
    private readonly blobs: BlobStore,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the file while it arrives; a job makes the bot then.
   *
   * @throws `actor.scope_missing`, `bot-files.file_empty`, `blob_store.unavailable`; what the stream fails with and what the options are refused with
   */
  async start(actor: Actor, { fileName, stream, options }: BotFileToImport): Promise<BotImport> {
    requireMakingWholeBots(actor);
    const { teamId } = actor;
    const id = newId();
    const blobKey = `bot-imports/${teamId}/${id}`;
    await this.unneeded.expect(blobKey);
    try {
      const { bytes: fileBytes } = await this.blobs.put(blobKey, stream);
      if (fileBytes === 0) throw botFileErrors.file_empty();
      const { name } = await options();
      const now = this.clock.now();
      const wanted = { wantedName: name?.trim() || null, fileName: fileName === '' ? null : fileName };
      const times = { leaseUntil: after(now, QUEUE_LEASE_MS), createdAt: now };
      const stored = await this.database.transaction(async () => {
        const inserted = await this.queries.insert({ id, teamId, ...wanted, fileBytes, blobKey, ...times });
        await this.unneeded.adopt(blobKey);
        return inserted;
      });
      this.wake(id);
      return stored;
    } catch (error) {
      stream.destroy();
      await this.unneeded.discard(blobKey);
      throw error;
    }
  }

  /** Newest first. */
  async list({ teamId }: Actor, request: PageRequest): Promise<Page<BotImport>> {
    const items = await this.queries.list(teamId, request);
    const isAll = request.page === 1 && items.length < request.limit;
    return { ...request, items, total: isAll ? items.length : await this.queries.count(teamId) };
  }

  /** @throws `bot-files.import_not_found` */
  async get({ teamId }: Actor, id: string): Promise<BotImport> {
    const found = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!found) throw botFileErrors.import_not_found();
    return found;
  }

  /** The row is stored; if its job cannot be put now, the sweep puts it. */
  private wake(importId: string): void {
    this.jobs.enqueue(runBotImport, { importId }).catch((error: unknown) => {
      this.logger.warn({ message: 'An import could not be put in the queue; it will be later.', importId, err: error });
    });
  }
}
