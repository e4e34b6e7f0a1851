import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { type Actor, isUuid, opensBot } from '#kernel';
import { BlobStore } from '#providers/blob-store';
import { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { DocumentUploads } from '../ingestion/uploads.service';
import { FileContents } from './file-contents.service';
import { mediaTypeOf } from './file-formats';
import { FileUploads } from './file-uploads.service';
import { type FileOwner, type FileRow, FilesQueries } from './files.queries';
import type { FileContent, FileList, FileListRequest, NewFile, OpenFile, StoredFile } from './files.types';
import { storedFile } from './stored-file';

/** Files of bots, by their id alone. Those of other teams are not there, nor those of other bots for who may see one bot. */
@Injectable()
export class Files {
  constructor(
    private readonly bots: BotsService,
    private readonly fileUploads: FileUploads,
    private readonly uploads: DocumentUploads,
    private readonly contents: FileContents,
    private readonly queries: FilesQueries,
    private readonly blobs: BlobStore,
    private readonly extractors: TextExtractors,
  ) {}

  /**
   * Stores a file while it arrives; a job reads it then.
   *
   * @throws `bots.not_found`, `documents.base_not_found`, `documents.file_type_unsupported`, `documents.file_empty`,
   * `blob_store.unavailable`; what the stream fails with (`http.form_too_large`, `http.malformed`), and the details
   */
  async upload(actor: Actor, botId: string, file: NewFile): Promise<StoredFile> {
    const { id } = await this.fileUploads.add(actor, botId, file);
    return this.get(actor, id);
  }

  /** @throws `documents.file_not_found` */
  async get(actor: Actor, fileId: string): Promise<StoredFile> {
    return storedFile(await this.find(actor, fileId), this.extractors);
  }

  /** Newest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, { state, limit, offset }: FileListRequest): Promise<FileList> {
    await this.bots.get(actor, botId);
    const owner = { teamId: actor.teamId, botId };
    const { files, total } = await this.queries.list(owner, state ?? null, { limit, offset });
    return { items: files.map((file) => storedFile(file, this.extractors)), total };
  }

  /** With its blob and its passages, in any state. @throws `documents.file_not_found` */
  async delete(actor: Actor, fileId: string): Promise<void> {
    const { botId } = await this.find(actor, fileId);
    await this.uploads.delete(actor, botId, fileId);
  }

  /** What was sent, as it was sent. @throws `documents.file_not_found`, `blob_store.unavailable` */
  async open(actor: Actor, fileId: string): Promise<OpenFile> {
    return this.openRow(await this.find(actor, fileId));
  }

  /** As `open`, for any document of the bot that was sent as a whole. @throws `documents.not_found`, `.source_missing` */
  async openDocument(actor: Actor, botId: string, documentId: string): Promise<OpenFile> {
    const { id } = await this.uploads.get(actor, botId, documentId);
    const [row] = await this.queries.find({ teamId: actor.teamId, botId }, [id]);
    if (!row) throw documentErrors.source_missing();
    return this.openRow(row);
  }

  /**
   * What a model is given of files beside a message, in the order of the ids: the text, as far as MAX_CONTENT_CHARS, or the
   * image. A file need not be processed for it.
   *
   * @throws `documents.file_not_found`, `documents.image_too_large`, `blob_store.unavailable`; why a file cannot be read
   */
  async contentsOf(actor: Actor, fileIds: readonly string[], signal?: AbortSignal): Promise<FileContent[]> {
    const rows = await this.findAll(actor, fileIds);
    const contents: FileContent[] = [];
    // One after the other: each may be many megabytes.
    for (const row of rows) contents.push(await this.contents.of(row, signal));
    return contents;
  }

  private async openRow(row: FileRow): Promise<OpenFile> {
    const { id, blobKey, format } = row;
    const name = row.name ?? row.title;
    const mediaType = mediaTypeOf(this.extractors, format, name);
    if (blobKey !== null) {
      const { stream, bytes } = await this.blobs.get(blobKey);
      return { stream, bytes, mediaType, name };
    }
    const bytes = await this.queries.bytesOf(id);
    if (!bytes) throw documentErrors.file_not_found();
    return { stream: Readable.from([bytes]), bytes: bytes.length, mediaType, name };
  }

  private async find(actor: Actor, fileId: string): Promise<FileRow> {
    const [row] = await this.findAll(actor, [fileId]);
    return row!;
  }

  private async findAll(actor: Actor, fileIds: readonly string[]): Promise<FileRow[]> {
    const rows = await this.queries.find(ownerOf(actor), fileIds.filter(isUuid));
    const byId = new Map(
      rows.filter(({ kind, botId }) => kind === 'file' && opensBot(actor, botId)).map((row) => [row.id, row]),
    );
    return fileIds.map((id) => {
      const row = byId.get(id.toLowerCase());
      if (!row) throw documentErrors.file_not_found();
      return row;
    });
  }
}

function ownerOf(actor: Actor): FileOwner {
  return { teamId: actor.teamId, botId: 'botId' in actor ? actor.botId : null };
}
