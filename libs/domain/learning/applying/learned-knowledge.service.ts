import { Injectable } from '@nestjs/common';
import { type Document, DocumentsService } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import { type Actor, AppError } from '#kernel';
import type { LearningItem, Written } from '../learning.types';
import { ApplyingQueries } from './applying.queries';
import type { WrittenLessons } from './applying.types';
import { BASE_NAMES, itemOf } from './lessons-to-write';

const DESCRIPTION =
  'What the chatbot has learned. Made when learning items are applied; revert an item to take it out.';

/** Answers that were learned, as items of knowledge bases. */
@Injectable()
export class LearnedKnowledge {
  constructor(
    private readonly queries: ApplyingQueries,
    private readonly bases: KnowledgeBasesService,
    private readonly documents: DocumentsService,
  ) {}

  /** In the open transaction, in which nobody else applies items of the bot. Call `embed` with its documents after it. */
  async write(actor: Actor, botId: string, items: readonly LearningItem[]): Promise<WrittenLessons> {
    const written: WrittenLessons = { applied: [], skipped: [], places: new Set(), documents: [] };
    const writable = items.flatMap((item) => {
      const writing = itemOf(item);
      if ('content' in writing) return [{ item, content: writing.content }];
      written.skipped.push({ learningId: item.id, type: item.type, reason: writing.reason });
      return [];
    });
    for (const [type, lessons] of Map.groupBy(writable, ({ item }) => item.type)) {
      const baseId = await this.ensureBase(actor, botId, BASE_NAMES[type] ?? type);
      const contents = lessons.map(({ content }) => content);
      const stored = await this.documents.storeItems(actor, baseId, contents);
      written.places.add(baseId);
      written.documents.push(...stored);
      written.applied.push(...lessons.map(({ item }, at) => ({ item, written: placeOf(stored[at]!) })));
    }
    return written;
  }

  /** So that they are found by meaning, too, as far as that can be done at once. Outside any transaction. Never throws. */
  async embed(documents: readonly Document[]): Promise<void> {
    for (const inBase of Map.groupBy(documents, ({ baseId }) => baseId).values()) await this.documents.embedNow(inBase);
  }

  /** In the open transaction. What people have deleted themselves is gone already. */
  async remove(actor: Actor, { knowledgeBaseId, itemId }: Extract<Written, { kind: 'document' }>): Promise<void> {
    try {
      await this.documents.deleteItem(actor, knowledgeBaseId, itemId);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'not_found') throw error;
    }
  }

  private async ensureBase(actor: Actor, botId: string, name: string): Promise<string> {
    const known = await this.queries.findBase(botId, name);
    return known ?? (await this.bases.create(actor, botId, { name, description: DESCRIPTION, isActive: true })).id;
  }
}

function placeOf({ id, baseId }: Document): Written {
  return { kind: 'document', knowledgeBaseId: baseId, itemId: id };
}
