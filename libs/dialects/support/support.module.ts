import { Module } from '@nestjs/common';
import { AnalyticsModule } from '#domain/analytics';
import { BotsModule } from '#domain/bots';
import { ChatsModule } from '#domain/chats';
import { DocumentsModule } from '#domain/documents';
import { IdentityModule } from '#domain/identity';
import { KnowledgeModule } from '#domain/knowledge';
import { AnalyticsController } from './analytics.controller';
import { ArticlesController } from './articles.controller';
import { ArticlesService } from './articles.service';
import { ConversationStreamsController } from './conversation-streams.controller';
import { ConversationTurns } from './conversation-turns.service';
import { ConversationsAliasController, ConversationsController } from './conversations.controller';
import { WidgetController } from './widget.controller';
import { WidgetScript } from './widget-script';

@Module({
  imports: [ChatsModule, BotsModule, IdentityModule, KnowledgeModule, DocumentsModule, AnalyticsModule],
  controllers: [
    ConversationsController,
    ConversationStreamsController,
    ConversationsAliasController,
    ArticlesController,
    AnalyticsController,
    WidgetController,
  ],
  providers: [ConversationTurns, ArticlesService, WidgetScript],
})
export class SupportModule {}
