import { Body, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { KnowledgeBasesService } from '#domain/knowledge';
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
  Repeatable,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { BaseContents } from '../base-contents.service';
import { DocumentSearch } from '../document-search.service';
import { toExplain, toKnowledgeBase, toKnowledgeBaseWithItems, toSearchHit, toSearchRequest } from './documents.mapper';
import { CreateKnowledgeBase, KnowledgeBase, KnowledgeBaseWithItems, UpdateKnowledgeBase } from './knowledge-bases.dto';
import { SearchExplain, SearchHit, SearchQuery } from './search.dto';

@MainController('', { tag: 'Knowledge bases' })
export class KnowledgeBasesController {
  constructor(
    private readonly contents: BaseContents,
    private readonly bases: KnowledgeBasesService,
    private readonly documents: DocumentSearch,
  ) {}

  @Get('chatbots/:chatbotId/knowledge-bases')
  @Summary('List knowledge bases', 'Newest first, without their items.')
  @NeedsScope('knowledge:read')
  @AnswersPage(KnowledgeBase)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') chatbotId: string,
    @Query() query: PageQuery,
  ) {
    return successPage(mapPage(await this.contents.list(actor, chatbotId, query), toKnowledgeBase));
  }

  @Post('chatbots/:chatbotId/knowledge-bases')
  @Summary('Create a knowledge base', 'With its first items, if you give some: all of it is stored, or nothing.')
  @NeedsScope('knowledge:write')
  @Answers(201, KnowledgeBaseWithItems)
  @Refuses(400, 404, 413)
  async create(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') chatbotId: string,
    @Body() body: CreateKnowledgeBase,
  ) {
    const base = await this.contents.create(actor, chatbotId, body);
    return success(toKnowledgeBaseWithItems(base), 'The knowledge base was created.');
  }

  @Get('knowledge-bases/:id')
  @Summary('Get a knowledge base', 'With its items.')
  @NeedsScope('knowledge:read')
  @Answers(200, KnowledgeBaseWithItems)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'knowledge base') id: string) {
    return success(toKnowledgeBaseWithItems(await this.contents.get(actor, id)));
  }

  @Put('knowledge-bases/:id')
  @Summary(
    'Update a knowledge base',
    'Absent fields stay as they are, null clears a field. Items have routes of their own.',
  )
  @NeedsScope('knowledge:write')
  @Answers(200, KnowledgeBase)
  @Refuses(400, 404)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') id: string,
    @Body() body: UpdateKnowledgeBase,
  ) {
    return success(toKnowledgeBase(await this.contents.update(actor, id, body)), 'The knowledge base was updated.');
  }

  @Delete('knowledge-bases/:id')
  @Summary('Delete a knowledge base', 'With its items; searches and replies no longer find them.')
  @NeedsScope('knowledge:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'knowledge base') id: string) {
    await this.bases.delete(actor, id);
    return done('The knowledge base was deleted.');
  }

  @Get('knowledge-bases/:id/search')
  @Summary('Search a knowledge base', 'Best first, each item once; weak matches, too: thresholds are for replies.')
  @NeedsScope('knowledge:read')
  @Answers(200, [SearchHit], { explain: SearchExplain })
  @Refuses(400, 404)
  async search(@CurrentActor() actor: Actor, @IdParam('id', 'knowledge base') id: string, @Query() query: SearchQuery) {
    const { hits, explain } = await this.documents.find(actor, id, toSearchRequest(query));
    return { ...success(hits.map(toSearchHit)), explain: toExplain(explain) };
  }

  @Post('knowledge-bases/:id/search')
  @Repeatable()
  @HttpCode(200)
  @Summary('Search a knowledge base by a body', 'The same as the GET, for long queries.')
  @NeedsScope('knowledge:read')
  @Answers(200, [SearchHit], { explain: SearchExplain })
  @Refuses(400, 404)
  searchByBody(@CurrentActor() actor: Actor, @IdParam('id', 'knowledge base') id: string, @Body() body: SearchQuery) {
    return this.search(actor, id, body);
  }
}
