/** The typed events of a streamed response, each with its number: OpenAI's API reference, "Streaming events" of Responses. */
import type { CompletionEvent } from '#domain/chats';
import type { Reply } from '#domain/replies';
import type { SseFrame } from '#infra/http';
import type { ModelResponse } from './model-response.dto';
import {
  messageItem,
  type ResponseHead,
  toAnnotations,
  toCallItem,
  toOutputText,
  toPending,
  toResponse,
} from './responses.mapper';

type Event = { type: string } & Record<string, unknown>;

export async function* toResponseEvents(
  head: ResponseHead,
  events: AsyncIterable<CompletionEvent>,
): AsyncGenerator<SseFrame, void, undefined> {
  let sequence = 0;
  for await (const event of eventsOf(head, events)) {
    yield { event: event.type, data: { ...event, sequence_number: sequence } };
    sequence += 1;
  }
}

async function* eventsOf(head: ResponseHead, events: AsyncIterable<CompletionEvent>): AsyncGenerator<Event> {
  const item = messageItem(head.key);
  const place = { item_id: item.id, output_index: 0, content_index: 0 };
  let isBegun = false;
  let hasText = false;
  for await (const event of events) {
    if (event.type !== 'delta' && event.type !== 'done') continue;
    if (!isBegun) yield* beginning(toPending(head));
    isBegun = true;
    const hasWords = event.type === 'delta' || !(event.reply.toolCalls && event.reply.text === '');
    if (!hasText && hasWords) yield* messageBeginning(item, place);
    hasText ||= hasWords;
    if (event.type === 'delta') yield { type: 'response.output_text.delta', ...place, delta: event.text, logprobs: [] };
    else yield* ending(head, event.reply, event.conversationId, hasText, place);
  }
}

type Place = { item_id: string; output_index: number; content_index: number };

function* beginning(response: ModelResponse): Generator<Event> {
  yield { type: 'response.created', response };
  yield { type: 'response.in_progress', response };
}

function* messageBeginning(item: object, place: Place): Generator<Event> {
  yield { type: 'response.output_item.added', output_index: 0, item };
  yield {
    type: 'response.content_part.added',
    ...place,
    part: { type: 'output_text', text: '', annotations: [], logprobs: [] },
  };
}

function* ending(
  head: ResponseHead,
  reply: Reply,
  conversationId: string | undefined,
  hasText: boolean,
  place: Place,
): Generator<Event> {
  const response = toResponse(head, reply, conversationId);
  if (hasText) yield* messageEnding(response, reply, place);
  for (const [at, call] of (reply.toolCalls ?? []).entries())
    yield* callEvents(toCallItem(head.key, call, at), at + (hasText ? 1 : 0));
  const type = response.status === 'incomplete' ? 'response.incomplete' : 'response.completed';
  yield { type, response };
}

function* messageEnding({ output }: ModelResponse, reply: Reply, place: Place): Generator<Event> {
  for (const [index, annotation] of toAnnotations(reply).entries())
    yield { type: 'response.output_text.annotation.added', ...place, annotation_index: index, annotation };
  yield { type: 'response.output_text.done', ...place, text: reply.text, logprobs: [] };
  yield { type: 'response.content_part.done', ...place, part: toOutputText(reply) };
  yield { type: 'response.output_item.done', output_index: 0, item: output[0] };
}

/** Calls come whole, when the model has ended. */
function* callEvents(item: ReturnType<typeof toCallItem>, index: number): Generator<Event> {
  const { arguments: args = '' } = item;
  const place = { item_id: item.id, output_index: index };
  yield {
    type: 'response.output_item.added',
    output_index: index,
    item: { ...item, status: 'in_progress', arguments: '' },
  };
  yield { type: 'response.function_call_arguments.delta', ...place, delta: args };
  yield { type: 'response.function_call_arguments.done', ...place, name: item.name, arguments: args };
  yield { type: 'response.output_item.done', output_index: index, item };
}

/** A failure in mid-stream. @param body that the dialect makes of it */
export function toErrorEvent(body: unknown): SseFrame {
  const { error } = body as { error: { message: string; code: string | null; param: string | null } };
  const { message, code, param } = error;
  return { event: 'error', data: { type: 'error', code, message, param, error } };
}
