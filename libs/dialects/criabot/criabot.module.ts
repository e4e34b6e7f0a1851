import { Module } from '@nestjs/common';
import { BotsModule } from '#domain/bots';
import { ChatsModule } from '#domain/chats';
import { DocumentsModule } from '#domain/documents';
import { BotKeysModule } from '#domain/identity';
import { KnowledgeModule } from '#domain/knowledge';
import { ModelsModule } from '#domain/models';
import { QuestionsModule } from '#domain/questions';
import { BotManagement } from './bot-management.service';
import { BotNames } from './bot-names';
import { BotsController } from './bots.controller';
import { ChatTurns } from './chat-turns.service';
import { ChatsController } from './chats.controller';
import { Envelope } from './criabot.envelope';
import { DocumentsController } from './documents.controller';
import { QuestionsController } from './questions.controller';

@Module({
  imports: [ChatsModule, BotsModule, BotKeysModule, KnowledgeModule, ModelsModule, DocumentsModule, QuestionsModule],
  controllers: [ChatsController, BotsController, DocumentsController, QuestionsController],
  providers: [Envelope, BotNames, ChatTurns, BotManagement],
})
export class CriabotModule {}
