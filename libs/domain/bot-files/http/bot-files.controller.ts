import { Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  AcceptsFile,
  Answers,
  AnswersFile,
  AnswersPage,
  ArrivingForm,
  CurrentActor,
  IdParam,
  type IncomingForm,
  InputPipe,
  MainController,
  NeedsScope,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
  toDownload,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { BOT_FILE_LIMITS } from '../bot-files.types';
import { BotExports } from '../exporting/bot-exports.service';
import { MEDIA_TYPE } from '../file/bot-file.types';
import { BotImports } from '../importing/bot-imports.service';
import { ChatbotImport, ChatbotImportOptions, UploadChatbotImport } from './bot-files.dto';
import { toChatbotImport } from './bot-files.mapper';

/** A body of one of these is the file itself. */
const FILE_TYPES = [MEDIA_TYPE];

@MainController('chatbots', { tag: 'Import and export' })
export class BotFilesController {
  constructor(
    private readonly exports: BotExports,
    private readonly imports: BotImports,
    private readonly input: InputPipe,
  ) {}

  @Get(':id/export')
  @Summary(
    'Export a chatbot',
    'As one file: its configuration, personalities, knowledge bases with the files as they were sent, questions, training data, plugins and integrations. Secrets are not in it, nor conversations. Needs the scopes to read all of these, too.',
  )
  @NeedsScope('chatbots:write')
  @AnswersFile('The file (tar, gzip), made while it is sent.')
  @Refuses(404)
  async export(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'chatbot') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { stream, name } = await this.exports.open(actor, id);
    return toDownload(reply, { stream, mediaType: MEDIA_TYPE, name: `${name}.parley-bot.tar.gz` });
  }

  @Post('import')
  @Summary(
    'Import a chatbot',
    'The file of an export, in a form or as the body itself. It is stored when this has answered; a job makes a new chatbot of it, whole or not at all. Needs the scopes to write all that is in it (knowledge, training, integrations), too.',
  )
  @NeedsScope('chatbots:write')
  @AcceptsFile({ form: UploadChatbotImport, fileTypes: FILE_TYPES, maxFileBytes: BOT_FILE_LIMITS.fileBytes })
  @Answers(202, ChatbotImport)
  @Refuses(400, 413, 503)
  async start(@CurrentActor() actor: Actor, @ArrivingForm() form: IncomingForm, @Query() query: ChatbotImportOptions) {
    const { name: fileName, stream } = form.file;
    const options = async () => this.optionsOf(query, await form.fields());
    const started = await this.imports.start(actor, { fileName, stream, options });
    return success(toChatbotImport(started), 'The file was accepted and will be imported.');
  }

  @Get('imports')
  @Summary('List imports of chatbots', 'Newest first.')
  @NeedsScope('chatbots:read')
  @AnswersPage(ChatbotImport)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() { page, limit }: PageQuery) {
    return successPage(mapPage(await this.imports.list(actor, { page, limit }), toChatbotImport));
  }

  @Get('imports/:importId')
  @Summary('Get an import of a chatbot', 'With its progress, and what is to be filled in by hand.')
  @NeedsScope('chatbots:read')
  @Answers(200, ChatbotImport)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('importId', 'chatbot import') importId: string) {
    return success(toChatbotImport(await this.imports.get(actor, importId)));
  }

  /** What the form says goes before what the address says. */
  private optionsOf(query: ChatbotImportOptions, fields: Readonly<Record<string, unknown>>): ChatbotImportOptions {
    return this.input.transform<ChatbotImportOptions>(
      { ...query, ...fields },
      { type: 'query', metatype: ChatbotImportOptions },
    );
  }
}
