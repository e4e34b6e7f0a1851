/** Who is told how a search or a reply came about: those who may read the knowledge, and nobody else. */
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ITEMS = [{ title: 'Refunds', content: 'Refunds take ten days.' }];
const REFUSAL = { status: 'error', code: 'FORBIDDEN', message: expect.stringContaining('knowledge:read') };
const message = 'How long do refunds take?';

describe('an explanation', () => {
  let wire: WireClient;
  let team: RegisteredTeam;
  let search: string;
  let conversation: string;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
    const { botId, baseId } = await createBotThatKnows(team.asKey, ITEMS);
    search = `/api/v1/knowledge-bases/${baseId}/search`;
    conversation = `/api/v1/chatbots/${botId}/conversation`;
  });

  const keyWith = async (...scopes: string[]) => {
    const made = must(await team.asUser.post('/api/v1/auth/api-key', { name: 'limited', scopes }), 201);
    return wire.withKey(made.body.data.apiKey);
  };

  test('of a search needs the scope to read knowledge', async () => {
    const chatting = await keyWith('chat:write', 'conversations:read');
    const query = `${search}?q=refunds&explain=true`;
    expect(await chatting.get(query)).toMatchObject({ status: 403, body: REFUSAL });
    expect(await chatting.post(search, { q: 'refunds', explain: true })).toMatchObject({ status: 403, body: REFUSAL });
    const { explain } = must(await (await keyWith('knowledge:read')).get(query), 200).body;
    expect(explain.passages[0]).toMatchObject({ title: 'Refunds', score: expect.any(Number) });
  });

  test('of a reply needs the scope to read knowledge beside the one to chat, streamed or not', async () => {
    const chatting = await keyWith('chat:write', 'conversations:read');
    const isRefused = { status: 403, body: REFUSAL };
    expect(await chatting.post(conversation, { message, explain: true })).toMatchObject(isRefused);
    expect(await chatting.post(`${conversation}?explain=true`, { message })).toMatchObject(isRefused);
    expect(await chatting.post(conversation, { message, explain: true, stream: true })).toMatchObject(isRefused);
    expect(must(await chatting.post(conversation, { message }), 200).body.data).not.toHaveProperty('explanation');
    const reading = await keyWith('chat:write', 'knowledge:read');
    const explained = must(await reading.post(conversation, { message, explain: true }), 200).body.data;
    expect(explained.explanation).toEqual(expect.any(Object));
  });

  test('that is refused leaves no conversation behind', async () => {
    const chatting = await keyWith('chat:write', 'conversations:read');
    const asked = { message, explain: true, sessionId: 'refused-explanation' };
    expect((await chatting.post(conversation, asked)).status).toBe(403);
    const history = await chatting.get(`${conversation}/history?sessionId=refused-explanation`);
    expect(history.status).toBe(404);
  });
});
