import { Module } from '@nestjs/common';
import { ArtifactsModule } from '#domain/artifacts';
import { BotsModule } from '#domain/bots';
import { ChatsModule } from '#domain/chats';
import { DocumentsModule } from '#domain/documents';
import { KnowledgeModule } from '#domain/knowledge';
import { WebhooksModule } from '#domain/webhooks';
import { ChatController } from './chat.controller';
import { ChatTurns } from './chat-turns.service';
import { DocumentsController } from './documents.controller';
import { FilesController } from './files.controller';
import { KnowledgeController } from './knowledge.controller';
import { KnowledgeNotes } from './knowledge-notes.service';
import { WebhooksController } from './webhooks.controller';

@Module({
  imports: [ArtifactsModule, BotsModule, ChatsModule, DocumentsModule, KnowledgeModule, WebhooksModule],
  controllers: [ChatController, DocumentsController, FilesController, KnowledgeController, WebhooksController],
  providers: [ChatTurns, KnowledgeNotes],
})
export class AssistantModule {}
