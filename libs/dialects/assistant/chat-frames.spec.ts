import type { Answer, TurnFrame } from '#domain/chats';
import { toChatFrames, toErrorFrame } from './chat-frames';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const hex = key.replaceAll('-', '');
const USAGE = { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 };

const answer = (text: string, more: Partial<Answer> = {}) =>
  ({
    conversationId: key,
    messageId: key,
    reply: { text, usage: { inputTokens: 1, outputTokens: 2 } },
    ...more,
  }) as Answer;
const delta = (text: string): TurnFrame => ({ type: 'delta', cursor: 2, text });
const end = (type: 'done' | 'withdrawn', told: Answer): TurnFrame => ({ type, cursor: 'done', answer: told });

async function* from(frames: readonly TurnFrame[]) {
  yield { type: 'sources', cursor: 1, sources: [] } satisfies TurnFrame;
  yield* frames;
}

const streamed = async (...frames: TurnFrame[]) =>
  (await Array.fromAsync(toChatFrames(from(frames)))).map(({ data }) => data);

describe('a streamed answer', () => {
  test('is its pieces and an end, and nothing has a name or an id', async () => {
    const frames = [delta('Nine '), delta('to five.'), end('done', answer('Nine to five.'))];
    expect(await Array.fromAsync(toChatFrames(from(frames)))).toEqual([
      { data: { type: 'text', content: 'Nine ' } },
      { data: { type: 'text', content: 'to five.' } },
      { data: { type: 'done', chat_id: `chat_${hex}`, message_id: `msg_${hex}`, usage: USAGE } },
    ]);
  });

  test('that comes as a whole is one piece', async () => {
    const notice = answer('A person answers you.', { isNotice: true });
    expect(await streamed(end('done', notice))).toEqual([
      { type: 'text', content: 'A person answers you.' },
      { type: 'done', chat_id: `chat_${hex}`, usage: USAGE },
    ]);
  });

  test('that a person has cut off goes on with the notice', async () => {
    const notice = answer('A person answers you.', { isNotice: true });
    expect(await streamed(delta('Nine '), end('withdrawn', notice))).toEqual([
      { type: 'text', content: 'Nine ' },
      { type: 'text', content: '\n\nA person answers you.' },
      { type: 'done', chat_id: `chat_${hex}`, usage: USAGE },
    ]);
  });

  test('that fails half-way ends with the error of the dialect', () => {
    const body = { error: { code: 'SERVICE_UNAVAILABLE', message: 'No.' } };
    expect(toErrorFrame(body)).toEqual({ data: { type: 'error', ...body } });
  });
});
