import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { DocumentsService } from '../documents.service';
import type { Document } from '../documents.types';
import { toItem } from './documents.mapper';
import { CreateItem, Item, UpdateItem } from './items.dto';

@MainController('knowledge-bases/:id/items', { tag: 'Knowledge bases' })
export class ItemsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get()
  @Summary('List items', 'Oldest first.')
  @NeedsScope('knowledge:read')
  @AnswersPage(Item)
  @Refuses(400, 404)
  async list(@CurrentActor() actor: Actor, @IdParam('id', 'knowledge base') baseId: string, @Query() query: PageQuery) {
    const page = await this.documents.listItems(actor, baseId, query);
    const duplicates = await this.documents.duplicatesOf(page.items);
    return successPage(mapPage(page, (item) => toItem(item, duplicates)));
  }

  @Post()
  @Summary('Add an item', 'Searches and replies find it as soon as this has answered.')
  @NeedsScope('knowledge:write')
  @Answers(201, Item)
  @Refuses(400, 404, 413)
  async add(@CurrentActor() actor: Actor, @IdParam('id', 'knowledge base') baseId: string, @Body() body: CreateItem) {
    return success(await this.shown(await this.documents.addItem(actor, baseId, body)), 'The item was added.');
  }

  @Get(':itemId')
  @Summary('Get an item')
  @NeedsScope('knowledge:read')
  @Answers(200, Item)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @IdParam('itemId', 'item') itemId: string,
  ) {
    return success(await this.shown(await this.documents.getItem(actor, baseId, itemId)));
  }

  @Put(':itemId')
  @Summary('Update an item', 'Absent fields stay as they are, null clears a field. Its old text is no longer found.')
  @NeedsScope('knowledge:write')
  @Answers(200, Item)
  @Refuses(400, 404, 413)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @IdParam('itemId', 'item') itemId: string,
    @Body() body: UpdateItem,
  ) {
    const item = await this.documents.updateItem(actor, baseId, itemId, body);
    return success(await this.shown(item), 'The item was updated.');
  }

  @Delete(':itemId')
  @Summary('Delete an item')
  @NeedsScope('knowledge:write')
  @AnswersDone()
  @Refuses(404)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @IdParam('itemId', 'item') itemId: string,
  ) {
    await this.documents.deleteItem(actor, baseId, itemId);
    return done('The item was deleted.');
  }

  private async shown(item: Document): Promise<Item> {
    return toItem(item, await this.documents.duplicatesOf([item]));
  }
}
