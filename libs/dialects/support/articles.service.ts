import { Injectable } from '@nestjs/common';
import { BotsService } from '#domain/bots';
import { type Document, DocumentsService } from '#domain/documents';
import { KnowledgeBasesService } from '#domain/knowledge';
import type { Actor, Page, PageRequest } from '#kernel';
import type { WriteArticle } from './articles.dto';
import { toChangedItem, toItem } from './articles.mapper';
import { SUPPORT_IDS } from './support.ids';

/** RFC 9562 §5.9; no row has it. */
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * The items of the default bot's own base, where new articles go. Those of other bases of the team are read and changed by
 * their ids as well, since answers may rest on them. What has been written is found when the call returns.
 */
@Injectable()
export class ArticlesService {
  constructor(
    private readonly bots: BotsService,
    private readonly bases: KnowledgeBasesService,
    private readonly documents: DocumentsService,
  ) {}

  async add(actor: Actor, article: WriteArticle): Promise<Document> {
    return this.documents.addItem(actor, await this.ownBase(actor), toItem(article));
  }

  /** @throws `documents.item_not_found` */
  async update(actor: Actor, articleId: string, article: WriteArticle): Promise<Document> {
    const before = await this.get(actor, SUPPORT_IDS.decode('article', articleId) ?? NO_ID);
    return this.documents.updateItem(actor, before.baseId, before.id, toChangedItem(article, before));
  }

  /** Oldest first. */
  async list(actor: Actor, page: PageRequest): Promise<Page<Document>> {
    return this.documents.listItems(actor, await this.ownBase(actor), page);
  }

  /** @throws `documents.item_not_found` */
  get(actor: Actor, id: string): Promise<Document> {
    return this.documents.getItemOfTeam(actor, id);
  }

  /** @throws `documents.item_not_found` */
  async remove(actor: Actor, id: string): Promise<void> {
    const { baseId } = await this.get(actor, id);
    await this.documents.deleteItem(actor, baseId, id);
  }

  private async ownBase(actor: Actor): Promise<string> {
    const { id } = await this.bots.ensureDefault(actor);
    return this.bases.ensureOwn(actor, id);
  }
}
