import { Body, Delete, Get, Param, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
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
import { CompletionInputs } from '../asking/completion-input.service';
import { BotModels } from '../bot-models.service';
import { doneOf } from '../done-of';
import { Tells, unixSeconds } from '../openai.answers';
import { callerLeaving } from '../reader';
import { itemsOf } from './input-items';
import { DeletedResponse, InputItemList, ModelResponse } from './model-response.dto';
import { toErrorEvent, toResponseEvents } from './response-events';
import { RESPONSE_EVENTS } from './response-events.dto';
import { ResponseThreads, type StoredResponse } from './response-threads.service';
import { CreateResponse } from './responses.dto';
import { toAskedTerms, toResponse } from './responses.mapper';

const STREAM = `Typed server-sent events, each with its \`sequence_number\`; the last one is \`response.completed\`,
\`response.incomplete\` or, of a failure in mid-stream, \`error\`.`;

const RESPONSE_ID = { name: 'response_id', description: 'Id of the response.', schema: { type: 'string' } } as const;

@DialectController('openai/v1/responses', { tag: 'Responses' })
export class ResponsesController {
  constructor(
    private readonly models: BotModels,
    private readonly inputs: CompletionInputs,
    private readonly completions: Completions,
    private readonly threads: ResponseThreads,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Summary(
    'Create a response',
    'The instructions and the knowledge of the bot apply. Unless `store` is false it can be gone on with by `previous_response_id`, and its turn is stored in a conversation.',
  )
  @NeedsScope('chat:write')
  @AllowsBotKey('chat:write')
  @Tells(200, ModelResponse)
  @AnswersStream(STREAM, 'ResponseFrame', RESPONSE_EVENTS)
  @Refuses(400, 404, 409, 413, 503)
  @SpendsBudget()
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateResponse,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const items = itemsOf(body.input);
    const bot = await this.models.find(actor, body.model);
    const thread = await this.threads.upTo(actor, body.previous_response_id);
    const asked = toAskedTerms(body, items, thread.items);
    const head = { key: newId(), createdAt: unixSeconds(this.clock.now()), model: bot.slug, body };
    const input = {
      ...(await this.inputs.of(bot, asked)),
      ...(thread.previous ? { previous: thread.previous } : {}),
      contentOf: (made: Parameters<typeof toResponse>[1]) => ({
        input: items,
        response: toResponse(head, made, undefined),
      }),
      signal: callerLeaving(reply),
    };
    const events = this.completions.complete(actor, bot, input, head.key);
    if (asked.isStreamed) return sendEventStream(reply, toResponseEvents(head, events), { errorFrame: toErrorEvent });
    const done = await doneOf(events);
    return toResponse(head, done.reply, done.conversationId);
  }

  @Get(':response_id')
  @Summary('Retrieve a response', 'One that was stored less than 30 days ago.')
  @NeedsScope('conversations:read')
  @AllowsBotKey('conversations:read')
  @ApiParam(RESPONSE_ID)
  @Tells(200, ModelResponse)
  @Refuses(404)
  async find(@CurrentActor() actor: Actor, @Param('response_id') id: string): Promise<ModelResponse> {
    return (await this.threads.find(actor, id)).response;
  }

  @Get(':response_id/input_items')
  @Summary('List the input items of a response')
  @NeedsScope('conversations:read')
  @AllowsBotKey('conversations:read')
  @ApiParam(RESPONSE_ID)
  @Tells(200, InputItemList)
  @Refuses(404)
  async inputItems(@CurrentActor() actor: Actor, @Param('response_id') id: string): Promise<InputItemList> {
    return toInputItems(id, await this.threads.find(actor, id));
  }

  @Delete(':response_id')
  @Summary('Delete a response', 'The conversation in which its turn was stored stays.')
  @NeedsScope('conversations:write')
  @AllowsBotKey('conversations:write')
  @ApiParam(RESPONSE_ID)
  @Tells(200, DeletedResponse)
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @Param('response_id') id: string): Promise<DeletedResponse> {
    await this.threads.delete(actor, id);
    return { id, object: 'response', deleted: true };
  }
}

/** Items have no ids of their own here: they are named by their place. */
function toInputItems(id: string, { input }: StoredResponse): InputItemList {
  const data = input.map((item, at) => ({ id: `${id.replace('resp', 'item')}_${at}`, ...item })).reverse();
  return { object: 'list', data, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null, has_more: false };
}
