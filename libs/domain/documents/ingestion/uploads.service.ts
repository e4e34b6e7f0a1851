import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { KnowledgeBasesService, PassageIndex } from '#domain/knowledge';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { JobQueue } from '#infra/queue';
import { type Actor, after, Clock, isUuid, type Page } from '#kernel';
import { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { documentRemoved, fileProcessed } from '../documents.events';
import { isImage } from '../files/file-formats';
import { indexDocument } from '../jobs/index-document.job';
import { DocumentVersions } from './document-versions.service';
import { QUEUE_LEASE_MS } from './lease';
import { newUpload, sentDetails } from './new-upload';
import {
  type InsertedUpload,
  type StoredUpload,
  type UploadAddress,
  type UploadSource,
  UploadsQueries,
  type WantedPlace,
} from './uploads.queries';
import type { NewUpload, NewVersion, ReplacedUpload, Upload, UploadListRequest } from './uploads.types';

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
    private readonly versions: DocumentVersions,
    private readonly extractors: TextExtractors,
    private readonly index: PassageIndex,
    private readonly database: Database,
    private readonly jobs: JobQueue,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * One statement, unless the bot has no base yet. Gives the document that was there already when duplicates are skipped.
   *
   * @throws `bots.not_found`, `documents.base_not_found`
   */
  async add(actor: Actor, botId: string, { baseId, onDuplicate, ...input }: NewUpload): Promise<Upload> {
    const stored = newUpload({ actor, botId, now: this.clock.now() }, input, {
      kind: 'text',
      format: this.formatOf(input),
      bytes: input.bytes.byteLength,
      source: textSource(input),
    });
    const place = { baseId: baseId ?? null, onDuplicate: onDuplicate ?? 'keep' };
    const upload = await this.insert(actor, stored, place);
    if (upload.id === stored.id) this.wake(stored.id);
    return upload;
  }

  /**
   * A new version of any document but an item. What is found of the one before stays until all of the new one is indexed, and
   * then goes with the same commit; unchanged passages keep their vectors. `FileUploads.replace` does it for files.
   *
   * @throws `documents.not_found`
   */
  async replace(actor: Actor, documentId: string, version: NewVersion): Promise<ReplacedUpload> {
    const replaced = await this.versions.put(actor, documentId, {
      ...sentDetails(version),
      kind: 'text',
      format: this.formatOf(version),
      size: version.bytes.byteLength,
      source: textSource(version),
    });
    if (replaced.outcome === 'accepted') this.wake(documentId);
    return replaced;
  }

  /**
   * The row and its source, in the base that is named or in the bot's own; or, of a duplicate that is skipped, the document
   * that was there already, which has another id. It is queued when that is its state; call `wake` after the commit.
   *
   * @throws `bots.not_found`, `documents.base_not_found`
   */
  async insert(actor: Actor, stored: Omit<StoredUpload, 'baseId'>, place: WantedPlace): Promise<Upload> {
    const inserted = (await this.queries.insert(stored, place)) ?? (await this.insertAnew(actor, stored, place));
    const { baseId, duplicateOf, isAdded } = inserted;
    if (!isAdded && duplicateOf !== null) {
      return { ...(await this.get(actor, stored.botId, duplicateOf)), isSkipped: true };
    }
    const { source: _, leaseUntil: __, ...upload } = stored;
    return { ...upload, baseId, duplicateOf };
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
   * Whatever had been indexed of it is found no more, and a run that has it stops. Of a new version: the one before it stays.
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
      await (cancelled.version === 0 ? this.index.remove([id]) : this.index.dropHidden(id));
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
      const { teamId, baseId, kind, title, version, format } = found(
        await this.queries.lock(addressOf(actor, botId, id)),
      );
      await this.index.remove([id]);
      await this.queries.delete(id);
      // Of what searches never found nobody was told.
      if (version === 0 || isImage(format)) return;
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
    place: WantedPlace,
  ): Promise<InsertedUpload> {
    const { botId } = stored;
    await this.bots.get(actor, botId);
    if (place.baseId !== null) throw documentErrors.base_not_found();
    return this.database.transaction(async () => {
      await this.bases.ensureOwn(actor, botId);
      const madeIn = await this.queries.insert(stored, place);
      if (madeIn === undefined) throw documentErrors.base_not_found();
      return madeIn;
    });
  }

  private formatOf({ bytes, format }: Pick<NewUpload, 'bytes' | 'format'>): string | null {
    return this.extractors.formatOf({ bytes, format }) ?? null;
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

function textSource({ bytes, format = null }: Pick<NewUpload, 'bytes'> & { format?: string | null }): UploadSource {
  const sha256 = createHash('sha256').update(bytes).digest();
  return { bytes, blobKey: null, sha256, fileName: null, mediaType: null, format, description: null };
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
