/**
 * The stream of an answer: lines `data: {...}` without names and ids. `{"type":"text","content"}` any number of times, then
 * `{"type":"done",...}`, or `{"type":"error","error":{code,message}}` when it failed half-way. A stream cannot be resumed here;
 * the answer is stored all the same.
 */
import type { Answer, TurnFrame } from '#domain/chats';
import type { SseFrame } from '#infra/http';
import { ASSISTANT_IDS } from './assistant.ids';
import { messageIdOf, toUsage } from './chat.mapper';

/**
 * Contents, joined, are the stored text. What a person of the team has cut off is not stored: there the notice that they
 * answer follows what was told already.
 */
export async function* toChatFrames(frames: AsyncIterable<TurnFrame>): AsyncGenerator<SseFrame, void, undefined> {
  let isTold = false;
  for await (const frame of frames) {
    if (frame.type === 'delta') {
      isTold = true;
      yield text(frame.text);
    } else if (frame.type === 'done' || frame.type === 'withdrawn') {
      const { reply } = frame.answer;
      if (!isTold) yield text(reply.text);
      else if (frame.type === 'withdrawn') yield text(`\n\n${reply.text}`);
      yield done(frame.answer);
    }
  }
}

/** @param body that the dialect makes of a failure */
export function toErrorFrame(body: unknown): SseFrame {
  return { data: { type: 'error', ...(body as object) } };
}

function text(content: string): SseFrame {
  return { data: { type: 'text', content } };
}

function done(answer: Answer): SseFrame {
  return {
    data: {
      type: 'done',
      chat_id: ASSISTANT_IDS.encode('chat', answer.conversationId),
      ...messageIdOf(answer),
      usage: toUsage(answer.reply.usage),
    },
  };
}
