import { DateField, EnumField, IdField, IntegerField, NestedListField, TextField } from '#infra/http';
import { EXPORT_STAGES, EXPORT_STATUSES, type ExportStage, type ExportStatus } from '../team-data.types';

export class TeamExport {
  @IdField('Its id.')
  id: string;

  @EnumField('How far it is; `expired` when its archive is no longer kept.', EXPORT_STATUSES)
  status: ExportStatus;

  @EnumField('What is being written; null unless it is running.', EXPORT_STAGES, { nullable: true })
  stage: ExportStage | null;

  @IntegerField('Percent.', { min: 0, max: 100 })
  percent: number;

  @IntegerField('Of the archive; null until it is completed.', { min: 0, nullable: true })
  sizeBytes: number | null;

  @IntegerField('Rows in it; null until it is completed.', { min: 0, nullable: true })
  rows: number | null;

  @IntegerField('Original files in it; null until it is completed.', { min: 0, nullable: true })
  files: number | null;

  @TextField('Why it has failed.', { nullable: true })
  error: string | null;

  @DateField('When it was first worked on.', { nullable: true })
  startedAt: string | null;

  @DateField('When it ended, in whatever way.', { nullable: true })
  completedAt: string | null;

  @DateField('Until when the archive is kept; null until it is completed.', { nullable: true })
  expiresAt: string | null;

  @DateField('When it was asked for.')
  createdAt: string;
}

export class EraseTeam {
  @TextField('Your present password.', { maxLength: 256, example: 'Sup3rSecret!' })
  password: string;
}

export class TeamTableRows {
  @TextField('What it holds, as exports call it.', { example: 'conversation' })
  table: string;

  @IntegerField('Rows of the team in it, counted up to 100,000.', { min: 0, example: 1200 })
  rows: number;
}

export class TeamContents {
  @NestedListField('Where the team has something.', () => TeamTableRows)
  tables: TeamTableRows[];

  @IntegerField('Stored files, counted up to 100,000 of a kind.', { min: 0, example: 12 })
  files: number;
}
