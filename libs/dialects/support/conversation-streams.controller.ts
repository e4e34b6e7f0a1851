import { Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ConversationFeed, DONE, Turns } from '#domain/chats';
import {
  AllowsVisitors,
  AnswersNothingMore,
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
import { REPLY_STREAM } from './conversation-answers';
import { ANSWER_FRAMES, FEED_FRAMES } from './conversation-frames.dto';
import { EventsQuery } from './conversations.dto';
import { includesSystem, toFeedFrame, toReplyFrame, toTurnPosition } from './conversations.mapper';
import { framesOf } from './streams';

const FEED = `Server-sent events for as long as you stay: \`message\` for everything that is said, beginning after \`after\` (its \`id\`
is its position), and \`handling\` when the bot, or a person, takes the conversation over.`;

const LAST_EVENT_ID_PROBLEM = {
  field: 'Last-Event-ID',
  message: 'Last-Event-ID must be the id of a frame of this answer.',
};

/** What is read as it comes, and read on after a break. */
@DialectController('api/v1/conversations/:conversation_id', { tag: 'Conversations' })
export class ConversationStreamsController {
  constructor(
    private readonly turns: Turns,
    private readonly feed: ConversationFeed,
  ) {}

  @Get('events')
  @Summary('Follow a conversation')
  @NeedsScope('conversations:read')
  @AllowsVisitors('conversations:read')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Position of the last message that you saw.' })
  @AnswersStream(FEED, 'ConversationFeedFrame', FEED_FRAMES)
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
    return sendEventStream(reply, shown, { isFeed: true }).finally(() => left.abort());
  }

  @Get('replies/:message_id')
  @Summary('Resume a streamed answer')
  @NeedsScope('chat:write')
  @AllowsVisitors('chat:write')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last frame that you saw.' })
  @AnswersStream(REPLY_STREAM, 'AnswerFrame', ANSWER_FRAMES)
  @AnswersNothingMore()
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
}

/** What is no position of ours says nothing. */
function positionOf(lastEventId: string | undefined): number {
  return lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId.trim()) ? Number(lastEventId) : 0;
}
