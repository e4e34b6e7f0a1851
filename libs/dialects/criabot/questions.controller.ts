import { Body, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Questions } from '#domain/questions';
import { CurrentActor, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { BotNames } from './bot-names';
import { ContentNamed, ContentNames, ContentPage, ContentStored, pageOf } from './content.dto';
import { BotController, MasterOrBotKey } from './criabot.access';
import { Answer, Envelope, Tells } from './criabot.envelope';
import { criabotErrors } from './criabot.errors';
import { UploadedQuestion } from './questions.dto';
import { toNewQuestion } from './questions.mapper';

/** The words of documents, also where questions are meant: clients know no others. */
@BotController('questions', 'Questions')
export class QuestionsController {
  constructor(
    private readonly names: BotNames,
    private readonly questions: Questions,
    private readonly envelope: Envelope,
  ) {}

  @Post('upload')
  @Summary('Upload a question', 'Messages find it when this has answered.')
  @MasterOrBotKey()
  @Tells(ContentStored)
  @Refuses(404, 409, 413, 422)
  async upload(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Body() body: UploadedQuestion,
  ): Promise<ContentStored> {
    const bot = await this.names.resolveNow(actor, botName);
    const { name } = await this.questions.uploadNamed(actor, bot.id, toNewQuestion(body));
    return this.envelope.with(
      "Successfully added to the index. Save the 'document_name' field to be able to update it!",
      { document_name: name, token_usage: 0 },
    );
  }

  @Patch('update')
  @Summary('Update a question', 'Replaces all of it.')
  @MasterOrBotKey()
  @Tells(ContentStored)
  @Refuses(404, 413, 422)
  async update(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Body() body: UploadedQuestion,
  ): Promise<ContentStored> {
    const bot = await this.names.resolveNow(actor, botName);
    const { name: wanted, ...patch } = toNewQuestion(body);
    if (!wanted) throw criabotErrors.question_not_named();
    const { name } = await this.questions.updateNamed(actor, bot.id, wanted, patch);
    return this.envelope.with('Successfully updated the document.', { document_name: name, token_usage: 0 });
  }

  @Delete('delete')
  @Summary('Delete a question', 'Messages no longer find it.')
  @MasterOrBotKey()
  @Tells(Answer)
  @Refuses(404, 422)
  async delete(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Query() { document_name }: ContentNamed,
  ): Promise<Answer> {
    const bot = await this.names.resolveNow(actor, botName);
    await this.questions.deleteNamed(actor, bot.id, document_name);
    return this.envelope.done('Successfully deleted the documents from the index.');
  }

  @Get('list')
  @Summary('List questions', 'By name, also those that were made through other dialects.')
  @MasterOrBotKey()
  @Tells(ContentNames)
  @Refuses(404, 422)
  async list(
    @CurrentActor() actor: Actor,
    @Param('bot_name') botName: string,
    @Query() page: ContentPage,
  ): Promise<ContentNames> {
    const bot = await this.names.resolveNow(actor, botName);
    const document_names = await this.questions.listNames(actor, bot.id, pageOf(page));
    return this.envelope.with('Successfully retrieved all documents names.', { document_names });
  }
}
