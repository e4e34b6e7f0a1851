import { Logger } from '@nestjs/common';
import { DeadlinesQueries, declaredDeadlines } from '#infra/deadlines';
import { after, MINUTE_MS, SECOND_MS } from '#kernel';
import { channelTransportErrors } from '#providers/channel-transport';
import { eventually } from '#testing';
import { ChannelsUnderTest, type OpenedChannel } from '#testing/channels';
import { LEASE_MS } from '../lanes/lane-times';

describe('messages to channels', () => {
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

  const platform = () => parley.transports.of('telegram');
  const ask = async (key: string, text = key, chatId = 'chat') => parley.write(channel, { key, text, chatId });
  const states = async () => (await parley.log(channel)).map(({ state }) => state);
  /** Once only, at the part that says so. */
  const refuseOnce = (words: string, error: () => Error) => {
    let isRefused = false;
    platform().beforeSend = ({ text }) => {
      if (isRefused || text !== words) return;
      isRefused = true;
      throw error();
    };
  };

  test('are sent part by part, in the order in which they were said, to where the question came from', async () => {
    await ask('1', 'one\ntwo');
    await ask('2', 'three\nfour');
    await parley.work();
    expect(platform().texts).toEqual(['one', 'two (0)', 'three', 'four (2)']);
    expect(platform().sent[0]).toMatchObject({ chatId: 'chat', replyTo: { to: '1' }, position: 0 });
    expect(await parley.log(channel)).toMatchObject([
      { state: 'sent', parts: 2, sentParts: 2, attempts: 2, doubtfulParts: 0, error: null },
      { state: 'sent', parts: 2, sentParts: 2, attempts: 2, doubtfulParts: 0, error: null },
    ]);
  });

  test('that are heard of twice are sent once', async () => {
    await ask('1');
    await parley.work();
    const events = await parley.chats.told('message.sent');
    expect(events).toHaveLength(1);
    await parley.first.intake.consumeAll([
      { id: 'x', name: 'message.sent', teamId: parley.actor.teamId, occurredAt: new Date(), data: events[0]! },
    ]);
    await parley.work();
    expect(platform().texts).toEqual(['1 (0)']);
  });

  test('of people of the team are sent where the conversation is held, as no answer to anything', async () => {
    await parley.write(channel, { key: '1', text: 'help', threadId: 'T7' });
    await parley.work();
    await parley.agentSays(channel, 'Here I am');
    await parley.work();
    expect(platform().sent.at(-1)).toMatchObject({ chatId: 'chat', threadId: 'T7', text: 'Here I am' });
    expect(platform().sent.at(-1)?.replyTo).toBeUndefined();
  });

  test('wait, in all chats of the channel, as long as the platform asks for, and then go on at the same part', async () => {
    refuseOnce('two (0)', () => channelTransportErrors.rate_limited({ retryAfterMs: 7 * SECOND_MS }));
    await ask('1', 'one\ntwo');
    await parley.work();
    await ask('2', 'other', 'another chat');
    await parley.work();
    expect(platform().texts).toEqual(['one']);
    parley.chats.clock.advance(7 * SECOND_MS - 1);
    await parley.first.upkeep.sweep();
    await parley.work();
    expect(platform().texts).toEqual(['one']);
    parley.chats.clock.advance(1);
    await parley.work();
    expect(platform().texts.sort()).toEqual(['one', 'other (0)', 'two (0)']);
    expect(await parley.log(channel)).toMatchObject([{ attempts: 3, doubtfulParts: 0 }, {}]);
  });

  test('to a chat that is gone fail alone', async () => {
    refuseOnce('1 (0)', () => channelTransportErrors.chat_gone());
    await ask('1');
    await ask('2', '2', 'another chat');
    await parley.work();
    expect(platform().texts).toEqual(['2 (0)']);
    expect(await parley.log(channel)).toMatchObject([
      { state: 'failed', error: expect.stringContaining('cannot write to this chat') },
      { state: 'sent' },
    ]);
  });

  test('when the credentials are no good any more wait for new ones, and the channel says so once', async () => {
    platform().beforeSend = () => {
      throw channelTransportErrors.revoked();
    };
    await ask('1');
    await ask('2', '2', 'another chat');
    await parley.work();
    const { status, statusReason } = await parley.first.channels.get(parley.actor, channel.id);
    expect([status, statusReason]).toEqual(['disconnected', expect.stringContaining('credentials')]);
    const told = () => parley.outbox.names.filter((name) => name === 'channel.disconnected');
    expect(told()).toHaveLength(1);
    platform().beforeSend = () => undefined;
    await parley.first.upkeep.sweep();
    await parley.work();
    expect(platform().texts).toEqual([]);
    expect(await states()).toEqual(['waiting', 'waiting']);

    await parley.first.channels.reconnect(parley.actor, channel.id);
    await parley.work();
    expect(platform().texts.sort()).toEqual(['1 (0)', '2 (0)']);
    expect(told()).toHaveLength(1);
    expect(parley.outbox.names.filter((name) => name === 'channel.connected')).toHaveLength(2);
  });

  test('are tried again while the platform is away, later each time, and given up at last; then they can be retried', async () => {
    platform().beforeSend = () => {
      throw channelTransportErrors.unavailable();
    };
    await ask('1');
    for (let tries = 0; tries < 12; tries++) {
      await parley.work();
      parley.chats.clock.advance(5 * MINUTE_MS);
    }
    const [given] = await parley.log(channel);
    expect(given).toMatchObject({ state: 'failed', attempts: 10, error: 'The platform could not be reached.' });
    platform().beforeSend = () => undefined;
    await parley.first.deliveries.retry(parley.actor, channel.id, given!.id);
    await parley.work();
    expect(platform().texts).toEqual(['1 (0)']);
    await expect(parley.first.deliveries.retry(parley.actor, channel.id, given!.id)).rejects.toMatchObject({
      code: 'channels.not_retryable',
    });
  });

  test('that a process noted whose clock is ahead are sent as soon as another mends what waits for too long', async () => {
    await ask('1');
    await parley.work();
    const { clock, db } = parley.chats;
    clock.jump(10 * MINUTE_MS);
    await parley.agentSays(channel, 'Here I am');
    clock.jump(-10 * MINUTE_MS);
    await parley.work();
    expect(await states()).toEqual(['sent', 'waiting']);
    const queries = new DeadlinesQueries(db.database);
    for (const deadline of declaredDeadlines().filter(({ table }) => table === 'channel_message'))
      await queries.bringForward(deadline, after(clock.now(), deadline.longestMs as number));
    clock.advance(SECOND_MS);
    await parley.first.upkeep.sweep();
    await parley.work();
    expect(platform().texts).toEqual(['1 (0)', 'Here I am']);
  });

  test('of one conversation are sent once by two processes that work at the same time', async () => {
    const other = parley.process();
    for (const key of ['1', '2', '3', '4']) await ask(key);
    await Promise.all([parley.work(parley.first), parley.work(other)]);
    await parley.work();
    expect(platform().texts).toEqual(['1 (0)', '2 (2)', '3 (4)', '4 (6)']);
  });

  test('that a dead process was sending go on at the part that is not noted, which is counted as doubtful', async () => {
    const dying = parley.process();
    const death = new AbortController();
    await ask('1', 'one\ntwo\nthree');
    await parley.first.answering.answer(channel.id, 'chat', death.signal);
    parley.jobs.lose();
    await parley.fanOut();
    const [{ conversationId } = { conversationId: '' }] = await parley.log(channel);
    const hanging = Promise.withResolvers<void>();
    let begun = 0;
    platform().beforeSend = ({ text }) => {
      begun += 1;
      return text === 'two' && begun === 2 ? hanging.promise : undefined;
    };
    const cutOff = dying.sending.send(channel.id, conversationId, death.signal).catch(() => undefined);
    await eventually(() => begun === 2);
    await parley.work();
    expect(platform().texts).toEqual(['one']);

    // On a slow machine the one that hangs may say once more that it is alive.
    await eventually(async () => {
      parley.chats.clock.advance(LEASE_MS + 1);
      await parley.first.upkeep.sweep();
      await parley.work();
      return (await states())[0] === 'sent';
    });
    expect(platform().texts).toEqual(['one', 'two', 'three (0)']);
    expect(await parley.log(channel)).toMatchObject([{ state: 'sent', attempts: 4, doubtfulParts: 1, sentParts: 3 }]);
    // The platform had taken it after all: the late process finds that it no longer has the lane, and sends nothing more.
    hanging.resolve();
    await cutOff;
    expect(platform().texts).toEqual(['one', 'two', 'three (0)', 'two']);
  });

  test('are noted and not sent where channels are not live', async () => {
    const quiet = parley.process({ isLive: false });
    await ask('1');
    await parley.work(quiet);
    expect(await parley.log(channel)).toMatchObject([
      { state: 'skipped', error: expect.stringContaining('CHANNELS_LIVE') },
    ]);
    const [{ id } = { id: '' }] = await parley.log(channel);
    await expect(quiet.deliveries.retry(parley.actor, channel.id, id)).rejects.toMatchObject({
      code: 'channels.not_live',
    });
  });

  test('keep no words once they are sent', async () => {
    await ask('1', 'my number is 42');
    await parley.work();
    const rows = await parley.chats.db.database.query<{ parts: unknown }>('select parts from channel_message');
    expect(rows).toEqual([{ parts: null }]);
  });
});
