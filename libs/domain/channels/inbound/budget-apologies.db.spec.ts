import { DAY_MS, newId } from '#kernel';
import { ChannelsUnderTest } from '#testing/channels';

describe('a channel of a team whose budget is used up', () => {
  let fixture: ChannelsUnderTest;

  beforeAll(async () => {
    fixture = await ChannelsUnderTest.open();
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await fixture.forgetAll();
    const { database } = fixture.chats.db;
    for (const table of ['budget', 'budget_use', 'budget_notice']) await database.query(`delete from ${table}`);
    await database.query(
      `insert into budget (id, team_id, subject, measure, period, allowance, created_at, updated_at)
       values ($1, $2, 'team', 'requests', 'day', 1, now(), now())`,
      [newId(), fixture.actor.teamId],
    );
  });

  const process = () => fixture.process({ chats: fixture.chats.anotherProcess() });

  test('tells each of its users so once a period, in their language, and leaves their messages unanswered', async () => {
    const now = process();
    const channel = await fixture.channel('telegram', {}, now);
    const write = async (key: string, chatId: string, text: string) => {
      await fixture.write(channel, { key, chatId, text, userId: chatId }, now);
      await fixture.work(now);
    };
    await write('1', 'ada', 'hello there');
    await write('2', 'ada', 'how are you today my friend?');
    await write('3', 'ada', 'are you still there?');
    await write('4', 'bert', 'Guten Tag, ich habe eine Frage zu meiner Rechnung');
    const sent = fixture.transports.of('telegram').sent.map(({ chatId, text }) => [chatId, text]);
    expect(sent).toEqual([
      ['ada', 'hello there (0)'],
      ['ada', expect.stringContaining('write again later')],
      ['bert', expect.stringContaining('später noch einmal')],
    ]);
    expect((await fixture.updates()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['answered', 1],
      ...Array(3).fill(['ignored', 1]),
    ]);
    fixture.chats.clock.advance(DAY_MS);
    await write('5', 'ada', 'and now?');
    await write('6', 'ada', 'and what about this one?');
    expect(
      fixture.transports
        .of('telegram')
        .sent.slice(3)
        .map(({ chatId }) => chatId),
    ).toEqual(['ada', 'ada']);
  });

  test('that is a webhook says so in its answer', async () => {
    const now = process();
    const channel = await fixture.channel('webhook', {}, now);
    const replies: unknown[] = [];
    for (const key of ['1', '2', '3']) {
      const told = await fixture.write(channel, { key, chatId: 'ada', text: 'how are you?', userId: 'ada' }, now);
      replies.push((told as { body: { data: { reply: string | null } } }).body.data.reply);
    }
    expect(replies).toEqual(['how are you? (0)', expect.stringContaining('write again later'), null]);
  });
});
