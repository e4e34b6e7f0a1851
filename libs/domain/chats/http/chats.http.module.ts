import { Module } from '@nestjs/common';
import { DocumentsModule } from '#domain/documents';
import { ChatsModule } from '../chats.module';
import { ConversationController } from './conversation.controller';
import { ConversationsController } from './conversations.controller';
import { EscalationsController } from './escalations.controller';
import { SupportAgentsController } from './support-agents.controller';

/** The agents' controller comes first: its paths look like those of an escalation. */
@Module({
  imports: [ChatsModule, DocumentsModule],
  controllers: [ConversationController, ConversationsController, SupportAgentsController, EscalationsController],
})
export class ChatsHttpModule {}
