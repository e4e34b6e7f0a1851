import type { Reply, ReplySource } from '#domain/replies';
import type { Answer, TurnFrame } from './chats.types';
import { LiveTurn } from './live-turn';

const START = {
  botId: 'bot',
  conversationId: 'conversation',
  sessionKey: 'session',
  userRef: 'user',
  channel: 'api',
  userMessageId: 'question',
  messageId: 'reply',
  askedAt: new Date(0),
};

function answerOf(text: string, sources: ReplySource[] = []): Answer {
  const reply: Reply = {
    text,
    sources,
    confidence: 0.9,
    grounded: true,
    model: 'extractive',
    usage: { inputTokens: 1, outputTokens: 1 },
    latencyMs: 1,
  };
  return { ...START, reply, answeredAt: new Date(1), handling: 'bot' };
}

function finish(turn: LiveTurn, ...pieces: string[]): void {
  turn.found([]);
  for (const piece of pieces) turn.said(piece);
  turn.finished(answerOf(pieces.join('')));
}

const read = (turn: LiveTurn, cursor?: number): Promise<TurnFrame[]> => Array.fromAsync(turn.follow(cursor));
const textOf = (frames: TurnFrame[]) => frames.map((frame) => (frame.type === 'delta' ? frame.text : '')).join('');

describe('a live turn', () => {
  test('is read from the start while it is written, and the deltas join to the text', async () => {
    const turn = new LiveTurn(START, 'key:1');
    const reading = read(turn);
    finish(turn, 'We are open ', 'from 9 to 5.');
    const frames = await reading;
    expect(frames.map((frame) => frame.type).filter((type) => type !== 'delta')).toEqual([
      'started',
      'sources',
      'done',
    ]);
    expect(textOf(frames)).toBe('We are open from 9 to 5.');
  });

  test('can be resumed at every cursor without losing or repeating a character', async () => {
    const turn = new LiveTurn(START, 'key:1');
    const pieces = ['Opening ', 'hours: ', '9-5.'];
    const text = pieces.join('');
    finish(turn, ...pieces);
    for (let told = 0; told <= text.length; told += 1) {
      expect(textOf(await read(turn, 2 + told))).toBe(text.slice(told));
    }
    expect((await read(turn, 0))[0]?.type).toBe('sources');
  });

  test('read back from storage gives the same frames', async () => {
    const stored = LiveTurn.stored(answerOf('From 9 to 5.'), 'key:1');
    expect((await read(stored)).map((frame) => [frame.type, frame.cursor])).toEqual([
      ['started', 0],
      ['sources', 1],
      ['delta', 14],
      ['done', 'done'],
    ]);
  });

  test('that fails tells every reader, after what was said before', async () => {
    const turn = new LiveTurn(START, 'key:1');
    turn.found([]);
    turn.said('We are');
    turn.failed(new Error('provider down'));
    const seen: string[] = [];
    const reading = (async () => {
      for await (const frame of turn.follow()) seen.push(frame.type);
    })();
    await expect(reading).rejects.toThrow('provider down');
    expect(seen).toEqual(['started', 'sources', 'delta']);
    await expect(turn.answered()).rejects.toThrow('provider down');
  });
});

describe('tools that are called in a turn', () => {
  const run = {
    plugin: 'helper',
    version: '1',
    phase: 'tool' as const,
    tool: 'add',
    outcome: 'ok' as const,
    durationMs: 1,
  };

  test('are told where they are called, to who wants that, and not again to who comes back', async () => {
    const turn = new LiveTurn(START, 'key:1');
    const reading = Array.fromAsync(turn.followWithTools());
    const others = read(turn);
    turn.called(run);
    await Promise.resolve();
    finish(turn, 'Five.');
    const frames = await reading;
    expect(frames.map(({ type, cursor }) => [type, cursor])).toEqual([
      ['started', 0],
      ['tool', 0],
      ['sources', 1],
      ['delta', 7],
      ['done', 'done'],
    ]);
    expect((await others).map(({ type }) => type)).toEqual(['started', 'sources', 'delta', 'done']);
    expect((await Array.fromAsync(turn.followWithTools(0))).map(({ type }) => type)).toEqual([
      'sources',
      'delta',
      'done',
    ]);
  });

  test('are not told once a person has taken over', async () => {
    const turn = new LiveTurn(START, 'key:1');
    turn.called(run);
    turn.withdraw(answerOf('A person answers.'));
    expect((await Array.fromAsync(turn.followWithTools())).map(({ type }) => type)).toEqual(['started', 'withdrawn']);
  });
});
