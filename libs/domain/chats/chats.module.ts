import { Module, type OnModuleInit } from '@nestjs/common';
import { BotsModule, BotsService } from '#domain/bots';
import { RepliesModule } from '#domain/replies';
import { ChatQueries } from './chats.queries';
import { Conversations } from './conversations.service';
import { EndingQueries } from './ending.queries';
import { Ending } from './ending.service';
import { OpenChatsQueries } from './open-chats.queries';
import { OpenChats } from './open-chats.service';
import { Turns } from './turns.service';

@Module({
  imports: [BotsModule, RepliesModule],
  providers: [ChatQueries, EndingQueries, OpenChatsQueries, Turns, Conversations, OpenChats, Ending],
  exports: [Turns, Conversations, OpenChats, Ending],
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
