import type { EndUserRecords } from '#domain/context';
import { DAY_MS } from '#kernel';
import { ChannelsUnderTest } from '#testing/channels';
import { EndUserUpdates } from './end-user-updates';

const NEVER = new AbortController().signal;

describe('the upkeep of channels', () => {
  let parley: ChannelsUnderTest;

  beforeAll(async () => {
    parley = await ChannelsUnderTest.open();
  });
  afterAll(() => parley.close());
  beforeEach(() => parley.forgetAll());

  const count = async (table: string) => {
    const [row] = await parley.chats.db.database.query<{ count: number }>(
      `select count(*)::int as count from ${table}`,
    );
    return row?.count;
  };
  const endUsers = () => new EndUserUpdates({} as EndUserRecords, parley.chats.db.database);

  test('deletes what is older than 30 days, and keeps the rest and all conversations', async () => {
    const channel = await parley.channel();
    await parley.work();
    await parley.write(channel, { key: '1' });
    await parley.work();
    // Ids are made by the clock of the machine.
    parley.chats.clock.set(new Date());
    await parley.first.upkeep.prune(NEVER);
    expect([await count('channel_update'), await count('channel_message')]).toEqual([1, 1]);
    parley.chats.clock.advance(30 * DAY_MS + DAY_MS);
    await parley.first.upkeep.prune(NEVER);
    const left = await Promise.all(['channel_update', 'channel_message', 'channel_lane', 'message'].map(count));
    expect(left).toEqual([0, 0, 0, 2]);
  });

  test('an end user gets what is held of them, and it is erased, of the bot that they name', async () => {
    const channel = await parley.channel();
    for (const userId of ['ada', 'bob']) await parley.write(channel, { key: userId, userId, text: `I am ${userId}` });
    const { teamId } = parley.actor;
    const ada = { teamId, botId: parley.chats.bot.id, userRef: 'telegram:ada' };
    expect(await endUsers().export(ada)).toMatchObject([
      { channelId: channel.id, state: 'waiting', message: { text: 'I am ada' } },
    ]);
    expect(await endUsers().erase({ ...ada, botId: parley.chats.otherBot.id })).toBe(0);
    expect(await endUsers().erase({ ...ada, botId: undefined })).toBe(1);
    await parley.work();
    expect(await parley.said()).toEqual(['I am bob', 'I am bob (0)']);
  });

  test('what was sent goes with its conversation', async () => {
    const channel = await parley.channel();
    await parley.work();
    await parley.write(channel, { key: '1' });
    await parley.work();
    await parley.chats.db.database.query('delete from conversation');
    expect(await parley.log(channel)).toEqual([]);
  });
});
