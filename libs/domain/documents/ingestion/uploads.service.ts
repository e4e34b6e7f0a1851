import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { KnowledgeBasesService, PassageIndex } from '#domain/knowledge';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { JobQueue } from '#infra/queue';
import { type Actor, Clock, isUuid, type Page } from '#kernel';
import { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { documentRemoved, fileProcessed } from '../documents.events';
import { isImage } from '../files/file-formats';
import { indexDocument } from '../jobs/index-document.job';
import { after, QUEUE_LEASE_MS } from './lease';
import { newUpload } from './new-upload';
import { type StoredUpload, type UploadAddress, UploadsQueries } from './uploads.queries';
import type { NewUpload, Upload, UploadListRequest } from './uploads.types';

/**
 * The documents that people upload to a bot: texts are added here, files by `FileUploads`. What is acknowledged is stored;
 * `DocumentIndexing` does the rest. Documents of other teams and bots are not there.
 */
@Injectable()
export class DocumentUploads {
  private readonly logger = new Logger(DocumentUploads.name);

  constructor(
    private readonly bots: BotsService,
    private readonly bases: KnowledgeBasesService,
    private readonly queries: UploadsQueries,
    private readonly extractors: TextExtractors,
    private readonly index: PassageIndex,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One statement, unless the bot has no base yet. @throws `bots.not_found`, `documents.base_not_found` */
  async add(actor: Actor, botId: string, { bytes, format, baseId, ...input }: NewUpload): Promise<Upload> {
    const stored = newUpload({ actor, botId, now: this.clock.now() }, input, {
      kind: 'text',
      format: this.extractors.formatOf({ bytes, format }) ?? null,
      bytes: bytes.byteLength,
      source: {
        bytes,
        blobKey: null,
        sha256: createHash('sha256').update(bytes).digest(),
        fileName: null,
        mediaType: null,
        format: format ?? null,
        description: null,
      },
    });
    const upload = await this.insert(actor, stored, baseId ?? null);
    this.wake(stored.id);
    return upload;
  }

  /**
   * The row and its source, in the base that is named or in the bot's own. It is queued when that is its state; call `wake`
   * after the commit.
   *
   * @throws `bots.not_found`, `documents.base_not_found`
   */
  async insert(actor: Actor, stored: Omit<StoredUpload, 'baseId'>, wantedBase: string | null): Promise<Upload> {
    const baseId =
      (await this.queries.insert(stored, wantedBase)) ?? (await this.insertAnew(actor, stored, wantedBase));
    const { source: _, leaseUntil: __, ...upload } = stored;
    return { ...upload, baseId };
  }

  /** Newest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, request: UploadListRequest): Promise<Page<Upload>> {
    await this.bots.get(actor, botId);
    const { page, limit, state } = request;
    const items = await this.queries.list(actor.teamId, botId, request);
    const isAll = page === 1 && items.length < limit;
    return { items, total: isAll ? items.length : await this.queries.count(actor.teamId, botId, state), page, limit };
  }

  /** @throws `documents.not_found` */
  async get(actor: Actor, botId: string, id: string): Promise<Upload> {
    return found(await this.queries.find(addressOf(actor, botId, id)));
  }

  /**
   * Whatever had been indexed of it is found no more, and a run that has it stops.
   *
   * @throws `documents.not_found`, `documents.not_under_way`
   */
  cancel(actor: Actor, botId: string, id: string): Promise<Upload> {
    const address = addressOf(actor, botId, id);
    return this.database.transaction(async () => {
      const cancelled = await this.queries.cancel(address, this.clock.now());
      if (!cancelled) {
        const { state } = found(await this.queries.find(address));
        throw documentErrors.not_under_way({
          message: `The document is ${state}; only one that is queued or running can be cancelled.`,
        });
      }
      await this.index.remove([id]);
      await this.tellEnd(cancelled);
      return cancelled;
    });
  }

  /** From the beginning, with the bytes that were sent. @throws `documents.not_found`, `documents.not_ended` */
  async retry(actor: Actor, botId: string, id: string): Promise<Upload> {
    const address = addressOf(actor, botId, id);
    const now = this.clock.now();
    const queued = await this.queries.queueAgain(address, now, after(now, QUEUE_LEASE_MS));
    if (!queued) {
      const { state } = found(await this.queries.find(address));
      throw documentErrors.not_ended({
        message: `The document is ${state}; only one that has failed or was cancelled can be tried again.`,
      });
    }
    this.wake(id);
    return queued;
  }

  /** With its source and its passages, in any state. @throws `documents.not_found` */
  async delete(actor: Actor, botId: string, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const { teamId, baseId, kind, title, state, format } = found(
        await this.queries.lock(addressOf(actor, botId, id)),
      );
      await this.index.remove([id]);
      await this.queries.delete(id);
      // Of what searches never found nobody was told.
      if (state !== 'ready' || isImage(format)) return;
      await this.outbox.add(documentRemoved, { teamId, data: { documentId: id, baseId, kind, title } });
    });
  }

  private async tellEnd({ teamId, botId, id: fileId, kind }: Upload): Promise<void> {
    if (kind !== 'file') return;
    const { message: error } = documentErrors.indexing_cancelled();
    const data = { fileId, botId, state: 'failed' as const, passageCount: 0, error };
    await this.outbox.add(fileProcessed, { teamId, data });
  }

  /** Finds out what was missing: the bot, the base that was named, or the bot's own, which is made then. */
  private async insertAnew(
    actor: Actor,
    stored: Omit<StoredUpload, 'baseId'>,
    wantedBase: string | null,
  ): Promise<string> {
    const { botId } = stored;
    await this.bots.get(actor, botId);
    if (wantedBase !== null) throw documentErrors.base_not_found();
    return this.database.transaction(async () => {
      await this.bases.ensureOwn(actor, botId);
      const madeIn = await this.queries.insert(stored, null);
      if (madeIn === undefined) throw documentErrors.base_not_found();
      return madeIn;
    });
  }

  /** The row is stored; if its job cannot be put now, the sweep puts it. */
  wake(documentId: string): void {
    this.jobs.enqueue(indexDocument, { documentId }).catch((error: unknown) => {
      this.logger.warn({
        message: 'A document could not be put in the queue; it will be later.',
        documentId,
        err: error,
      });
    });
  }
}

/** @throws `documents.not_found` when the id cannot be one */
function addressOf({ teamId }: Actor, botId: string, id: string): UploadAddress {
  if (!isUuid(id) || !isUuid(botId)) throw documentErrors.not_found();
  return { teamId, botId, id };
}

function found(upload: Upload | undefined): Upload {
  if (!upload) throw documentErrors.not_found();
  return upload;
}
