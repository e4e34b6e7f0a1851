import { Module } from '@nestjs/common';
import { BotFilesModule } from '../bot-files.module';
import { RunBotImportHandler } from './run-bot-import.handler';
import { SweepBotImportsHandler } from './sweep-bot-imports.handler';

@Module({ imports: [BotFilesModule], providers: [RunBotImportHandler, SweepBotImportsHandler] })
export class BotFilesJobsModule {}
