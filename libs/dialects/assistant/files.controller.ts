import { Delete, Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BotsService } from '#domain/bots';
import { Files, type StoredFile } from '#domain/documents';
import { Config } from '#infra/config';
import {
  AcceptsFile,
  AnswersFile,
  ArrivingForm,
  CurrentActor,
  DialectController,
  IdParam,
  type IncomingForm,
  InputPipe,
  NeedsScope,
  Refuses,
  Summary,
  toDownload,
} from '#infra/http';
import type { Actor } from '#kernel';
import { Tells, TellsNothing } from './assistant.answers';
import { FileInfo, FileList, FileNotes, FileQuery, FileStatus, UploadFile } from './files.dto';
import { toFile, toFileDetails, toFileStatus, withReadTags } from './files.mapper';

@DialectController('api/files', { tag: 'Files' })
export class FilesController {
  constructor(
    private readonly bots: BotsService,
    private readonly files: Files,
    private readonly input: InputPipe,
    private readonly config: Config,
  ) {}

  @Post('upload')
  @Summary('Upload a file', 'The default bot learns what it says: ask for its status, or let a webhook tell you.')
  @NeedsScope('files:write')
  @AcceptsFile({ form: UploadFile })
  @Tells(201, FileInfo)
  @Refuses(400, 503)
  async upload(@CurrentActor() actor: Actor, @ArrivingForm() form: IncomingForm): Promise<FileInfo> {
    const bot = await this.bots.ensureDefault(actor);
    const details = async () => toFileDetails(this.notesOf(await form.fields()));
    return this.shown(await this.files.upload(actor, bot.id, { ...form.file, details }));
  }

  @Get()
  @Summary('List files', 'Of the default bot.')
  @NeedsScope('files:read')
  @Tells(200, FileList)
  @Refuses(400)
  async list(@CurrentActor() actor: Actor, @Query() { limit, offset, status }: FileQuery): Promise<FileList> {
    const bot = await this.bots.ensureDefault(actor);
    const request = { limit, offset, ...(status === undefined ? {} : { state: status }) };
    const { items, total } = await this.files.list(actor, bot.id, request);
    return { files: items.map((file) => this.shown(file)), total, limit, offset };
  }

  @Get(':file_id')
  @Summary('Get a file')
  @NeedsScope('files:read')
  @Tells(200, FileInfo)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('file_id', 'file') id: string): Promise<FileInfo> {
    return this.shown(await this.files.get(actor, id));
  }

  @Get(':file_id/status')
  @Summary('Get the status of a file')
  @NeedsScope('files:read')
  @Tells(200, FileStatus)
  @Refuses(404)
  async status(@CurrentActor() actor: Actor, @IdParam('file_id', 'file') id: string): Promise<FileStatus> {
    return toFileStatus(await this.files.get(actor, id));
  }

  @Get(':file_id/content')
  @Summary('Download a file', 'As it was sent.')
  @NeedsScope('files:read')
  @AnswersFile('The file.')
  @Refuses(404, 503)
  async download(
    @CurrentActor() actor: Actor,
    @IdParam('file_id', 'file') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return toDownload(reply, await this.files.open(actor, id));
  }

  @Delete(':file_id')
  @Summary('Delete a file', 'Searches and answers no longer find it.')
  @NeedsScope('files:write')
  @TellsNothing()
  @Refuses(404)
  async remove(@CurrentActor() actor: Actor, @IdParam('file_id', 'file') id: string): Promise<void> {
    await this.files.delete(actor, id);
  }

  private notesOf(fields: object): FileNotes {
    return this.input.transform(withReadTags({ ...fields }), { type: 'query', metatype: FileNotes });
  }

  private shown(file: StoredFile): FileInfo {
    return toFile(file, this.config.http.publicUrl ?? '');
  }
}
