import { Module } from '@nestjs/common';
import { BotFilesModule } from '../bot-files.module';
import { BotFilesController } from './bot-files.controller';

@Module({ imports: [BotFilesModule], controllers: [BotFilesController] })
export class BotFilesHttpModule {}
