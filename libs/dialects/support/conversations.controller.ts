import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Conversations, chatErrors, Escalations } from '#domain/chats';
import {
  AllowsKeysOfBots,
  AllowsVisitors,
  AnswersStream,
  CurrentActor,
  DialectController,
  IdParam,
  NeedsScope,
  OnceId,
  Refuses,
  SpendsBudget,
  Summary,
} from '#infra/http';
import type { Actor } from '#kernel';
import { answer, REPLY_STREAM } from './conversation-answers';
import { ConversationAnswer, SendMessage } from './conversation-answers.dto';
import { ANSWER_FRAMES } from './conversation-frames.dto';
import { ConversationTurns } from './conversation-turns.service';
import {
  ConversationWithMessages,
  Escalated,
  Feedback,
  MessagesQuery,
  Resolved,
  SubmitFeedback,
} from './conversations.dto';
import { agentId, conversationId, includesSystem, statusOf, toConversation } from './conversations.mapper';
import { Tells } from './support.answers';
import { SUPPORT_IDS } from './support.ids';

@DialectController('api/v1/conversations', { tag: 'Conversations' })
export class ConversationsController {
  constructor(
    private readonly asking: ConversationTurns,
    private readonly conversations: Conversations,
    private readonly escalations: Escalations,
  ) {}

  @Post()
  @AllowsKeysOfBots()
  @Summary('Create a conversation or send a message', 'Goes on where `conversation_id` says, or begins a conversation.')
  @NeedsScope('chat:write')
  @AllowsVisitors('chat:write')
  @Tells(200, ConversationAnswer)
  @AnswersStream(REPLY_STREAM, 'AnswerFrame', ANSWER_FRAMES)
  @SpendsBudget()
  @Refuses(400, 404, 409, 503)
  send(
    @CurrentActor() actor: Actor,
    @Body() body: SendMessage,
    @OnceId() messageId: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(this.asking, { actor, body, messageId }, request, reply);
  }

  @Get(':conversation_id')
  @Summary('Get a conversation', 'With its messages.')
  @NeedsScope('conversations:read')
  @AllowsVisitors('conversations:read')
  @Tells(200, ConversationWithMessages)
  @Refuses(400, 404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('conversation_id', 'conversation') id: string,
    @Query() { include, after, limit }: MessagesQuery,
  ): Promise<ConversationWithMessages> {
    const conversation = await this.conversations.find(actor, id);
    const messages = await this.conversations.messages(actor, id, { afterPosition: after, limit: limit + 1 });
    return toConversation(conversation, messages, { after, limit, includesSystem: includesSystem(include) });
  }

  @Post(':conversation_id/feedback')
  @Summary('Submit feedback')
  @NeedsScope('chat:write')
  @AllowsVisitors('chat:write')
  @Tells(201, Feedback)
  @Refuses(400, 404)
  async rate(
    @CurrentActor() actor: Actor,
    @IdParam('conversation_id', 'conversation') id: string,
    @Body() { rating, comment, message_id: message }: SubmitFeedback,
  ): Promise<Feedback> {
    const rated = await this.conversations.rateIn(actor, id, {
      score: rating,
      ...(comment ? { comment } : {}),
      ...(message ? { messageId: messageKeyOf(message) } : {}),
    });
    return {
      feedback_id: SUPPORT_IDS.encode('feedback', rated.id),
      conversation_id: conversationId(id),
      rating,
      created_at: rated.at.toISOString(),
      message_id: message ?? null,
      comment: comment ?? null,
    };
  }

  @Post(':conversation_id/resolve')
  @Summary('Resolve a conversation', 'Ends its way to a person, too. A new message opens it again.')
  @NeedsScope('conversations:write')
  @Tells(200, Resolved)
  @Refuses(404)
  async resolve(
    @CurrentActor() actor: Actor,
    @IdParam('conversation_id', 'conversation') id: string,
  ): Promise<Resolved> {
    const { resolvedAt } = await this.conversations.resolve(actor, id);
    return { conversation_id: conversationId(id), status: 'resolved', resolved_at: resolvedAt.toISOString() };
  }

  @Post(':conversation_id/escalate')
  @Summary('Ask for a person', 'Says how it stands when a person is waited for, or answers, already.')
  @NeedsScope('conversations:write')
  @AllowsVisitors('chat:write')
  @Tells(200, Escalated)
  @Refuses(404)
  async escalate(
    @CurrentActor() actor: Actor,
    @IdParam('conversation_id', 'conversation') id: string,
  ): Promise<Escalated> {
    const { state, agent } = await this.escalations.escalate(actor, id, { reason: 'requested' });
    const handling = state === 'active' ? 'human' : 'waiting';
    return {
      conversation_id: conversationId(id),
      escalated: true,
      status: statusOf(handling),
      handling,
      assigned_agent: agentId(agent?.id),
    };
  }
}

/** The address of the API's own cURL example. */
@DialectController('v1/conversations', { tag: 'Conversations' })
export class ConversationsAliasController {
  constructor(private readonly asking: ConversationTurns) {}

  @Post()
  @AllowsKeysOfBots()
  @Summary('Create a conversation', 'As `POST /api/v1/conversations`.')
  @NeedsScope('chat:write')
  @AllowsVisitors('chat:write')
  @Tells(200, ConversationAnswer)
  @AnswersStream(REPLY_STREAM, 'AnswerFrame', ANSWER_FRAMES)
  @SpendsBudget()
  @Refuses(400, 404, 409, 503)
  send(
    @CurrentActor() actor: Actor,
    @Body() body: SendMessage,
    @OnceId() messageId: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(this.asking, { actor, body, messageId }, request, reply);
  }
}

function messageKeyOf(text: string): string {
  const key = SUPPORT_IDS.decode('message', text);
  if (key === undefined) throw chatErrors.message_not_found();
  return key;
}
