import { Body, Get, Headers, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Files } from '#domain/documents';
import type { ReplyExplanation } from '#domain/replies';
import {
  Answers,
  AnswersNothingMore,
  AnswersPage,
  AnswersStream,
  CurrentActor,
  IdParam,
  InputPipe,
  MainController,
  NeedsScope,
  OnceId,
  Refuses,
  SpendsBudget,
  type SseFrame,
  Summary,
  sendEventStream,
  success,
  successPage,
} from '#infra/http';
import { type Actor, invalidInput, mapPage, requireScope } from '#kernel';
import { attachmentOf } from '../attached-files';
import { type AskInput, DONE, type ToolFrame, type TurnFrame } from '../chats.types';
import { Conversations } from '../conversations.service';
import type { LiveTurn } from '../live-turn';
import { Turns } from '../turns.service';
import {
  ChatbotReply,
  ExplainQuery,
  HistoryMessageDto,
  HistoryQuery,
  RateResponse,
  ResponseRating,
  SendMessage,
} from './chats.dto';
import { toAskInput, toChatbotReply, toHistoryMessage, toSseFrame, toTurnPosition } from './chats.mapper';
import { REPLY_FRAMES } from './reply-frames.dto';

type Frame = TurnFrame | ToolFrame;

interface Explained {
  asking: Pick<AskInput, 'onExplained'>;
  /** What is added to the reply; nothing before it is known. */
  told(): { explanation?: ReplyExplanation };
}

const HEARTBEAT_MS = 15_000;
const EVENT_STREAM = 'text/event-stream';
const LAST_EVENT_ID_PROBLEM = {
  field: 'Last-Event-ID',
  message: 'Last-Event-ID must be the id of a frame that this stream sent.',
};
const STREAM = `Server-sent events, each with an \`id\`: \`started\`, \`sources\` (the same list as in the JSON answer), any number of
\`delta\` with \`{"text": "..."}\`, \`tool\` with \`{"plugin", "tool", "outcome"}\` wherever a tool of a plugin was called, \`done\` with the JSON answer's \`data\`; or \`error\` with the error body. The deltas, joined, equal the
stored text. When a person takes over before the end, \`withdrawn\` takes the place of \`done\` and of what is left: the reply is not
kept, and its data is a notice. The reply is stored also when you leave; come back with \`Last-Event-ID\` to read on.`;

@MainController('chatbots', { tag: 'Conversations' })
export class ConversationController {
  constructor(
    private readonly turns: Turns,
    private readonly conversations: Conversations,
    private readonly files: Files,
    private readonly input: InputPipe,
  ) {}

  /** The body is checked here and not by the global pipe, because a request that resumes a stream needs none. */
  @Post(':id/conversation')
  @HttpCode(200)
  @Summary('Send a message to the chatbot')
  @NeedsScope('chat:write')
  @ApiBody({ type: SendMessage })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Id of the last frame of a stream to read on.' })
  @Answers(200, ChatbotReply)
  @AnswersStream(STREAM, 'ReplyFrame', REPLY_FRAMES)
  @AnswersNothingMore()
  @Refuses(400, 404, 409, 503)
  @SpendsBudget()
  async send(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'chatbot') botId: string,
    @Query() query: ExplainQuery,
    @OnceId() userMessageId: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const lastEventId = request.headers['last-event-id'];
    if (typeof lastEventId === 'string') return this.readOn(actor, botId, lastEventId, reply);
    const body: SendMessage = await this.input.transform(request.body, { type: 'body', metatype: SendMessage });
    const isStreamed = body.stream ?? request.headers.accept?.includes(EVENT_STREAM) ?? false;
    const files = body.documentIds?.length ? await this.files.contentsOf(actor, body.documentIds) : [];
    const asked = toAskInput(body, isStreamed, files.map(attachmentOf));
    const explained = this.explained(actor, body.explain ?? query.explain);
    const turn = await this.turns.ask(actor, botId, {
      ...asked,
      ...explained.asking,
      ...(userMessageId ? { userMessageId } : {}),
    });
    if (isStreamed) return stream(reply, turn, turn.followWithTools(), explained.told);
    return success({ ...toChatbotReply(await turn.answered()), ...explained.told() });
  }

  @Get(':id/conversation')
  @Summary('Resume a streamed reply')
  @NeedsScope('chat:write')
  @ApiHeader({ name: 'Last-Event-ID', required: true, description: 'Id of the last frame that you saw.' })
  @AnswersStream(STREAM, 'ReplyFrame', REPLY_FRAMES)
  @AnswersNothingMore()
  @Refuses(400, 404, 503)
  async resume(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'chatbot') botId: string,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.readOn(actor, botId, lastEventId ?? '', reply);
  }

  @Get(':id/conversation/history')
  @Summary('Get conversation history', 'What was said in a session, oldest first.')
  @NeedsScope('conversations:read')
  @AnswersPage(HistoryMessageDto)
  @Refuses(400, 404)
  async history(@CurrentActor() actor: Actor, @IdParam('id', 'chatbot') botId: string, @Query() query: HistoryQuery) {
    return successPage(
      mapPage(await this.conversations.history(actor, botId, query.sessionId, query), toHistoryMessage),
    );
  }

  @Post(':id/response-rating')
  @HttpCode(200)
  @Summary('Rate a response')
  @NeedsScope('chat:write')
  @Answers(200, ResponseRating)
  @Refuses(400, 404)
  async rate(@CurrentActor() actor: Actor, @IdParam('id', 'chatbot') botId: string, @Body() body: RateResponse) {
    const { userId, ...judgement } = body;
    const id = await this.conversations.rate(actor, botId, {
      ...judgement,
      ...(userId === undefined ? {} : { userRef: userId }),
    });
    return success({ id, rating: body.rating });
  }

  /** What the knowledge holds beyond the reply is for those who may read it, and for them alone: it is told once, to who asks. */
  private explained(actor: Actor, isWanted = false): Explained {
    if (!isWanted) return { asking: {}, told: () => ({}) };
    requireScope(actor, 'knowledge:read');
    let explanation: ReplyExplanation | undefined;
    const onExplained = (made: ReplyExplanation) => {
      explanation = made;
    };
    return { asking: { onExplained }, told: () => (explanation ? { explanation } : {}) };
  }

  /** 204 after `done`: it tells an EventSource to stop coming back (WHATWG HTML, "Server-sent events"). */
  private async readOn(actor: Actor, botId: string, lastEventId: string, reply: FastifyReply) {
    const position = toTurnPosition(lastEventId);
    if (!position) throw invalidInput([LAST_EVENT_ID_PROBLEM]);
    const turn = await this.turns.resume(actor, botId, position);
    if (position.cursor === DONE) return reply.code(204).send();
    return stream(reply, turn, turn.followWithTools(position.cursor));
  }
}

function stream(
  reply: FastifyReply,
  turn: LiveTurn,
  frames: AsyncIterable<Frame>,
  told: Explained['told'] = () => ({}),
) {
  const { messageId } = turn.start;
  return sendEventStream(
    reply,
    mapFrames(frames, (frame) => toSseFrame(messageId, frame, told)),
    { heartbeatMs: HEARTBEAT_MS },
  );
}

async function* mapFrames(frames: AsyncIterable<Frame>, map: (frame: Frame) => SseFrame) {
  for await (const frame of frames) yield map(frame);
}
