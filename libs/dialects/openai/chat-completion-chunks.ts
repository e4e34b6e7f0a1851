/**
 * The chunks of a streamed completion: one with the role, the words as they come, calls of tools, one with the reason for the end
 * and the citations, one with the usage where it is wanted, and `[DONE]`.
 */
import type { CompletionEvent } from '#domain/chats';
import type { SseFrame } from '#infra/http';
import { type Completed, type CompletionHead, finishOf, toToolCall, toUsage } from './chat-completions.mapper';
import { toChatAnnotations, toGrounding } from './citations';

const DONE = '[DONE]';

export async function* toChunks(
  head: CompletionHead,
  events: AsyncIterable<CompletionEvent>,
  includesUsage: boolean,
): AsyncGenerator<SseFrame, void, undefined> {
  const usage = includesUsage ? { usage: null } : {};
  const chunk = (delta: object, finishReason: string | null = null, further: object = {}) =>
    frame(head, [{ index: 0, delta, logprobs: null, finish_reason: finishReason }], { ...usage, ...further });
  let isBegun = false;
  for await (const event of events) {
    const isTold = event.type === 'delta' || event.type === 'done';
    if (isTold && !isBegun) yield chunk({ role: 'assistant', content: '', refusal: null });
    isBegun ||= isTold;
    if (event.type === 'delta') yield chunk({ content: event.text });
    else if (event.type === 'done') yield* ending(event, chunk);
    if (event.type === 'done' && includesUsage) yield frame(head, [], { usage: toUsage(event.reply) });
  }
  yield { data: DONE };
}

type Chunk = (delta: object, finishReason?: string | null, further?: object) => SseFrame;

function* ending({ reply, conversationId }: Completed, chunk: Chunk): Generator<SseFrame> {
  if (reply.toolCalls)
    yield chunk({ tool_calls: reply.toolCalls.map((call, index) => ({ index, ...toToolCall(call) })) });
  const annotations = toChatAnnotations(reply);
  if (annotations.length > 0) yield chunk({ annotations });
  yield chunk({}, finishOf(reply), { parley: toGrounding(reply, conversationId) });
}

function frame({ id, created, model }: CompletionHead, choices: readonly object[], further: object): SseFrame {
  const data = { id, object: 'chat.completion.chunk', created, model, service_tier: 'default', choices, ...further };
  return { data };
}
