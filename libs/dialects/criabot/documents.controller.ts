import { Body, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { NamedDocuments } from '#domain/documents';
import { CurrentActor, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { BotNames } from './bot-names';
import { ContentNamed, ContentNames, ContentPage, ContentStored, pageOf } from './content.dto';
import { BotController, MasterOrBotKey } from './criabot.access';
import { Answer, Envelope, Tells } from './criabot.envelope';
import { UploadedDocument } from './documents.dto';
import { toNodesDocument } from './documents.mapper';

@BotController('documents', 'Documents')
export class DocumentsController {
  constructor(
    private readonly names: BotNames,
    private readonly documents: NamedDocuments,
    private readonly envelope: Envelope,
  ) {}

  @Post('upload')
  @Summary('Upload a document', 'Messages find it when this has answered.')
  @MasterOrBotKey()
  @Tells(ContentStored)
  @Refuses(404, 409, 413, 422)
  async upload(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Body() body: UploadedDocument,
  ): Promise<ContentStored> {
    const bot = await this.names.resolveNow(actor, botName);
    const { name, embeddingTokens } = await this.documents.upload(actor, bot.id, toNodesDocument(body));
    return this.envelope.with(
      "Successfully added to the index. Save the 'document_name' field to be able to update it!",
      { document_name: name, token_usage: embeddingTokens },
    );
  }

  @Patch('update')
  @Summary('Update a document', 'Replaces all its nodes, assets and metadata.')
  @MasterOrBotKey()
  @Tells(ContentStored)
  @Refuses(404, 413, 422)
  async update(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Body() body: UploadedDocument,
  ): Promise<ContentStored> {
    const bot = await this.names.resolveNow(actor, botName);
    const { name, embeddingTokens } = await this.documents.update(actor, bot.id, toNodesDocument(body));
    return this.envelope.with('Successfully updated the document.', {
      document_name: name,
      token_usage: embeddingTokens,
    });
  }

  @Delete('delete')
  @Summary('Delete a document', 'Messages no longer find it.')
  @MasterOrBotKey()
  @Tells(Answer)
  @Refuses(404, 422)
  async delete(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Query() { document_name }: ContentNamed,
  ): Promise<Answer> {
    const bot = await this.names.resolveNow(actor, botName);
    await this.documents.delete(actor, bot.id, document_name);
    return this.envelope.done('Successfully deleted the documents from the index.');
  }

  @Get('list')
  @Summary(
    'List documents',
    'By name, also those that were made through other dialects: they are named by their titles.',
  )
  @MasterOrBotKey()
  @Tells(ContentNames)
  @Refuses(404, 422)
  async list(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Query() page: ContentPage,
  ): Promise<ContentNames> {
    const bot = await this.names.resolveNow(actor, botName);
    const document_names = await this.documents.listNames(actor, bot.id, pageOf(page));
    return this.envelope.with('Successfully retrieved all documents names.', { document_names });
  }
}
