import { Module } from '@nestjs/common';
import { TransfersModule } from '../transfers.module';
import { RunImportHandler } from './run-import.handler';
import { SweepImportsHandler } from './sweep-imports.handler';

@Module({ imports: [TransfersModule], providers: [RunImportHandler, SweepImportsHandler] })
export class TransfersJobsModule {}
