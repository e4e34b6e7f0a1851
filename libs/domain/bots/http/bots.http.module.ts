import { Module } from '@nestjs/common';
import { BotsModule } from '../bots.module';
import { BotsController } from './bots.controller';

@Module({ imports: [BotsModule], controllers: [BotsController] })
export class BotsHttpModule {}
