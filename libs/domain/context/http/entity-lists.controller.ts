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
import { EntityLists } from '../lists/entity-lists.service';
import { toEntityList, toEntityListSummary } from './context.mapper';
import { CreateEntityList, EntityListDto, EntityListSummaryDto, UpdateEntityList } from './entity-lists.dto';

@MainController('entity-lists', { tag: 'Context' })
export class EntityListsController {
  constructor(private readonly lists: EntityLists) {}

  @Get()
  @Summary('List entity lists', 'Oldest first, without their values.')
  @NeedsScope('chatbots:read')
  @AnswersPage(EntityListSummaryDto)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() { page, limit }: PageQuery) {
    return successPage(mapPage(await this.lists.list(actor, { page, limit }), toEntityListSummary));
  }

  @Post()
  @Summary(
    'Create an entity list',
    'Things that your team knows by name; all its chatbots find them in messages from now on.',
  )
  @NeedsScope('chatbots:write')
  @Answers(201, EntityListDto)
  @Refuses(400, 409, 413)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateEntityList) {
    return success(toEntityList(await this.lists.create(actor, body)), 'The entity list was created.');
  }

  @Get(':id')
  @Summary('Get an entity list')
  @NeedsScope('chatbots:read')
  @Answers(200, EntityListDto)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'entity list') id: string) {
    return success(toEntityList(await this.lists.get(actor, id)));
  }

  @Put(':id')
  @Summary('Update an entity list', 'Absent fields stay as they are.')
  @NeedsScope('chatbots:write')
  @Answers(200, EntityListDto)
  @Refuses(400, 404, 413)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'entity list') id: string, @Body() body: UpdateEntityList) {
    return success(toEntityList(await this.lists.update(actor, id, body)), 'The entity list was updated.');
  }

  @Delete(':id')
  @Summary('Delete an entity list', 'What was found by it stays.')
  @NeedsScope('chatbots:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'entity list') id: string) {
    await this.lists.delete(actor, id);
    return done('The entity list was deleted.');
  }
}
