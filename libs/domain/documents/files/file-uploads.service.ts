import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, newId } from '#kernel';
import { BlobStore, type PutBlob } from '#providers/blob-store';
import { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { fileProcessed, fileUploaded } from '../documents.events';
import { DocumentVersions } from '../ingestion/document-versions.service';
import { newUpload, sentDetails } from '../ingestion/new-upload';
import type { UploadSource } from '../ingestion/uploads.queries';
import { DocumentUploads } from '../ingestion/uploads.service';
import type { ReplacedUpload, Upload } from '../ingestion/uploads.types';
import { readBeginning } from './beginning';
import { acceptedType, type FileType, HEAD_BYTES, isImage } from './file-formats';
import type { FileDetails, NewFile } from './files.types';
import { UnneededBlobs } from './unneeded-blobs.service';

/** What is known of a file when it has come. */
interface ArrivedFile {
  key: string;
  name: string;
  type: FileType;
  put: PutBlob;
  details: FileDetails;
}

/**
 * Takes files while they arrive, with no more of them in memory than the streams between here and the blob store hold. What
 * is acknowledged is stored, blob and row; of what is refused nothing is left.
 */
@Injectable()
export class FileUploads {
  constructor(
    private readonly bots: BotsService,
    private readonly uploads: DocumentUploads,
    private readonly versions: DocumentVersions,
    private readonly unneeded: UnneededBlobs,
    private readonly blobs: BlobStore,
    private readonly extractors: TextExtractors,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws `bots.not_found`, `documents.base_not_found`, `documents.file_type_unsupported`, `documents.file_empty`,
   * `blob_store.unavailable`; what the stream fails with and what the details are refused with
   */
  async add(actor: Actor, botId: string, file: NewFile): Promise<Upload> {
    try {
      await this.bots.get(actor, botId);
      const id = newId();
      return await this.take(actor, file, id, (arrived) => this.store(actor, botId, { ...arrived, id }));
    } catch (error) {
      file.stream.destroy();
      throw error;
    }
  }

  /**
   * As `DocumentUploads.replace`, by a file. Images are not taken: they are not read.
   *
   * @throws `documents.not_found`, and as `add`
   */
  async replace(actor: Actor, documentId: string, file: NewFile): Promise<ReplacedUpload> {
    try {
      return await this.take(actor, file, newId(), (arrived) => this.storeNext(actor, documentId, arrived));
    } catch (error) {
      file.stream.destroy();
      throw error;
    }
  }

  private async take<Stored>(
    actor: Actor,
    { stream, name, mediaType, details }: NewFile,
    blobId: string,
    store: (file: ArrivedFile) => Promise<Stored>,
  ): Promise<Stored> {
    const { head, content } = await readBeginning(stream, HEAD_BYTES);
    if (head.length === 0) throw fileEmpty();
    const type = acceptedType(this.extractors, { head, name, mediaType });
    const key = `files/${actor.teamId}/${blobId}`;
    await this.unneeded.expect(key);
    try {
      const put = await this.blobs.put(key, content, { mediaType: type.mediaType });
      return await store({ key, name, type, put, details: (await details?.()) ?? {} });
    } catch (error) {
      await this.unneeded.discard(key);
      throw error;
    }
  }

  private async storeNext(actor: Actor, documentId: string, file: ArrivedFile): Promise<ReplacedUpload> {
    const { key, type, put, details } = file;
    if (isImage(type.format)) throw documentErrors.image_as_version();
    const source = sourceOf(file);
    const sent = { ...sentDetails(details), kind: 'file' as const, format: type.format, size: put.bytes, source };
    const replaced = await this.versions.put(actor, documentId, sent, () => this.unneeded.adopt(key));
    if (replaced.outcome === 'accepted') this.uploads.wake(documentId);
    else await this.unneeded.discard(key);
    return replaced;
  }

  private async store(actor: Actor, botId: string, file: ArrivedFile & { id: string }): Promise<Upload> {
    const { id, key, type, put, details } = file;
    const stored = newUpload({ actor, botId, now: this.clock.now() }, details, {
      id,
      kind: 'file',
      format: type.format,
      bytes: put.bytes,
      isReady: isImage(type.format),
      source: sourceOf(file),
    });
    const place = { baseId: details.baseId ?? null, onDuplicate: details.onDuplicate ?? ('keep' as const) };
    const upload = await this.database.transaction(async () => {
      const inserted = await this.uploads.insert(actor, stored, place);
      if (inserted.id !== id) return inserted;
      await this.unneeded.adopt(key);
      await this.tell(inserted, file);
      return inserted;
    });
    if (upload.id !== id) await this.unneeded.discard(key);
    else if (upload.state === 'queued') this.uploads.wake(id);
    return upload;
  }

  private async tell({ teamId, id: fileId, botId, baseId, state }: Upload, { name, type, put }: ArrivedFile) {
    const { mediaType } = type;
    const data = { fileId, botId, baseId, name, sizeBytes: put.bytes, mediaType };
    await this.outbox.add(fileUploaded, { teamId, data });
    if (state !== 'ready') return;
    const ended = { fileId, botId, state: 'completed' as const, passageCount: 0, error: null };
    await this.outbox.add(fileProcessed, { teamId, data: ended });
  }
}

function sourceOf({ key, name, type, put, details }: ArrivedFile): UploadSource {
  return {
    bytes: null,
    blobKey: key,
    sha256: Buffer.from(put.sha256, 'hex'),
    fileName: name,
    mediaType: type.mediaType,
    format: null,
    description: details.description ?? null,
  };
}

function fileEmpty() {
  const error = documentErrors.file_empty();
  return documentErrors.file_empty({ fields: [{ field: 'file', message: error.message }] });
}
