import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BotEntity } from './bot.entity';
import { BotLookup } from './bot-lookup';
import { BotsQueries } from './bots.queries';
import { BotsService } from './bots.service';

@Module({
  imports: [TypeOrmModule.forFeature([BotEntity])],
  providers: [BotsQueries, BotsService, BotLookup],
  exports: [BotsService, BotLookup],
})
export class BotsModule {}
