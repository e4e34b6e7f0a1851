import { Module } from '@nestjs/common';
import { TeamDataModule } from '../team-data.module';
import { RunExportHandler } from './run-export.handler';
import { SweepExportsHandler } from './sweep-exports.handler';

@Module({ imports: [TeamDataModule], providers: [RunExportHandler, SweepExportsHandler] })
export class TeamDataJobsModule {}
