import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { KnowledgeBasesService, PassageIndex, PassageVectors } from '#domain/knowledge';
import { Database, isUniqueViolation } from '#infra/database';
import { Outbox } from '#infra/events';
import { type Actor, Clock, newId, type PageRequest } from '#kernel';
import { documentErrors } from '../documents.errors';
import { documentAdded, documentRemoved, documentUpdated } from '../documents.events';
import type { Document } from '../documents.types';
import { NamedDocumentsQueries, type NamedRow, type NodesRow } from './named-documents.queries';
import type { NodesDocument, StoredNodes } from './named-documents.types';
import { passagesOfNodes } from './node-passages';
import { sourceBytesOf, sourceOf, titleOf } from './nodes-document';

/**
 * The documents of a bot as machines know them: by a name, and made of nodes that the sender has cut. New ones go into
 * the bot's own base; documents that people have made in any of its bases are reached by their titles. When a call has
 * returned, searches see its effect.
 */
@Injectable()
export class NamedDocuments {
  constructor(
    private readonly bots: BotsService,
    private readonly bases: KnowledgeBasesService,
    private readonly index: PassageIndex,
    private readonly vectors: PassageVectors,
    private readonly queries: NamedDocumentsQueries,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws `bots.not_found`; `documents.name_taken` when any base of the bot has a document of this name */
  async upload(actor: Actor, botId: string, document: NodesDocument): Promise<StoredNodes> {
    const { id, baseId } = await refusingTakenNames(() =>
      this.database.transaction(async () => {
        const place = { id: newId(), botId, baseId: await this.bases.ensureOwn(actor, botId) };
        if (await this.queries.find(actor.teamId, botId, document.name)) throw documentErrors.name_taken();
        const row = await this.write(actor, place, document, (made) => this.queries.insert(made));
        await this.outbox.add(documentAdded, eventOf(row));
        return row;
      }),
    );
    return { documentId: id, name: document.name, embeddingTokens: await this.embed(baseId, id) };
  }

  /**
   * Gives the oldest document of that name these nodes and nothing else. What was an item or an upload becomes a document
   * of nodes.
   *
   * @throws `bots.not_found`, `documents.not_found`, `documents.name_taken`
   */
  async update(actor: Actor, botId: string, document: NodesDocument): Promise<StoredNodes> {
    const { id, baseId } = await refusingTakenNames(() =>
      this.database.transaction(async () => {
        const held = await this.hold(actor, botId, document.name);
        const place = { id: held.id, botId, baseId: held.baseId };
        const row = await this.write(actor, place, document, (changed) => this.queries.becomeNodes(changed));
        // What was not ready yet has not been told of.
        await this.outbox.add(held.version > 0 ? documentUpdated : documentAdded, eventOf(row));
        return row;
      }),
    );
    return { documentId: id, name: document.name, embeddingTokens: await this.embed(baseId, id) };
  }

  /** The oldest document of that name. @throws `bots.not_found`, `documents.not_found` */
  async delete(actor: Actor, botId: string, name: string): Promise<void> {
    await this.database.transaction(async () => {
      const held = await this.hold(actor, botId, name);
      await this.index.remove([held.id]);
      await this.queries.delete(held.id);
      if (held.version > 0) await this.outbox.add(documentRemoved, eventOf({ ...held, teamId: actor.teamId }));
    });
  }

  /** Each name once, oldest first; all of them unless a page is asked for. @throws `bots.not_found` */
  async listNames(actor: Actor, botId: string, page?: PageRequest): Promise<string[]> {
    await this.bots.get(actor, botId);
    return this.queries.listNames(actor.teamId, botId, page);
  }

  /** Nobody else changes the document, nor deletes its base, before the open transaction ends. */
  private async hold(actor: Actor, botId: string, name: string): Promise<NamedRow> {
    await this.bots.get(actor, botId);
    const found = await this.queries.find(actor.teamId, botId, name);
    if (!found) throw documentErrors.not_found();
    await this.bases.hold(actor, found.baseId);
    const held = await this.queries.lock(found.id, found.baseId);
    if (!held) throw documentErrors.not_found();
    return held;
  }

  /** The row and its passages. */
  private async write(
    actor: Actor,
    place: DocumentPlace,
    document: NodesDocument,
    store: (row: NodesRow) => Promise<void>,
  ): Promise<NodesRow> {
    const { settings } = await this.bases.hold(actor, place.baseId);
    const title = titleOf(document.name);
    const passages = passagesOfNodes(title, document, settings.chunking);
    const source = sourceOf(place, document.metadata, passages);
    const now = this.clock.now();
    const row: NodesRow = {
      ...document,
      ...place,
      teamId: actor.teamId,
      kind: 'nodes',
      title,
      passageCount: passages.length,
      language: source.language ?? null,
      sourceBytes: sourceBytesOf(document),
      createdAt: now,
      updatedAt: now,
    };
    await store(row);
    await this.index.replace(source, passages);
    return row;
  }

  /** So that it is found by meaning as well; what this does not manage, a job does. */
  private async embed(baseId: string, documentId: string): Promise<number> {
    return (await this.vectors.embedNow(baseId, [documentId])).inputTokens;
  }
}

interface DocumentPlace {
  id: string;
  botId: string;
  baseId: string;
}

/** Two who upload one name at the same time, or one who gives a document of people a name that is taken. */
async function refusingTakenNames<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw isUniqueViolation(error, 'document_base_id_name_key') ? documentErrors.name_taken() : error;
  }
}

function eventOf({ teamId, id, baseId, kind, title }: Pick<Document, 'teamId' | 'id' | 'baseId' | 'kind' | 'title'>) {
  return { teamId, data: { documentId: id, baseId, kind, title } };
}
