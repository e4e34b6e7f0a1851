import { Body, Delete, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { Article, Articles, ArticlesQuery, WriteArticle, WrittenArticle } from './articles.dto';
import { toArticle, toWritten } from './articles.mapper';
import { ArticlesService } from './articles.service';
import { Tells } from './support.answers';

@DialectController('api/v1/knowledge-base', { tag: 'Knowledge base' })
export class ArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  @Post()
  @Summary('Add or update an article', 'Answers rest on it as soon as this has answered. 200 when it was an update.')
  @NeedsScope('knowledge:write')
  @Tells(201, WrittenArticle)
  @ApiResponse({ status: 200, type: WrittenArticle, description: 'Updated.' })
  @Refuses(400, 404, 413)
  async write(
    @CurrentActor() actor: Actor,
    @Body() body: WriteArticle,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WrittenArticle> {
    if (!body.article_id) return toWritten(await this.articles.add(actor, body));
    const updated = await this.articles.update(actor, body.article_id, body);
    reply.status(200);
    return toWritten(updated);
  }

  @Get()
  @Summary('List articles', 'Oldest first.')
  @NeedsScope('knowledge:read')
  @Tells(200, Articles)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() query: ArticlesQuery): Promise<Articles> {
    const { items, total, page, limit } = await this.articles.list(actor, query);
    return { articles: items.map(toArticle), total, page, limit };
  }

  @Get(':article_id')
  @Summary('Get an article')
  @NeedsScope('knowledge:read')
  @Tells(200, Article)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('article_id', 'article') id: string): Promise<Article> {
    return toArticle(await this.articles.get(actor, id));
  }

  @Delete(':article_id')
  @Summary('Delete an article', 'Answers rest on it no longer.')
  @NeedsScope('knowledge:write')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Deleted.' })
  @Refuses(404)
  async remove(@CurrentActor() actor: Actor, @IdParam('article_id', 'article') id: string): Promise<void> {
    await this.articles.remove(actor, id);
  }
}
