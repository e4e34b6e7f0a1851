import { Module } from '@nestjs/common';
import { BotsModule } from '../bots.module';
import { PersonalitiesModule } from '../personalities/personalities.module';
import { BotsController } from './bots.controller';
import { ChatbotPersonalitiesController, PersonalitiesController } from './personalities.controller';

@Module({
  imports: [BotsModule, PersonalitiesModule],
  controllers: [BotsController, ChatbotPersonalitiesController, PersonalitiesController],
})
export class BotsHttpModule {}
