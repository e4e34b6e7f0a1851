import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, newId } from '#kernel';
import { BlobStore, type PutBlob } from '#providers/blob-store';
import { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { fileProcessed, fileUploaded } from '../documents.events';
import { newUpload } from '../ingestion/new-upload';
import { DocumentUploads } from '../ingestion/uploads.service';
import type { Upload } from '../ingestion/uploads.types';
import { readBeginning } from './beginning';
import { acceptedType, type FileType, HEAD_BYTES, isImage } from './file-formats';
import type { FileDetails, NewFile } from './files.types';
import { UnneededBlobs } from './unneeded-blobs.service';

/** What is known of a file when it has come. */
interface ArrivedFile {
  id: string;
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
      return await this.take(actor, botId, file);
    } catch (error) {
      file.stream.destroy();
      throw error;
    }
  }

  private async take(actor: Actor, botId: string, { stream, name, mediaType, details }: NewFile): Promise<Upload> {
    const { head, content } = await readBeginning(stream, HEAD_BYTES);
    if (head.length === 0) throw fileEmpty();
    const type = acceptedType(this.extractors, { head, name, mediaType });
    const id = newId();
    const key = `files/${actor.teamId}/${id}`;
    await this.unneeded.expect(key);
    try {
      const put = await this.blobs.put(key, content, { mediaType: type.mediaType });
      return await this.store(actor, botId, { id, key, name, type, put, details: (await details?.()) ?? {} });
    } catch (error) {
      await this.unneeded.discard(key);
      throw error;
    }
  }

  private async store(actor: Actor, botId: string, file: ArrivedFile): Promise<Upload> {
    const { id, key, name, type, put, details } = file;
    const stored = newUpload({ actor, botId, now: this.clock.now() }, details, {
      id,
      kind: 'file',
      format: type.format,
      bytes: put.bytes,
      isReady: isImage(type.format),
      source: {
        bytes: null,
        blobKey: key,
        sha256: Buffer.from(put.sha256, 'hex'),
        fileName: name,
        mediaType: type.mediaType,
        format: null,
        description: details.description ?? null,
      },
    });
    const upload = await this.database.transaction(async () => {
      const inserted = await this.uploads.insert(actor, stored, details.baseId ?? null);
      await this.unneeded.adopt(key);
      await this.tell(inserted, file);
      return inserted;
    });
    if (upload.state === 'queued') this.uploads.wake(id);
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

function fileEmpty() {
  const error = documentErrors.file_empty();
  return documentErrors.file_empty({ fields: [{ field: 'file', message: error.message }] });
}
