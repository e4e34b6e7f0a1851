import { Module, type OnModuleInit } from '@nestjs/common';
import { BotsModule, BotsService } from '#domain/bots';
import { BudgetsModule } from '#domain/budgets';
import { ContextModule } from '#domain/context';
import { IdentityModule } from '#domain/identity';
import { PluginsModule } from '#domain/plugins';
import { RepliesModule } from '#domain/replies';
import { RetentionModule } from '#domain/retention';
import { CompletionRecording } from './completions/completion-recording.service';
import { CompletionQueries } from './completions/completions.queries';
import { Completions } from './completions/completions.service';
import { ConversationBots } from './conversation-bots.service';
import { ConversationChanges } from './conversation-changes';
import { ConversationDeletion } from './conversation-deletion.service';
import { ConversationEndings } from './conversation-endings.service';
import { ConversationFeed } from './conversation-feed.service';
import { ConversationListQueries } from './conversation-list.queries';
import { ConversationQueries } from './conversations.queries';
import { Conversations } from './conversations.service';
import { EndUserChats } from './end-user-records';
import { EndUserRecordQueries } from './end-user-records.queries';
import { EndingQueries } from './ending.queries';
import { Ending } from './ending.service';
import { FeedQueries } from './feed.queries';
import { FeedFollowers } from './feed-followers.service';
import { SupportAgents } from './handoff/agents.service';
import { Escalations } from './handoff/escalations.service';
import { HAND_OFF } from './handoff/hand-off.providers';
import { EscalationStatisticsReader } from './handoff/statistics.service';
import { TeamFeed } from './handoff/team-feed.service';
import { EscalationUpkeep } from './handoff/upkeep.service';
import { HeldReplies } from './held-replies.service';
import { LiveTurns } from './live-turns';
import { OldConversations } from './old-conversations';
import { OldConversationsQueries } from './old-conversations.queries';
import { OpenChatsQueries } from './open-chats.queries';
import { OpenChats } from './open-chats.service';
import { OpenTurnQueries } from './open-turn.queries';
import { RepeatQueries } from './repeat.queries';
import { ReplyMaking } from './reply-making.service';
import { ReplyStoring } from './reply-storing.service';
import { SaidMasking } from './said-masking.service';
import { TurnAnswering } from './turn-answering.service';
import { TurnOpening } from './turn-opening.service';
import { TurnRemembering } from './turn-remembering.service';
import { TurnRepeating } from './turn-repeating.service';
import { TurnResuming } from './turn-resuming.service';
import { TurnQueries } from './turns.queries';
import { Turns } from './turns.service';

const TURNS = [
  OpenTurnQueries,
  TurnQueries,
  LiveTurns,
  TurnOpening,
  ReplyMaking,
  ReplyStoring,
  TurnRemembering,
  TurnAnswering,
  RepeatQueries,
  HeldReplies,
  TurnRepeating,
  TurnResuming,
  Turns,
];
const CONVERSATIONS = [
  ConversationQueries,
  ConversationBots,
  SaidMasking,
  ConversationChanges,
  ConversationEndings,
  ConversationListQueries,
  ConversationDeletion,
  Conversations,
];
const FEED = [FeedQueries, FeedFollowers, ConversationFeed];
const ENDING = [EndingQueries, Ending, OpenChatsQueries, OpenChats];
const COMPLETIONS = [CompletionQueries, CompletionRecording, Completions];
const END_USERS = [EndUserRecordQueries, EndUserChats];
const RETENTION = [OldConversationsQueries, OldConversations];

@Module({
  imports: [IdentityModule, BudgetsModule, BotsModule, PluginsModule, ContextModule, RepliesModule, RetentionModule],
  providers: [...TURNS, ...CONVERSATIONS, ...FEED, ...ENDING, ...COMPLETIONS, ...END_USERS, ...HAND_OFF, ...RETENTION],
  exports: [
    Turns,
    Conversations,
    ConversationFeed,
    OpenChats,
    Completions,
    Ending,
    Escalations,
    SupportAgents,
    EscalationStatisticsReader,
    TeamFeed,
    EscalationUpkeep,
  ],
})
export class ChatsModule implements OnModuleInit {
  constructor(
    private readonly bots: BotsService,
    private readonly ending: Ending,
  ) {}

  onModuleInit(): void {
    this.bots.beforeDelete((botId) => this.ending.endConversationsOfBot(botId));
  }
}
