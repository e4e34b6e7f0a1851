import { Body, Get, Headers, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConversationFeed, Conversations, chatErrors, DONE, Escalations, Turns } from '#domain/chats';
import {
  AllowsVisitors,
  AnswersStream,
  CurrentActor,
  DialectController,
  IdParam,
  NeedsScope,
  Refuses,
  Summary,
  sendEventStream,
} from '#infra/http';
import { type Actor, invalidInput } from '#kernel';
import { ConversationTurns } from './conversation-turns.service';
import {
  ConversationAnswer,
  ConversationWithMessages,
  Escalated,
  EventsQuery,
  Feedback,
  MessagesQuery,
  Resolved,
  SendMessage,
  SubmitFeedback,
} from './conversations.dto';
import {
  agentId,
  conversationId,
  statusOf,
  toAnswer,
  toConversation,
  toFeedFrame,
  toReplyFrame,
  toTurnPosition,
} from './conversations.mapper';
import { framesOf, wantsStream } from './streams';
import { Tells } from './support.answers';
import { SUPPORT_IDS } from './support.ids';

const REPLY_STREAM = `Server-sent events, each with an \`id\`: \`started\`, \`sources\` (the citations), any number of \`delta\` with
\`{"text": "..."}\`, then \`done\` with the JSON answer, or \`withdrawn\` with it when a person took over meanwhile; or \`error\` with
the error body. The deltas, joined, equal the response. The answer is kept also when you leave; read on at
\`/replies/{message_id}\` with \`Last-Event-ID\`.`;

const FEED = `Server-sent events for as long as you stay: \`message\` for everything that is said, beginning after \`after\` (its \`id\`
is its position), and \`handling\` when the bot, or a person, takes the conversation over.`;

const LAST_EVENT_ID_PROBLEM = {
  field: 'Last-Event-ID',
  message: 'Last-Event-ID must be the id of a frame of this answer.',
};

@DialectController('api/v1/conversations', { tag: 'Conversations' })
export class ConversationsController {
  constructor(
    private readonly asking: ConversationTurns,
    private readonly turns: Turns,
    private readonly conversations: Conversations,
    private readonly feed: ConversationFeed,
    private readonly escalations: Escalations,
  ) {}

  @Post()
  @Summary('Create a conversation or send a message', 'Goes on where `conversation_id` says, or begins a conversation.')
  @NeedsScope('chat:write')
  @AllowsVisitors('chat:write')
  @Tells(200, ConversationAnswer)
  @AnswersStream(REPLY_STREAM)
  @Refuses(400, 404, 503)
  send(
    @CurrentActor() actor: Actor,
    @Body() body: SendMessage,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(this.asking, actor, body, request, reply);
  }

  @Get(':conversation_id')
  @Summary('Get a conversation with its messages')
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

  @Get(':conversation_id/events')
  @Summary('Follow a conversation')
  @NeedsScope('conversations:read')
  @AllowsVisitors('conversations:read')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Position of the last message that you saw.' })
  @AnswersStream(FEED)
  @Refuses(400, 404)
  follow(
    @CurrentActor() actor: Actor,
    @IdParam('conversation_id', 'conversation') id: string,
    @Query() { include, after }: EventsQuery,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const left = new AbortController();
    const afterPosition = Math.max(after, positionOf(lastEventId));
    const items = this.feed.follow(actor, id, { afterPosition, signal: left.signal });
    const shown = framesOf(items, (item) =>
      item.type === 'message' && item.message.role === 'system' && !includesSystem(include)
        ? undefined
        : toFeedFrame(item),
    );
    return sendEventStream(reply, shown).finally(() => left.abort());
  }

  @Get(':conversation_id/replies/:message_id')
  @Summary('Resume a streamed answer')
  @NeedsScope('chat:write')
  @AllowsVisitors('chat:write')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last frame that you saw.' })
  @AnswersStream(REPLY_STREAM)
  @Refuses(400, 404, 503)
  async resume(
    @CurrentActor() actor: Actor,
    @IdParam('conversation_id', 'conversation') id: string,
    @IdParam('message_id', 'message') messageId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const position = lastEventId === undefined ? { messageId, cursor: -1 } : toTurnPosition(lastEventId);
    if (position?.messageId !== messageId) throw invalidInput([LAST_EVENT_ID_PROBLEM]);
    const turn = await this.turns.resumeIn(actor, id, position);
    // It tells an EventSource to stop coming back (WHATWG HTML, "Server-sent events").
    if (position.cursor === DONE) return reply.code(204).send();
    return sendEventStream(
      reply,
      framesOf(turn.follow(position.cursor), (frame) => toReplyFrame(frame, turn.start, undefined)),
    );
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
  @Summary('Mark a conversation resolved', 'Ends its way to a person, too. A new message opens it again.')
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
  @Summary('Create a conversation at the other address', 'As `POST /api/v1/conversations`.')
  @NeedsScope('chat:write')
  @AllowsVisitors('chat:write')
  @ApiBody({ type: SendMessage })
  @Tells(200, ConversationAnswer)
  @AnswersStream(REPLY_STREAM)
  @Refuses(400, 404, 503)
  send(
    @CurrentActor() actor: Actor,
    @Body() body: SendMessage,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(this.asking, actor, body, request, reply);
  }
}

async function answer(
  asking: ConversationTurns,
  actor: Actor,
  body: SendMessage,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const isStreamed = wantsStream(body, request);
  const { turn, token } = await asking.ask(actor, body, isStreamed);
  if (!isStreamed) return toAnswer(await turn.answered(), token);
  return sendEventStream(
    reply,
    framesOf(turn.follow(), (frame) => toReplyFrame(frame, turn.start, token)),
  );
}

function includesSystem(include: readonly string[] | undefined): boolean {
  return include?.includes('system') ?? false;
}

/** What is no position of ours says nothing. */
function positionOf(lastEventId: string | undefined): number {
  return lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId.trim()) ? Number(lastEventId) : 0;
}

function messageKeyOf(text: string): string {
  const key = SUPPORT_IDS.decode('message', text);
  if (key === undefined) throw chatErrors.message_not_found();
  return key;
}
