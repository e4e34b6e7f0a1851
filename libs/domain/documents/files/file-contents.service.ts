import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { BlobStore } from '#providers/blob-store';
import { Pace, TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { passagesOfDocument } from '../passages/document-passages';
import { isImage, mediaTypeOf } from './file-formats';
import { type FileRow, FilesQueries } from './files.queries';
import { type FileContent, MAX_CONTENT_CHARS, MAX_IMAGE_BYTES } from './files.types';

interface Section {
  section: string | null;
  body: string;
}

/** Only for putting blocks together again; nothing is searched by these. */
const ANY_SIZE = { maxTokens: 2_000, overlapTokens: 0 };

/** What stands in a file, for whoever shows it to a model. */
@Injectable()
export class FileContents {
  constructor(
    private readonly queries: FilesQueries,
    private readonly blobs: BlobStore,
    private readonly extractors: TextExtractors,
  ) {}

  /** @throws as `Files.contentsOf` */
  async of(row: FileRow, signal?: AbortSignal): Promise<FileContent> {
    const name = row.name ?? row.title;
    const described = { id: row.id, name, mediaType: mediaTypeOf(this.extractors, row.format, name) };
    if (!isImage(row.format)) return { ...described, text: await this.textOf(row, signal) };
    if (row.sizeBytes > MAX_IMAGE_BYTES) {
      throw documentErrors.image_too_large({
        message: `${name} is larger than 10 MB; an image in a message may have 10 MB.`,
      });
    }
    return { ...described, image: await this.bytesOf(row, signal) };
  }

  /** All bytes of a file, in memory: of one that is no larger than an upload may be. */
  async bytesOf({ id, blobKey }: Pick<FileRow, 'id' | 'blobKey'>, signal?: AbortSignal): Promise<Buffer> {
    if (blobKey !== null) return buffer((await this.blobs.get(blobKey, signal ? { signal } : {})).stream);
    const bytes = await this.queries.bytesOf(id);
    if (!bytes) throw documentErrors.file_not_found();
    return bytes;
  }

  private async textOf(row: FileRow, signal?: AbortSignal): Promise<string> {
    const indexed = row.state === 'completed' ? await this.queries.passagesOf(row.id, MAX_CONTENT_CHARS) : [];
    return joined(indexed.length > 0 ? indexed : await this.extracted(row, signal));
  }

  private async extracted(row: FileRow, signal?: AbortSignal): Promise<Iterable<Section>> {
    const bytes = await this.bytesOf(row, signal);
    const file = { bytes, format: row.format ?? undefined, name: row.name ?? undefined };
    const text = await this.extractors.extract(file, { pace: new Pace(signal) });
    return passagesOfDocument(row.title, text, ANY_SIZE);
  }
}

/** With each heading above what stands below it. */
function joined(sections: Iterable<Section>): string {
  let text = '';
  let last: string | null = null;
  for (const { section, body } of sections) {
    if (text.length > MAX_CONTENT_CHARS) break;
    if (text !== '') text += '\n\n';
    if (section !== null && section !== last) text += `${section}\n\n`;
    text += body;
    last = section;
  }
  return text.slice(0, MAX_CONTENT_CHARS).toWellFormed();
}
