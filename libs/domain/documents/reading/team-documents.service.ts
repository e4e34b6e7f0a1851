import { Injectable } from '@nestjs/common';
import { type Actor, isUuid } from '#kernel';
import { TextExtractors } from '#providers/text-extraction';
import { documentErrors } from '../documents.errors';
import { FileContents } from '../files/file-contents.service';
import { mediaTypeOf } from '../files/file-formats';
import { type FileRow, FilesQueries } from '../files/files.queries';
import { MAX_CONTENT_CHARS } from '../files/files.types';
import { TeamDocumentsQueries } from './team-documents.queries';
import type { DocumentContent, TeamDocument, TeamDocumentsRequest } from './team-documents.types';

const PLAIN_TEXT = 'text/plain';

/** All documents of a team, by their id alone, whatever their kind, bot and base. Those of other teams are not there. */
@Injectable()
export class TeamDocuments {
  constructor(
    private readonly queries: TeamDocumentsQueries,
    private readonly files: FilesQueries,
    private readonly contents: FileContents,
    private readonly extractors: TextExtractors,
  ) {}

  /** Newest first. */
  list({ teamId }: Actor, request: TeamDocumentsRequest): Promise<TeamDocument[]> {
    return this.queries.list(teamId, request);
  }

  /** @throws `documents.not_found` */
  async get({ teamId }: Actor, id: string): Promise<TeamDocument> {
    const document = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!document) throw documentErrors.not_found();
    return document;
  }

  /**
   * What stands in it: a text as it was sent, of a file what is read in it, or the image that it is.
   *
   * @throws `documents.not_found`, `documents.image_too_large`, `blob_store.unavailable`; why a file cannot be read
   */
  async read(actor: Actor, { id, kind }: Pick<TeamDocument, 'id' | 'kind'>): Promise<DocumentContent> {
    if (kind === 'item') return this.itemOf(id);
    const [row] = await this.files.find({ teamId: actor.teamId, botId: null }, [id]);
    if (row?.kind === 'text') return this.textOf(row);
    return row ? this.fileOf(row) : this.nodesOf(id);
  }

  private async itemOf(id: string): Promise<DocumentContent> {
    const found = await this.queries.itemText(id, MAX_CONTENT_CHARS);
    if (!found) throw documentErrors.not_found();
    return { ...found, mediaType: PLAIN_TEXT };
  }

  private async textOf(row: FileRow): Promise<DocumentContent> {
    const text = (await this.contents.bytesOf(row)).toString('utf8');
    return { mediaType: mediaTypeOf(this.extractors, row.format, row.title), ...cut(text) };
  }

  private async fileOf(row: FileRow): Promise<DocumentContent> {
    const content = await this.contents.of(row);
    if ('image' in content) return { mediaType: content.mediaType, image: content.image };
    return { mediaType: PLAIN_TEXT, text: content.text, isCut: content.text.length >= MAX_CONTENT_CHARS };
  }

  private async nodesOf(id: string): Promise<DocumentContent> {
    const passages = await this.files.passagesOf(id, MAX_CONTENT_CHARS);
    return { mediaType: PLAIN_TEXT, ...cut(passages.map(({ body }) => body).join('\n\n')) };
  }
}

function cut(text: string): { text: string; isCut: boolean } {
  return { text: text.slice(0, MAX_CONTENT_CHARS).toWellFormed(), isCut: text.length > MAX_CONTENT_CHARS };
}
