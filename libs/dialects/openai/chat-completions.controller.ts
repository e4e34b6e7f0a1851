import { Body, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Completions } from '#domain/chats';
import {
  AllowsBotKey,
  AnswersStream,
  CurrentActor,
  DialectController,
  NeedsScope,
  Refuses,
  SpendsBudget,
  Summary,
  sendEventStream,
} from '#infra/http';
import { type Actor, Clock, newId } from '#kernel';
import { CompletionInputs } from './asking/completion-input.service';
import { BotModels } from './bot-models.service';
import { ChatCompletion } from './chat-completion.dto';
import { toChunks } from './chat-completion-chunks';
import { ChatCompletionChunk } from './chat-completion-chunks.dto';
import { CreateChatCompletion } from './chat-completions.dto';
import { toAskedTerms, toChatCompletion } from './chat-completions.mapper';
import { doneOf } from './done-of';
import { Tells, unixSeconds } from './openai.answers';
import { callerLeaving } from './reader';

const STREAM = `Server-sent events \`data: {...}\`, each a \`chat.completion.chunk\`; then \`data: [DONE]\`. A failure in mid-stream is
\`data: {"error": {...}}\`.`;

@DialectController('openai/v1/chat/completions', { tag: 'Chat completions' })
export class ChatCompletionsController {
  constructor(
    private readonly models: BotModels,
    private readonly inputs: CompletionInputs,
    private readonly completions: Completions,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Summary(
    'Create a chat completion',
    'The messages are the history; the instructions and the knowledge of the bot apply. Unless `store` is false the turn is stored in a conversation, which later requests with the same history go on with.',
  )
  @NeedsScope('chat:write')
  @AllowsBotKey('chat:write')
  @Tells(200, ChatCompletion)
  @AnswersStream(STREAM, 'ChatCompletionFrame', [ChatCompletionChunk])
  @Refuses(400, 404, 409, 413, 503)
  @SpendsBudget()
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateChatCompletion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asked = toAskedTerms(body);
    const bot = await this.models.find(actor, body.model);
    const key = newId();
    const head = { id: `chatcmpl-${key.replaceAll('-', '')}`, created: unixSeconds(this.clock.now()), model: bot.slug };
    const input = { ...(await this.inputs.of(bot, asked)), signal: callerLeaving(reply) };
    const events = this.completions.complete(actor, bot, input, key);
    if (!asked.isStreamed) return toChatCompletion(head, await doneOf(events));
    const includesUsage = body.stream_options?.include_usage === true;
    return sendEventStream(reply, toChunks(head, events, includesUsage), { errorFrame: (data) => ({ data }) });
  }
}
