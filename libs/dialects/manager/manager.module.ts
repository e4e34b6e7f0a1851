import { Module } from '@nestjs/common';
import { AgentsModule } from '#domain/agents';
import { ExperimentsModule } from '#domain/analytics';
import { BotsModule } from '#domain/bots';
import { ChannelsModule } from '#domain/channels';
import { ChatsModule } from '#domain/chats';
import { IntegrationsModule } from '#domain/integrations';
import { WebhooksModule } from '#domain/webhooks';
import { AgentLoopsController } from './agent-loops.controller';
import { BotManagement } from './bot-management.service';
import { BotsController } from './bots.controller';
import { ChannelInboundController } from './channel-inbound.controller';
import { ChannelsController } from './channels.controller';
import { ConversationsController } from './conversations.controller';
import { ExecutionsController } from './executions.controller';
import { IntegrationsController } from './integrations.controller';
import { ReportController } from './report.controller';
import { WebhooksController } from './webhooks.controller';

@Module({
  imports: [
    AgentsModule,
    BotsModule,
    ChannelsModule,
    ChatsModule,
    ExperimentsModule,
    IntegrationsModule,
    WebhooksModule,
  ],
  controllers: [
    BotsController,
    ReportController,
    IntegrationsController,
    ChannelsController,
    ChannelInboundController,
    ConversationsController,
    AgentLoopsController,
    ExecutionsController,
    WebhooksController,
  ],
  providers: [BotManagement],
})
export class ManagerModule {}
