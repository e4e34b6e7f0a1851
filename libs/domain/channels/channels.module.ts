import { Module } from '@nestjs/common';
import { AuditModule } from '#domain/audit';
import { BotsModule } from '#domain/bots';
import { BudgetsModule } from '#domain/budgets';
import { ChatsModule } from '#domain/chats';
import { ContextModule } from '#domain/context';
import { RetentionModule } from '#domain/retention';
import { ChannelTransportModule } from '#providers/channel-transport';
import { ChannelAccounts } from './channel-accounts';
import { ChannelAddresses } from './channel-addresses';
import { ChannelSecrets } from './channel-secrets';
import { ChannelSetups } from './channel-setups';
import { ChannelStates } from './channel-states.service';
import { ChannelUpkeep } from './channel-upkeep.service';
import { ChannelsQueries } from './channels.queries';
import { Channels } from './channels.service';
import { ChannelConnecting } from './connecting/channel-connecting.service';
import { EndUserUpdates } from './end-user-updates';
import { BudgetApologies } from './inbound/budget-apologies';
import { ChannelInbox } from './inbound/channel-inbox.service';
import { ChannelTurns } from './inbound/channel-turns.service';
import { ChatAnswering } from './inbound/chat-answering.service';
import { SessionChoice } from './inbound/session-choice.service';
import { SessionsOfChannelsQueries } from './inbound/sessions.queries';
import { UpdatesQueries } from './inbound/updates.queries';
import { WebhookAnswers } from './inbound/webhook-answers.service';
import { LaneRuns } from './lanes/lane-runs';
import { LanesQueries } from './lanes/lanes.queries';
import { OldUpdates } from './old-updates';
import { ChannelDeliveries } from './outbound/channel-deliveries.service';
import { DeliveriesQueries } from './outbound/deliveries.queries';
import { MessageSending } from './outbound/message-sending.service';
import { MessagesQueries } from './outbound/messages.queries';
import { SendFailures } from './outbound/send-failures.service';

const CHANNELS = [
  ChannelsQueries,
  ChannelSecrets,
  ChannelSetups,
  ChannelAddresses,
  ChannelAccounts,
  ChannelStates,
  ChannelConnecting,
  Channels,
];
const LANES = [LanesQueries, LaneRuns];
const INBOUND = [
  UpdatesQueries,
  SessionsOfChannelsQueries,
  SessionChoice,
  BudgetApologies,
  ChannelTurns,
  ChatAnswering,
  WebhookAnswers,
  ChannelInbox,
];
const OUTBOUND = [MessagesQueries, SendFailures, MessageSending, DeliveriesQueries, ChannelDeliveries];
const UPKEEP = [ChannelUpkeep, EndUserUpdates, OldUpdates];

@Module({
  imports: [
    AuditModule,
    BudgetsModule,
    BotsModule,
    ContextModule,
    ChatsModule,
    ChannelTransportModule,
    RetentionModule,
  ],
  providers: [...CHANNELS, ...LANES, ...INBOUND, ...OUTBOUND, ...UPKEEP],
  exports: [
    Channels,
    ChannelInbox,
    ChannelDeliveries,
    ChannelConnecting,
    ChatAnswering,
    MessagesQueries,
    MessageSending,
    ChannelUpkeep,
  ],
})
export class ChannelsModule {}
