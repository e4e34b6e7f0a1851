import { Delete, Get, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { Conversations } from '../conversations.service';
import { ConversationsQuery, ListedConversation } from './conversations.dto';
import { toListedConversation, toListRequest } from './conversations.mapper';
import { ConversationMessageDto } from './escalations.dto';
import { toConversationMessage } from './escalations.mapper';

/** What people of the team see of all conversations with a chatbot, whichever API or messenger they came by. */
@MainController('chatbots/:chatbotId/conversations', { tag: 'Conversations' })
export class ConversationsController {
  constructor(private readonly conversations: Conversations) {}

  @Get()
  @Summary('List conversations', 'The most recent activity first.')
  @NeedsScope('conversations:read')
  @AnswersPage(ListedConversation)
  @Refuses(400, 404)
  async list(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Query() query: ConversationsQuery,
  ) {
    const page = await this.conversations.list(actor, botId, toListRequest(query));
    return successPage(mapPage(page, toListedConversation));
  }

  @Get(':conversationId')
  @Summary('Get a conversation')
  @NeedsScope('conversations:read')
  @Answers(200, ListedConversation)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('conversationId', 'conversation') id: string,
  ) {
    return success(toListedConversation(await this.conversations.findOf(actor, botId, id)));
  }

  @Get(':conversationId/messages')
  @Summary('List the messages of a conversation', 'What was said in full, oldest first.')
  @NeedsScope('conversations:read')
  @AnswersPage(ConversationMessageDto)
  @Refuses(400, 404)
  async messages(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('conversationId', 'conversation') id: string,
    @Query() query: PageQuery,
  ) {
    await this.conversations.findOf(actor, botId, id);
    return successPage(mapPage(await this.conversations.messagesPage(actor, id, query), toConversationMessage));
  }

  @Delete(':conversationId')
  @Summary(
    'Delete a conversation',
    'With all that was said in it and all judgements of it. A reply that is being made is broken off.',
  )
  @NeedsScope('conversations:write')
  @AnswersDone()
  @Refuses(404)
  async delete(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @IdParam('conversationId', 'conversation') id: string,
  ) {
    await this.conversations.findOf(actor, botId, id);
    await this.conversations.delete(actor, id);
    return done('The conversation was deleted.');
  }
}
