import { Body, Delete, Get, Post, Put, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  AcceptsFile,
  Answers,
  AnswersDone,
  AnswersFile,
  AnswersPage,
  ArrivingForm,
  CurrentActor,
  done,
  IdParam,
  type IncomingForm,
  InputPipe,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
  successPage,
  toDownload,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { FileUploads } from '../files/file-uploads.service';
import { Files } from '../files/files.service';
import { DocumentUploads } from '../ingestion/uploads.service';
import type { ReplacedUpload, Upload } from '../ingestion/uploads.types';
import {
  CreateDocument,
  Document,
  DocumentQuery,
  ReplaceDetails,
  ReplaceDocument,
  ReplaceDocumentByFile,
  UploadDetails,
  UploadDocument,
} from './uploads.dto';
import { fileDetails, textUpload, textVersion, toDocument, withReadMetadata } from './uploads.mapper';

@MainController('chatbots/:chatbotId/documents', { tag: 'Documents' })
export class UploadsController {
  constructor(
    private readonly uploads: DocumentUploads,
    private readonly fileUploads: FileUploads,
    private readonly files: Files,
    private readonly input: InputPipe,
  ) {}

  @Post()
  @Summary(
    'Add a document',
    'A file as a multipart form, or a text as JSON. It is stored when this has answered; a job reads and indexes it.',
  )
  @NeedsScope('documents:write')
  @AcceptsFile({ json: CreateDocument, form: UploadDocument })
  @Answers(202, Document)
  @Refuses(400, 404, 413, 503)
  async add(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @ArrivingForm() form: IncomingForm | undefined,
    @Body() body: unknown,
  ) {
    const upload = form ? await this.addFile(actor, botId, form) : await this.addText(actor, botId, body);
    return success(toDocument(upload), acceptance(upload));
  }

  @Get()
  @Summary(
    'List documents',
    'Newest first: the documents that were uploaded. Items of knowledge bases have routes of their own.',
  )
  @NeedsScope('documents:read')
  @AnswersPage(Document)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() { status, page, limit }: DocumentQuery,
  ) {
    const request = { page, limit, ...(status ? { state: status } : {}) };
    return successPage(mapPage(await this.uploads.list(actor, botId, request), toDocument));
  }

  @Get(':id')
  @Summary('Get a document', 'With its status and progress.')
  @NeedsScope('documents:read')
  @Answers(200, Document)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'document') id: string,
  ) {
    return success(toDocument(await this.uploads.get(actor, botId, id)));
  }

  @Get(':id/file')
  @Summary('Download the file of a document', 'As it was sent; a text that was sent as JSON, too.')
  @NeedsScope('documents:read')
  @AnswersFile('The file.')
  @Refuses(404, 503)
  async download(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'document') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return toDownload(reply, await this.files.openDocument(actor, botId, id));
  }

  @Put(':id/content')
  @Summary(
    'Replace the content of a document',
    'By a file as a multipart form, or a text as JSON; what you do not name stays as it is. Searches find the content before until all of the new one is indexed, and from that moment the new one alone; if that fails or is cancelled, they go on finding the one before. The same content again changes nothing.',
  )
  @NeedsScope('documents:write')
  @AcceptsFile({ json: ReplaceDocument, form: ReplaceDocumentByFile })
  @Answers(202, Document)
  @Refuses(400, 404, 413, 503)
  async replace(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'document') id: string,
    @ArrivingForm() form: IncomingForm | undefined,
    @Body() body: unknown,
  ) {
    const { upload, outcome } = await (form
      ? this.replaceByFile(actor, botId, id, form)
      : this.replaceByText(actor, botId, id, body));
    const message =
      outcome === 'unchanged'
        ? 'The document has this content already.'
        : 'The content was accepted and will be indexed.';
    return success(toDocument(upload), message);
  }

  @Delete(':id')
  @Summary('Delete a document', 'In any status, with its file; searches and replies no longer find it.')
  @NeedsScope('documents:write')
  @AnswersDone()
  @Refuses(404)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'document') id: string,
  ) {
    await this.uploads.delete(actor, botId, id);
    return done('The document was deleted.');
  }

  @Post(':id/cancel')
  @Summary(
    'Cancel the indexing of a document',
    'What had been indexed of it is found no more; of a new version the one before it is.',
  )
  @NeedsScope('documents:write')
  @Answers(200, Document)
  @Refuses(404, 409)
  async cancel(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'document') id: string,
  ) {
    return success(toDocument(await this.uploads.cancel(actor, botId, id)), 'The indexing was cancelled.');
  }

  @Post(':id/retry')
  @Summary('Retry the indexing of a document', 'Of one that has failed or was cancelled.')
  @NeedsScope('documents:write')
  @Answers(202, Document)
  @Refuses(404, 409)
  async retry(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('id', 'document') id: string,
  ) {
    return success(toDocument(await this.uploads.retry(actor, botId, id)), 'The document will be indexed again.');
  }

  private async replaceByText(actor: Actor, botId: string, id: string, body: unknown): Promise<ReplacedUpload> {
    const before = await this.uploads.get(actor, botId, id);
    const input = this.input.transform<ReplaceDocument>(body, { type: 'body', metatype: ReplaceDocument });
    return this.uploads.replace(actor, id, textVersion(input, before));
  }

  private async replaceByFile(actor: Actor, botId: string, id: string, form: IncomingForm): Promise<ReplacedUpload> {
    try {
      await this.uploads.get(actor, botId, id);
    } catch (error) {
      form.file.stream.destroy();
      throw error;
    }
    const details = async () => {
      const fields = withReadMetadata(await form.fields());
      return this.input.transform<ReplaceDetails>(fields, { type: 'query', metatype: ReplaceDetails });
    };
    return this.fileUploads.replace(actor, id, { ...form.file, details });
  }

  private addText(actor: Actor, botId: string, body: unknown): Promise<Upload> {
    const input = this.input.transform<CreateDocument>(body, { type: 'body', metatype: CreateDocument });
    return this.uploads.add(actor, botId, textUpload(input));
  }

  private addFile(actor: Actor, botId: string, form: IncomingForm): Promise<Upload> {
    const details = async () => {
      // As in a query, values are texts and lists are separated by commas.
      const fields = withReadMetadata(await form.fields());
      return fileDetails(this.input.transform<UploadDetails>(fields, { type: 'query', metatype: UploadDetails }));
    };
    return this.fileUploads.add(actor, botId, { ...form.file, details });
  }
}

function acceptance({ isSkipped }: Upload): string {
  return isSkipped
    ? 'There is a document with this content already; nothing was added.'
    : 'The document was accepted and will be indexed.';
}
