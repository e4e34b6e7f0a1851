import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '#domain/audit';
import { BotKeysModule } from '#domain/identity';
import { ModelsModule } from '#domain/models';
import { BotEntity } from './bot.entity';
import { BotLookup } from './bot-lookup';
import { BotModels } from './bot-models';
import { BotsQueries } from './bots.queries';
import { BotsService } from './bots.service';

@Module({
  imports: [AuditModule, BotKeysModule, ModelsModule, TypeOrmModule.forFeature([BotEntity])],
  providers: [BotsQueries, BotModels, BotsService, BotLookup],
  exports: [BotsService, BotLookup],
})
export class BotsModule {}
