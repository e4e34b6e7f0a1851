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
  Refuses,
  Summary,
  success,
  successPage,
  toDownload,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { KnowledgeExports } from '../exports/knowledge-exports.service';
import { KnowledgeImports } from '../imports/knowledge-imports.service';
import { IMPORT_LIMITS } from '../transfers.types';
import {
  KnowledgeExportQuery,
  KnowledgeImport,
  KnowledgeImportOptions,
  KnowledgeImportQuery,
  UploadKnowledgeImport,
} from './imports.dto';
import { toImport } from './imports.mapper';

/** A body of one of these is the file itself. */
const FILE_TYPES = ['text/csv', 'application/x-ndjson', 'application/jsonl'];
const MEDIA_TYPES = { jsonl: 'application/x-ndjson', csv: 'text/csv; charset=utf-8' } as const;

@MainController('knowledge-bases/:id', { tag: 'Import and export' })
export class TransfersController {
  constructor(
    private readonly imports: KnowledgeImports,
    private readonly exports: KnowledgeExports,
    private readonly input: InputPipe,
  ) {}

  @Post('import')
  @Summary(
    'Import into a knowledge base',
    'Items and questions, mixed, as a file in a form or as the body itself. It is stored when this has answered; a job writes it, row by row, each exactly once. A row whose `key` is there already changes what has it.',
  )
  @NeedsScope('knowledge:write')
  @AcceptsFile({ form: UploadKnowledgeImport, fileTypes: FILE_TYPES, maxFileBytes: IMPORT_LIMITS.fileBytes })
  @Answers(202, KnowledgeImport)
  @Refuses(400, 404, 409, 413, 503)
  async start(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @ArrivingForm() form: IncomingForm,
    @Query() query: KnowledgeImportOptions,
  ) {
    const { name, stream } = form.file;
    const options = async () => this.optionsOf(query, await form.fields());
    const started = await this.imports.start(actor, baseId, { name, stream, options });
    return success(toImport(started), 'The file was accepted and will be imported.');
  }

  @Get('imports')
  @Summary('List imports into a knowledge base', 'Newest first.')
  @NeedsScope('knowledge:read')
  @AnswersPage(KnowledgeImport)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @Query() { page, limit, status }: KnowledgeImportQuery,
  ) {
    const request = { page, limit, ...(status ? { status } : {}) };
    return successPage(mapPage(await this.imports.list(actor, baseId, request), toImport));
  }

  @Get('imports/:importId')
  @Summary('Get an import into a knowledge base', 'With its status, its progress and the rows that were refused.')
  @NeedsScope('knowledge:read')
  @Answers(200, KnowledgeImport)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @IdParam('importId', 'import') importId: string,
  ) {
    return success(toImport(await this.imports.get(actor, baseId, importId)));
  }

  @Post('imports/:importId/cancel')
  @Summary('Cancel an import into a knowledge base', 'What is written by then stays.')
  @NeedsScope('knowledge:write')
  @Answers(200, KnowledgeImport)
  @Refuses(404, 409)
  async cancel(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @IdParam('importId', 'import') importId: string,
  ) {
    return success(toImport(await this.imports.cancel(actor, baseId, importId)), 'The import was cancelled.');
  }

  @Post('imports/:importId/retry')
  @Summary(
    'Retry an import into a knowledge base',
    'Of one that has failed or was cancelled in the last seven days. It goes on with the row after the last one that was written.',
  )
  @NeedsScope('knowledge:write')
  @Answers(202, KnowledgeImport)
  @Refuses(404, 409)
  async retry(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @IdParam('importId', 'import') importId: string,
  ) {
    return success(toImport(await this.imports.retry(actor, baseId, importId)), 'The import will go on.');
  }

  @Get('export')
  @Summary(
    'Export a knowledge base',
    'All items and questions with their keys, and the text of uploads as items, as a file that an import takes.',
  )
  @NeedsScope('knowledge:read')
  @AnswersFile('The file: lines of JSON, or a table (RFC 4180).')
  @Refuses(400, 404)
  async export(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'knowledge base') baseId: string,
    @Query() { format }: KnowledgeExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { stream, name } = await this.exports.open(actor, baseId, format);
    return toDownload(reply, { stream, mediaType: MEDIA_TYPES[format], name: `${name}.${format}` });
  }

  /** What the form says goes before what the address says. */
  private optionsOf(query: KnowledgeImportOptions, fields: Readonly<Record<string, unknown>>): KnowledgeImportOptions {
    const said = { ...query, ...fields };
    return this.input.transform<KnowledgeImportOptions>(said, { type: 'query', metatype: KnowledgeImportOptions });
  }
}
