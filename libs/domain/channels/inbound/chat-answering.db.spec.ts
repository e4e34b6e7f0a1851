import { Logger } from '@nestjs/common';
import { MINUTE_MS, SECOND_MS } from '#kernel';
import { eventually } from '#testing';
import { ChannelsUnderTest, messageOf, type OpenedChannel } from '#testing/channels';
import { LEASE_MS } from '../lanes/lane-times';

/** Comes back from its first word too late, and has lost what it was about to say. */
const engineThatHangs = (until: Promise<void>) => ({
  async *reply() {
    yield { type: 'sources' as const, sources: [] };
    await until;
    throw new Error('The process was held up.');
  },
});

describe('messages from channels', () => {
  let parley: ChannelsUnderTest;
  let channel: OpenedChannel;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    parley = await ChannelsUnderTest.open();
  });
  afterAll(() => parley.close());
  beforeEach(async () => {
    await parley.forgetAll();
    channel = await parley.channel();
    await parley.work();
  });

  test('are acknowledged at once and answered by a job, in their order', async () => {
    for (const key of ['1', '2', '3']) {
      expect(await parley.write(channel, { key, text: `question ${key}` })).toEqual({
        status: 200,
        body: { ok: true },
      });
    }
    expect(await parley.said()).toEqual([]);
    await parley.work();
    expect(await parley.said()).toEqual([
      'question 1',
      'question 1 (0)',
      'question 2',
      'question 2 (2)',
      'question 3',
      'question 3 (4)',
    ]);
    expect(parley.transports.of('telegram').texts).toEqual(['question 1 (0)', 'question 2 (2)', 'question 3 (4)']);
  });

  test('are acknowledged while nothing can be queued, and answered when the sweep finds them', async () => {
    parley.jobs.isAway = true;
    expect(await parley.write(channel, { key: '1', text: 'question 1' })).toMatchObject({ status: 200 });
    parley.jobs.isAway = false;
    parley.chats.clock.advance(MINUTE_MS);
    await parley.first.upkeep.sweep();
    await parley.work();
    expect(await parley.said()).toEqual(['question 1', 'question 1 (0)']);
  });

  test('are all kept when the platform tells several in one call', async () => {
    const [message, ...further] = ['1', '2', '3'].map((key) => messageOf({ key, text: `question ${key}` }));
    const told = { kind: 'message', message, further };
    expect(await parley.call(channel, told)).toEqual({ status: 200, body: { ok: true } });
    await parley.call(channel, told);
    await parley.work();
    expect((await parley.said()).filter((words) => words.startsWith('question') && !words.includes('('))).toEqual([
      'question 1',
      'question 2',
      'question 3',
    ]);
  });

  test('that are told twice are answered once', async () => {
    await parley.write(channel, { key: '1' });
    await parley.work();
    await parley.write(channel, { key: '1' });
    await parley.write(channel, { key: '1', text: 'other words' });
    await parley.work();
    expect(await parley.said()).toEqual(['hello', 'hello (0)']);
  });

  test('are answered once by two processes that work at the same time', async () => {
    const other = parley.process({ chats: parley.chats.anotherProcess() });
    for (let n = 1; n <= 6; n++)
      await parley.write(channel, { key: `${n}`, text: `${n}` }, n % 2 ? parley.first : other);
    await Promise.all([parley.work(parley.first), parley.work(other)]);
    await parley.work();
    expect(await parley.said()).toEqual([1, 2, 3, 4, 5, 6].flatMap((n) => [`${n}`, `${n} (${2 * n - 2})`]));
    expect(parley.transports.of('telegram').texts).toHaveLength(6);
  });

  test('of one chat do not hold up another one', async () => {
    const gate = Promise.withResolvers<void>();
    parley.chats.engine.gate = gate.promise;
    await parley.write(channel, { key: '1', chatId: 'slow' });
    const slow = parley.first.answering.answer(channel.id, 'slow', new AbortController().signal);
    await eventually(() => parley.chats.engine.requests.length === 1);
    parley.chats.engine.gate = undefined;
    await parley.write(channel, { key: '2', chatId: 'quick' });
    await parley.work();
    expect(parley.transports.of('telegram').sent.map(({ chatId }) => chatId)).toEqual(['quick']);
    gate.resolve();
    await slow;
    await parley.work();
    expect(parley.transports.of('telegram').sent.map(({ chatId }) => chatId)).toEqual(['quick', 'slow']);
  });

  test('that come while one is answered are answered by the same run', async () => {
    const gate = Promise.withResolvers<void>();
    parley.chats.engine.gate = gate.promise;
    await parley.write(channel, { key: '1', text: 'one' });
    const run = parley.work();
    await eventually(() => parley.chats.engine.requests.length === 1);
    await parley.write(channel, { key: '2', text: 'two' });
    parley.jobs.lose();
    gate.resolve();
    await run;
    expect(await parley.said()).toEqual(['one', 'one (0)', 'two', 'two (2)']);
  });

  test('of which the job was lost are found by the sweep', async () => {
    await parley.write(channel, { key: '1' });
    parley.jobs.lose();
    await parley.first.upkeep.sweep();
    await parley.work();
    expect(await parley.said()).toEqual(['hello', 'hello (0)']);
  });

  test('that a dead process had are answered when its lease has lapsed, once', async () => {
    const late = Promise.withResolvers<void>();
    const dying = parley.process({ chats: parley.chats.anotherProcess(engineThatHangs(late.promise)) });
    const death = new AbortController();
    await parley.write(channel, { key: '1' });
    parley.jobs.lose();
    const cutOff = dying.answering.answer(channel.id, 'chat', death.signal);
    await eventually(async () => (await parley.updates())[0]?.attempts === 1);
    await parley.first.upkeep.sweep();
    await parley.work();
    expect(await parley.updates()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
    // On a slow machine the one that hangs may say once more that it is alive.
    await eventually(async () => {
      parley.chats.clock.advance(LEASE_MS + 1);
      await parley.first.upkeep.sweep();
      await parley.work();
      return (await parley.updates())[0]?.state === 'answered';
    });
    expect(await parley.said()).toEqual(['hello', 'hello (0)']);
    death.abort();
    late.resolve();
    await cutOff.catch(() => undefined);
    expect(await parley.said()).toEqual(['hello', 'hello (0)']);
    expect(parley.transports.of('telegram').texts).toEqual(['hello (0)']);
  });

  test('that cannot be answered are tried again, later each time, and given up with a reason', async () => {
    parley.chats.engine.failure = new Error('provider down');
    await parley.write(channel, { key: '1' });
    const waits: number[] = [];
    for (;;) {
      await parley.work();
      const [{ state, attempts } = { state: '', attempts: 0 }] = await parley.updates();
      if (state !== 'waiting') break;
      waits.push(attempts);
      parley.chats.clock.advance(5 * MINUTE_MS);
    }
    expect(waits).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await parley.updates()).toMatchObject([{ state: 'failed', attempts: 8, reason: expect.any(String) }]);
    expect(parley.transports.of('telegram').texts).toEqual([]);
  });

  test('wait for one before them that is tried again', async () => {
    parley.chats.engine.failure = new Error('provider down');
    await parley.write(channel, { key: '1', text: 'one' });
    await parley.write(channel, { key: '2', text: 'two' });
    await parley.work();
    parley.chats.engine.failure = undefined;
    await parley.first.upkeep.sweep();
    await parley.work();
    expect((await parley.updates()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    parley.chats.clock.advance(2 * SECOND_MS);
    await parley.work();
    expect(await parley.said()).toEqual(['one', 'one (0)', 'two', 'two (2)']);
  });

  test('to a disabled bot are acknowledged, and nothing is said', async () => {
    parley.chats.bot.status = 'disabled';
    await parley.write(channel, { key: '1' });
    await parley.work();
    expect(await parley.updates()).toMatchObject([{ state: 'ignored', reason: 'The bot is disabled.' }]);
    expect(await parley.said()).toEqual([]);
  });

  test('in a conversation that a person has taken over are stored, and the bot says nothing', async () => {
    await parley.write(channel, { key: '1' });
    await parley.work();
    await parley.chats.db.database.query(`update conversation set handling = 'human'`);
    await parley.write(channel, { key: '2', text: 'are you a person?' });
    await parley.work();
    expect(await parley.said()).toEqual(['hello', 'hello (0)', 'are you a person?']);
    expect(parley.transports.of('telegram').texts).toEqual(['hello (0)']);
    expect((await parley.updates()).map(({ state }) => state)).toEqual(['answered', 'answered']);
  });

  test('that are erased while they wait leave those behind them', async () => {
    await parley.write(channel, { key: '1', text: 'one' });
    await parley.write(channel, { key: '2', text: 'two' });
    await parley.chats.db.database.query(`delete from channel_update where key = '1'`);
    await parley.work();
    expect(await parley.said()).toEqual(['two', 'two (0)']);
  });

  test('in groups are answered when they mention the bot, or by the rule of the bot', async () => {
    const group = { chatId: 'group', isDirect: false };
    await parley.write(channel, { key: '1', ...group });
    await parley.write(channel, { key: '2', ...group, mentionsBot: true });
    await parley.work();
    parley.chats.bot.configuration = { behaviors: { shouldRespond: 'always' } };
    await parley.write(channel, { key: '3', ...group });
    await parley.work();
    parley.chats.bot.configuration = { behaviors: { shouldRespond: 'direct' } };
    await parley.write(channel, { key: '4', ...group, mentionsBot: true });
    await parley.work();
    expect((await parley.updates()).map(({ state }) => state)).toEqual(['ignored', 'answered', 'answered', 'ignored']);
  });

  test('leave no words behind but those of the conversation', async () => {
    await parley.write(channel, { key: '1', text: 'my number is 42' });
    await parley.work();
    const rows = await parley.chats.db.database.query<{ message: string }>(
      'select message::text as message from channel_update',
    );
    expect(rows.map(({ message }) => message).join()).not.toContain('42');
  });

  test('after a pause begin a conversation anew, when the bot says so', async () => {
    parley.chats.bot.configuration = { behaviors: { conversationScope: 'session', sessionTimeoutMinutes: 10 } };
    for (const [key, pauseMs] of [
      ['1', 0],
      ['2', 9 * MINUTE_MS],
      ['3', 11 * MINUTE_MS],
    ] as const) {
      parley.chats.clock.advance(pauseMs);
      await parley.write(channel, { key, text: key });
      await parley.work();
    }
    expect(await parley.said()).toEqual(['1', '1 (0)', '2', '2 (2)', '3', '3 (0)']);
  });

  test('wait as long as the bot is to wait, and the wait is not begun anew', async () => {
    parley.chats.bot.configuration = { behaviors: { responseDelayMs: { min: 5_000, max: 5_000 } } };
    await parley.write(channel, { key: '1' });
    await parley.work();
    expect(await parley.said()).toEqual([]);
    parley.chats.clock.advance(5_000);
    await parley.work();
    expect(await parley.said()).toEqual(['hello', 'hello (0)']);
  });

  test('show that the bot is writing, unless it is not to', async () => {
    await parley.write(channel, { key: '1' });
    await parley.work();
    expect(parley.transports.of('telegram').typed).toEqual([{ chatId: 'chat', replyTo: { to: '1' } }]);
    parley.chats.bot.configuration = { behaviors: { typingIndicator: false } };
    await parley.write(channel, { key: '2' });
    await parley.work();
    expect(parley.transports.of('telegram').typed).toHaveLength(1);
  });
});
