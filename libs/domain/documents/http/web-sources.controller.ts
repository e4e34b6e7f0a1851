import { Body, Delete, Get, Patch, Post, Query } from '@nestjs/common';
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
import { WebSources } from '../web/web-sources.service';
import { CreateWebSourceDto, UpdateWebSourceDto, WebPageDto, WebPageQuery, WebSourceDto } from './web-sources.dto';
import { toNewSource, toWebPage, toWebSource } from './web-sources.mapper';

@MainController('chatbots/:chatbotId/web-sources', { tag: 'Web sources' })
export class WebSourcesController {
  constructor(private readonly sources: WebSources) {}

  @Post()
  @Summary(
    'Add a web source',
    'A page, or the pages that a sitemap names. They become documents, which later syncs keep in step with the site. The first sync begins at once.',
  )
  @NeedsScope('documents:write')
  @Answers(201, WebSourceDto)
  @Refuses(400, 404, 409)
  async create(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() body: CreateWebSourceDto,
  ) {
    const source = await this.sources.create(actor, botId, toNewSource(body));
    return success(toWebSource(source), 'The web source was added. Its pages are being fetched.');
  }

  @Get()
  @Summary('List web sources', 'Newest first.')
  @NeedsScope('documents:read')
  @AnswersPage(WebSourceDto)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() { page, limit }: PageQuery,
  ) {
    return successPage(mapPage(await this.sources.list(actor, botId, { page, limit }), toWebSource));
  }

  @Get(':id')
  @Summary('Get a web source', 'With how far its sync is, or how the last one has ended.')
  @NeedsScope('documents:read')
  @Answers(200, WebSourceDto)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'web source') id: string,
  ) {
    return success(toWebSource(await this.sources.get(actor, botId, id)));
  }

  @Get(':id/pages')
  @Summary('List the pages of a web source', 'In the order of the sitemap.')
  @NeedsScope('documents:read')
  @AnswersPage(WebPageDto)
  @Refuses(400, 404)
  async pages(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'web source') id: string,
    @Query() { status, page, limit }: WebPageQuery,
  ) {
    const request = { page, limit, ...(status ? { outcome: status } : {}) };
    return successPage(mapPage(await this.sources.listPages(actor, botId, id, request), toWebPage));
  }

  @Patch(':id')
  @Summary(
    'Change a web source',
    'Absent fields stay as they are, null sets their default. It counts from the next sync on.',
  )
  @NeedsScope('documents:write')
  @Answers(200, WebSourceDto)
  @Refuses(400, 404)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'web source') id: string,
    @Body() body: UpdateWebSourceDto,
  ) {
    return success(toWebSource(await this.sources.update(actor, botId, id, body)), 'The web source was changed.');
  }

  @Delete(':id')
  @Summary('Delete a web source', 'Its documents go with it, within seconds.')
  @NeedsScope('documents:write')
  @AnswersDone()
  @Refuses(404)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'web source') id: string,
  ) {
    await this.sources.delete(actor, botId, id);
    return done('The web source was deleted.');
  }

  @Post(':id/sync')
  @Summary('Sync a web source now', 'A sync that is under way goes on.')
  @NeedsScope('documents:write')
  @Answers(202, WebSourceDto)
  @Refuses(404)
  async sync(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'web source') id: string,
  ) {
    return success(toWebSource(await this.sources.sync(actor, botId, id)), 'The sync will begin.');
  }

  @Post(':id/cancel')
  @Summary('Cancel the sync of a web source', 'What was fetched stays.')
  @NeedsScope('documents:write')
  @Answers(200, WebSourceDto)
  @Refuses(404, 409)
  async cancel(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'web source') id: string,
  ) {
    return success(toWebSource(await this.sources.cancel(actor, botId, id)), 'The sync was cancelled.');
  }
}
