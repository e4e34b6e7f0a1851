/** What a team sees of the conversations of its bots, whichever API they were held by. */
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ITEMS = [{ title: 'Delivery', content: 'Standard delivery takes 2 to 3 working days.' }];
const UNKNOWN_ID = '0190f000-0000-7000-8000-000000000001';

describe('the conversations of a chatbot', () => {
  let team: RegisteredTeam;
  let bot: string;

  beforeAll(async () => {
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl), 'talks');
    bot = `/api/v1/chatbots/${(await createBotThatKnows(team.asKey, ITEMS)).botId}`;
  });

  const say = async (sessionId: string, userId?: string) =>
    must(
      await team.asKey.post(`${bot}/conversation`, {
        message: 'How long does delivery take?',
        sessionId,
        ...(userId ? { userId } : {}),
      }),
      200,
    ).body.data;
  const list = async (query: string) => must(await team.asKey.get(`${bot}/conversations?${query}`), 200).body;
  const sessions = async (query: string) =>
    (await list(query)).data.map(({ sessionId }: { sessionId: string }) => sessionId);

  test('are listed, the most recent activity first, with filters', async () => {
    await say('first', 'user_1');
    const { conversationId } = await say('second', 'user_2');
    await say('first', 'user_1');
    expect(await sessions('')).toEqual(['first', 'second']);
    expect(await list('limit=1&page=2')).toMatchObject({
      data: [
        {
          id: conversationId,
          sessionId: 'second',
          userId: 'user_2',
          platform: 'api',
          channelId: null,
          address: null,
          status: 'active',
          handling: 'bot',
          messageCount: 2,
          endedAt: null,
        },
      ],
      pagination: { total: 2, pages: 2, page: 2, limit: 1 },
    });
    expect(await sessions('userId=user_2&platform=api&status=active')).toEqual(['second']);
    expect(await sessions('status=ended')).toEqual([]);
    expect(await sessions(`channelId=${UNKNOWN_ID}`)).toEqual([]);
    expect(await sessions('from=2030-01-01')).toEqual([]);
  });

  test.each(['status=lost', 'from=yesterday', 'from=2026-02-01&to=2026-01-01', 'page=0'])(
    'refuse %s',
    async (query) => {
      expect((await team.asKey.get(`${bot}/conversations?${query}`)).status).toBe(400);
    },
  );

  test('tell what was said, and are deleted with it', async () => {
    const { conversationId } = await say('third');
    const path = `${bot}/conversations/${conversationId}`;
    expect(must(await team.asKey.get(path), 200).body.data).toMatchObject({ id: conversationId, sessionId: 'third' });
    const messages = must(await team.asKey.get(`${path}/messages?limit=1&page=2`), 200).body;
    expect(messages.data).toMatchObject([{ position: 2, role: 'bot', content: expect.stringContaining('2 to 3') }]);
    expect(messages.pagination.total).toBe(2);
    must(await team.asKey.delete(path), 200);
    for (const gone of [path, `${path}/messages`]) expect((await team.asKey.get(gone)).status).toBe(404);
    expect((await team.asKey.delete(path)).status).toBe(404);
    expect(await sessions('')).not.toContain('third');
    expect((await team.asKey.get(`${bot}/conversation/history?sessionId=third`)).status).toBe(404);
  });

  test('are those of this chatbot and of its team alone', async () => {
    const { conversationId } = await say('fourth');
    const { botId: otherBot } = await createBotThatKnows(team.asKey, ITEMS);
    const stranger = await registerTeam(new WireClient((await sharedInstallation()).baseUrl), 'other');
    for (const [client, path] of [
      [team.asKey, `/api/v1/chatbots/${otherBot}/conversations/${conversationId}`],
      [stranger.asKey, `${bot}/conversations/${conversationId}`],
      [stranger.asKey, `${bot}/conversations`],
    ] as const)
      expect((await client.get(path)).status).toBe(404);
    expect((await stranger.asKey.delete(`${bot}/conversations/${conversationId}`)).status).toBe(404);
    expect(await sessions('')).toContain('fourth');
  });
});
