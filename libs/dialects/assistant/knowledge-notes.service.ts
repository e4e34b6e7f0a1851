import { Injectable } from '@nestjs/common';
import { type Bot, BotsService } from '#domain/bots';
import { type Document, DocumentsService, type NewItem } from '#domain/documents';
import { type FoundPassage, KnowledgeBasesService, PassageIndex, PassageSearch } from '#domain/knowledge';
import type { Actor } from '#kernel';
import type { SearchKnowledge } from './knowledge.dto';
import { toSourceFilter } from './knowledge.mapper';

/** More bases than a bot has. */
const ALL_BASES = { page: 1, limit: 1_000 };

/** What the team's default bot knows. */
@Injectable()
export class KnowledgeNotes {
  constructor(
    private readonly bots: BotsService,
    private readonly bases: KnowledgeBasesService,
    private readonly documents: DocumentsService,
    private readonly index: PassageIndex,
    private readonly passages: PassageSearch,
  ) {}

  /** Searches find it when this has returned. */
  async add(actor: Actor, input: NewItem): Promise<{ item: Document; passageCount: number }> {
    const { id: botId } = await this.bots.ensureDefault(actor);
    const item = await this.documents.addItem(actor, await this.bases.ensureOwn(actor, botId), input);
    return { item, passageCount: await this.index.countPassages(item.id) };
  }

  /** In all active bases of the bot, best first. */
  async search(actor: Actor, { query, type, limit, filters }: SearchKnowledge): Promise<FoundPassage[]> {
    const baseIds = await this.activeBases(actor, await this.bots.ensureDefault(actor));
    const { tags, source_type: sourceType } = filters ?? {};
    const request = {
      baseIds,
      query,
      limit,
      ...(tags?.length ? { tags } : {}),
      ...(sourceType ? { filter: toSourceFilter(sourceType) } : {}),
    };
    return type === 'text'
      ? this.passages.searchKeyword(request)
      : this.passages.search({ ...request, method: 'semantic' });
  }

  /** As the rows say now: what another process has made a moment ago is searched too. */
  private async activeBases(actor: Actor, { id: botId }: Readonly<Bot>): Promise<string[]> {
    const { items } = await this.bases.list(actor, botId, ALL_BASES);
    return items.filter(({ isActive }) => isActive).map(({ id }) => id);
  }
}
