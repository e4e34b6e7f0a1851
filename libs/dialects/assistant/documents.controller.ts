import { Body, Get, Post, Put, Query } from '@nestjs/common';
import { Artifacts } from '#domain/artifacts';
import { CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { Tells } from './assistant.answers';
import { CreateDocument, Document, DocumentList, DocumentQuery, UpdateDocument } from './documents.dto';
import { toDocument, toDocumentList } from './documents.mapper';

/** Artifacts: texts that are worked on. What is looked up for answers are files and knowledge. */
@DialectController('api/documents', { tag: 'Documents' })
export class DocumentsController {
  constructor(private readonly artifacts: Artifacts) {}

  @Post()
  @Summary('Create a document', 'A text that is worked on, such as a draft or a program. It begins with version 1.')
  @NeedsScope('documents:write')
  @Tells(201, Document)
  @Refuses(400, 413)
  async create(@CurrentActor() actor: Actor, @Body() body: CreateDocument): Promise<Document> {
    return toDocument(await this.artifacts.create(actor, body));
  }

  @Get()
  @Summary('List documents', 'Newest first, with their contents.')
  @NeedsScope('documents:read')
  @Tells(200, DocumentList)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() query: DocumentQuery): Promise<DocumentList> {
    return toDocumentList(await this.artifacts.listWithContent(actor, query), query);
  }

  @Get(':document_id')
  @Summary('Get a document')
  @NeedsScope('documents:read')
  @Tells(200, Document)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('document_id', 'document') id: string): Promise<Document> {
    return toDocument(await this.artifacts.get(actor, id));
  }

  @Put(':document_id')
  @Summary(
    'Update a document',
    'Absent fields stay as they are; at least one is needed. Every update makes a new version.',
  )
  @NeedsScope('documents:write')
  @Tells(200, Document)
  @Refuses(400, 404, 413)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('document_id', 'document') id: string,
    @Body() body: UpdateDocument,
  ): Promise<Document> {
    return toDocument(await this.artifacts.update(actor, id, body));
  }
}
