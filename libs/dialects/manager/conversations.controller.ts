import { Delete, Get, Query } from '@nestjs/common';
import { Conversations } from '#domain/chats';
import { CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { Conversation, ConversationQuery, Message } from './conversations.dto';
import { toConversation, toConversationFilter, toMessage } from './conversations.mapper';
import { Deleted, Tells, TellsPage, toData, toDataPage, toDeleted } from './manager.answers';
import { ListQuery, pageOf } from './manager.paging';

/** What was said, whichever dialect or channel it came by. `POST /v1/conversations` belongs to the support API. */
@DialectController('v1', { tag: 'Conversations' })
export class ConversationsController {
  constructor(private readonly conversations: Conversations) {}

  @Get('bots/:bot_id/conversations')
  @Summary('List conversations', 'That with the latest message first.')
  @NeedsScope('conversations:read')
  @TellsPage(Conversation)
  @Refuses(404, 422)
  async list(@CurrentActor() actor: Actor, @IdParam('bot_id', 'bot') botId: string, @Query() query: ConversationQuery) {
    return toDataPage(await this.conversations.list(actor, botId, toConversationFilter(query)), toConversation);
  }

  @Get('conversations/:id')
  @Summary('Get a conversation')
  @NeedsScope('conversations:read')
  @Tells(200, Conversation)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'conversation') id: string) {
    return toData(toConversation(await this.conversations.find(actor, id)));
  }

  @Get('conversations/:id/messages')
  @Summary('List messages', 'In the order in which they were said.')
  @NeedsScope('conversations:read')
  @TellsPage(Message)
  @Refuses(404, 422)
  async messages(@CurrentActor() actor: Actor, @IdParam('id', 'conversation') id: string, @Query() query: ListQuery) {
    return toDataPage(await this.conversations.messagesPage(actor, id, pageOf(query)), toMessage);
  }

  @Delete('conversations/:id')
  @Summary('Delete a conversation', 'With its messages.')
  @NeedsScope('conversations:write')
  @Tells(200, Deleted)
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'conversation') id: string) {
    await this.conversations.delete(actor, id);
    return toDeleted('conversation', id);
  }
}
