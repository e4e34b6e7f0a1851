import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { KnowledgeBasesService, PassageIndex } from '#domain/knowledge';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { JobQueue } from '#infra/queue';
import { type Actor, Clock, isUuid, newId, type Page } from '#kernel';
import { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { documentRemoved } from '../documents.events';
import { tagsOf } from '../items';
import { indexDocument } from '../jobs/index-document.job';
import { after, QUEUE_LEASE_MS } from './lease';
import { type StoredUpload, type UploadAddress, UploadsQueries } from './uploads.queries';
import type { NewUpload, Upload, UploadListRequest } from './uploads.types';

const UNTITLED = 'Untitled';
const MAX_TITLE_CHARS = 512;

/**
 * The documents that people upload to a bot. What is acknowledged is stored, with its bytes; `DocumentIndexing` does the
 * rest. Documents of other teams and bots are not there.
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
  async add(actor: Actor, botId: string, input: NewUpload): Promise<Upload> {
    const stored = this.newUpload(actor, botId, input);
    const wantedBase = input.baseId ?? null;
    const baseId = (await this.queries.insert(stored, wantedBase)) ?? (await this.insertAnew(actor, stored, input));
    this.wake(stored.id);
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
      const { teamId, baseId, kind, title, state } = found(await this.queries.lock(addressOf(actor, botId, id)));
      await this.index.remove([id]);
      await this.queries.delete(id);
      if (state !== 'ready') return;
      await this.outbox.add(documentRemoved, { teamId, data: { documentId: id, baseId, kind, title } });
    });
  }

  private newUpload({ teamId }: Actor, botId: string, input: NewUpload): Omit<StoredUpload, 'baseId'> {
    const { kind, bytes, fileName, mediaType, format } = input;
    const now = this.clock.now();
    return {
      id: newId(),
      teamId,
      botId,
      kind,
      title: titleOf(input),
      format: this.extractors.formatOf({ bytes, format, name: fileName, mediaType }) ?? null,
      tags: tagsOf(input.tags),
      metadata: input.metadata ?? {},
      state: 'queued',
      stage: null,
      progress: 0,
      passageCount: 0,
      language: null,
      sourceBytes: bytes.byteLength,
      error: null,
      createdAt: now,
      updatedAt: now,
      leaseUntil: after(now, QUEUE_LEASE_MS),
      source: {
        bytes,
        sha256: createHash('sha256').update(bytes).digest(),
        fileName: fileName ?? null,
        mediaType: mediaType ?? null,
        format: format ?? null,
      },
    };
  }

  /** Finds out what was missing: the bot, the base that was named, or the bot's own, which is made then. */
  private async insertAnew(actor: Actor, stored: Omit<StoredUpload, 'baseId'>, { baseId }: NewUpload): Promise<string> {
    const { botId } = stored;
    await this.bots.get(actor, botId);
    if (baseId) throw documentErrors.base_not_found();
    return this.database.transaction(async () => {
      await this.bases.ensureOwn(actor, botId);
      const madeIn = await this.queries.insert(stored, null);
      if (madeIn === undefined) throw documentErrors.base_not_found();
      return madeIn;
    });
  }

  /** The row is stored; if its job cannot be put now, the sweep puts it. */
  private wake(documentId: string): void {
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

function titleOf({ title, fileName }: NewUpload): string {
  const text = (title ?? '').trim() || (fileName ?? '').trim() || UNTITLED;
  return text.slice(0, MAX_TITLE_CHARS).toWellFormed();
}
