import { Get, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  AcceptsFile,
  Answers,
  AnswersFile,
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
  toDownload,
} from '#infra/http';
import type { Actor } from '#kernel';
import { DatasetExports } from '../files/dataset-exports.service';
import { DATASET_FILE_LIMITS } from '../files/dataset-files.types';
import { DatasetImports } from '../files/dataset-imports.service';
import { TrainingExportQuery, TrainingImport, TrainingImportOptions, UploadTrainingImport } from './dataset-files.dto';

/** A body of one of these is the file itself. */
const FILE_TYPES = ['text/csv', 'application/x-ndjson', 'application/jsonl', 'application/yaml', 'text/yaml'];
const WRITTEN = {
  jsonl: { mediaType: 'application/x-ndjson', extension: 'jsonl' },
  csv: { mediaType: 'text/csv; charset=utf-8', extension: 'csv' },
  rasa: { mediaType: 'application/yaml', extension: 'yml' },
} as const;

@MainController('training/datasets/:id', { tag: 'Training' })
export class DatasetFilesController {
  constructor(
    private readonly imports: DatasetImports,
    private readonly exports: DatasetExports,
    private readonly input: InputPipe,
  ) {}

  @Post('import')
  @Summary(
    'Import examples',
    'From a file in a form or as the body itself. All of it is in the dataset when this has answered, or nothing: then the answer names what is wrong, with its lines.',
  )
  @NeedsScope('training:write')
  @AcceptsFile({ form: UploadTrainingImport, fileTypes: FILE_TYPES, maxFileBytes: DATASET_FILE_LIMITS.fileBytes })
  @Answers(201, TrainingImport)
  @Refuses(400, 404, 409, 413)
  async import(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'dataset') id: string,
    @ArrivingForm() form: IncomingForm,
    @Query() query: TrainingImportOptions,
  ) {
    const options = async () => this.optionsOf(query, await form.fields());
    const result = await this.imports.run(actor, id, form.file, options);
    return success<TrainingImport>(result, 'The file was imported.');
  }

  @Get('export')
  @Summary(
    'Export examples',
    'All of the dataset as a file that an import takes, oldest first. Of Rasa it has the intents with their texts and answers.',
  )
  @NeedsScope('training:read')
  @AnswersFile('The file: lines of JSON, a table (RFC 4180), or YAML.')
  @Refuses(400, 404)
  async export(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'dataset') id: string,
    @Query() { format }: TrainingExportQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { stream, name } = await this.exports.open(actor, id, format);
    const { mediaType, extension } = WRITTEN[format];
    return toDownload(reply, { stream, mediaType, name: `${name}.${extension}` });
  }

  /** What the form says goes before what the address says. */
  private optionsOf(query: TrainingImportOptions, fields: Readonly<Record<string, unknown>>): TrainingImportOptions {
    const said = { ...query, ...fields };
    return this.input.transform<TrainingImportOptions>(said, { type: 'query', metatype: TrainingImportOptions });
  }
}
