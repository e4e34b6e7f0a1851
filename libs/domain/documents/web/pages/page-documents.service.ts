import { Injectable } from '@nestjs/common';
import { type Actor, AppError } from '#kernel';
import { documentErrors } from '../../documents.errors';
import { DocumentUploads } from '../../ingestion/uploads.service';
import type { ReadablePage } from './readable-page';

/** Whose documents they are. */
export interface PageOwner {
  teamId: string;
  botId: string;
  baseId: string;
}

const { code: NOT_FOUND } = documentErrors.not_found();

/** Pages as documents: their `url` stands in the metadata, where citations find it. Each within the open transaction. */
@Injectable()
export class PageDocuments {
  constructor(private readonly uploads: DocumentUploads) {}

  /** Gives the id of the document. */
  async add(owner: PageOwner, { title, bytes, format, address }: ReadablePage): Promise<string> {
    const { botId, baseId } = owner;
    const metadata = { url: address };
    const { id } = await this.uploads.add(actorOf(owner), botId, { title, bytes, format, metadata, baseId });
    return id;
  }

  /**
   * The version before is found until the new one is indexed. Gives the id of the document that stands for the page from
   * now on: another one when somebody has deleted it.
   */
  async replace(owner: PageOwner, documentId: string, page: ReadablePage): Promise<string> {
    const { title, bytes, format, address } = page;
    try {
      await this.uploads.replace(actorOf(owner), documentId, { title, bytes, format, metadata: { url: address } });
      return documentId;
    } catch (error) {
      if (!isNotFound(error)) throw error;
      return this.add(owner, page);
    }
  }

  /** Nothing when somebody has deleted it already. */
  async remove(owner: PageOwner, documentId: string): Promise<void> {
    try {
      await this.uploads.delete(actorOf(owner), owner.botId, documentId);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
}

function actorOf({ teamId }: PageOwner): Actor {
  return { kind: 'system', teamId, plan: 'free' };
}

function isNotFound(error: unknown): boolean {
  return error instanceof AppError && error.code === NOT_FOUND;
}
