import {
  DateField,
  EnumField,
  FileField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  PageQuery,
  TextField,
  type UploadedFile,
} from '#infra/http';
import {
  FORMATS,
  IMPORT_LIMITS,
  IMPORT_MODES,
  IMPORT_STAGES,
  IMPORT_STATUSES,
  type ImportMode,
  type ImportStage,
  type ImportStatus,
  ON_ERROR,
  type OnError,
  type TransferFormat,
} from '../transfers.types';

/** In the address, or as fields of the form. */
export class KnowledgeImportOptions {
  @EnumField(
    '`replace`: items and questions that were there before and are not in the file are removed when all of it is written; not when rows were refused.',
    IMPORT_MODES,
    { optional: true, default: 'add' },
  )
  mode: ImportMode = 'add';

  @EnumField(
    'Whether a row that is refused is left out, or fails the import. All rows are looked at before the first is written.',
    ON_ERROR,
    { optional: true, default: 'skip' },
  )
  onError: OnError = 'skip';

  @EnumField('What the file is; found out unless you say it.', FORMATS, { optional: true })
  format?: TransferFormat;
}

export class UploadKnowledgeImport extends KnowledgeImportOptions {
  @FileField(
    'A table (CSV) or lines of JSON, up to ' +
      `${IMPORT_LIMITS.fileBytes / 1024 / 1024} MiB and ${IMPORT_LIMITS.rows.toLocaleString('en-US')} rows. An item has \`title\`, \`content\` and if you want \`tags\`, ` +
      '`sourceType`, `metadata`, `language`; a question has `question` or `phrasings`, `answer` and if you want `name`, `llmReply`, ' +
      '`relatedPrompts`, `tags`, `metadata`. `type` says which it is, where that is not plain; `key` is what you call it.',
  )
  file: UploadedFile;
}

export class KnowledgeImportQuery extends PageQuery {
  @EnumField('Only imports of this status.', IMPORT_STATUSES, { optional: true })
  status?: ImportStatus;
}

export class KnowledgeExportQuery {
  @EnumField('Lines of JSON or a table.', FORMATS, { optional: true, default: 'jsonl' })
  format: TransferFormat = 'jsonl';
}

export class KnowledgeImportCounts {
  @IntegerField('Rows that were written or refused so far.', { min: 0 })
  read: number;

  @IntegerField('Items and questions that are new.', { min: 0 })
  added: number;

  @IntegerField('That were there and have changed.', { min: 0 })
  updated: number;

  @IntegerField('That were there just so.', { min: 0 })
  unchanged: number;

  @IntegerField('Rows that were refused.', { min: 0 })
  failed: number;

  @IntegerField('Items and questions that were not in the file.', { min: 0 })
  removed: number;
}

export class KnowledgeImportRowError {
  @IntegerField('As an editor or a spreadsheet counts: from 1, with the line of headings.', { min: 1 })
  row: number;

  @TextField('Why it was refused.')
  message: string;
}

export class KnowledgeImport {
  @IdField('Its id.')
  id: string;

  @IdField('The knowledge base that it goes into.')
  knowledgeBaseId: string;

  @EnumField('What becomes of what is not in the file.', IMPORT_MODES)
  mode: ImportMode;

  @EnumField('What becomes of a row that is refused.', ON_ERROR)
  onError: OnError;

  @EnumField('What the file is read as.', FORMATS)
  format: TransferFormat;

  @TextField('The name of the file.', { nullable: true })
  fileName: string | null;

  @IntegerField('Of the file.', { min: 0 })
  sizeBytes: number;

  @EnumField('How far it is.', IMPORT_STATUSES)
  status: ImportStatus;

  @EnumField('What is being done; null unless it is running.', IMPORT_STAGES, { nullable: true })
  stage: ImportStage | null;

  @IntegerField('Percent; it never falls.', { min: 0, max: 100 })
  percent: number;

  @IntegerField('Rows of the file; null until they have been counted.', { min: 0, nullable: true })
  rows: number | null;

  @NestedField('What has become of the rows.', () => KnowledgeImportCounts)
  counts: KnowledgeImportCounts;

  @NestedListField(`The first ${IMPORT_LIMITS.errors} rows that were refused.`, () => KnowledgeImportRowError)
  errors: KnowledgeImportRowError[];

  @TextField('What to know of one that is completed.', { nullable: true })
  notice: string | null;

  @TextField('Why it has failed.', { nullable: true })
  error: string | null;

  @DateField('When it was first worked on.', { nullable: true })
  startedAt: string | null;

  @DateField('When it ended, in whatever way.', { nullable: true })
  completedAt: string | null;

  @DateField('When the file had come.')
  createdAt: string;
}
