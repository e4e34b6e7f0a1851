import { eventually } from '#testing';
import { must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';

const hexOf = (id: string) => id.replace(/^[a-z]+_/, '').replaceAll('-', '');

/** One team, its default bot, and every dialect over the same rows. */
describe('what is made in one dialect', () => {
  let wire: WireClient;
  let team: RegisteredTeam;

  beforeAll(async () => {
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
  });

  const post = async (path: string, body: unknown, status = 200) =>
    must(await team.asKey.post(path, body), status).body;
  const get = async (path: string) => must(await team.asKey.get(path), 200).body;
  const defaultBot = async () => {
    const { data } = await get('/api/v1/chatbots');
    return data.find(({ isDefault }: { isDefault: boolean }) => isDefault);
  };

  test('is known in the others: a note, an article, a file, an item of the default chatbot', async () => {
    await post('/api/knowledge', { title: 'Warranty', content: 'The warranty of a grinder is three years.' }, 201);
    await post('/api/v1/knowledge-base', { title: 'Parking', content: 'You can park behind the mill for free.' }, 201);
    const form = new FormData();
    form.append('file', new Blob(['# Lockers\n\nA locker costs two euros a day.']), 'lockers.md');
    const file = must(await team.asKey.post('/api/files/upload', form), 201).body;
    await eventually(async () => (await get(`/api/files/${file.id}/status`)).status === 'completed');

    const bot = await defaultBot();
    expect(bot).toMatchObject({ slug: 'assistant', isDefault: true });
    const questions: Array<[string, string]> = [
      ['How long is the warranty of a grinder?', 'three years'],
      ['Where can I park?', 'behind the mill'],
      ['What does a locker cost?', 'two euros'],
    ];
    for (const [message, answer] of questions) {
      expect((await post('/api/chat', { message })).message).toContain(answer);
      expect((await post('/api/v1/conversations', { message, user_id: 'u1' })).response).toContain(answer);
      expect((await post(`/api/v1/chatbots/${bot.id}/conversation`, { message })).data.text).toContain(answer);
    }
    const { results } = await post('/api/knowledge/search', { query: 'Where can I park?' });
    expect(results[0]).toMatchObject({
      content: expect.stringContaining('behind the mill'),
      source: { type: 'manual' },
    });
    const { data } = await get(`/api/v1/chatbots/${bot.id}/documents`);
    expect(data.map(({ id }: { id: string }) => hexOf(id))).toEqual([hexOf(file.id)]);
    expect((await get('/bots/assistant/documents/list')).document_names ?? []).toEqual(
      expect.arrayContaining(['Warranty', 'Parking', 'lockers.md']),
    );
  });

  test('goes on in the others: a conversation', async () => {
    const begun = await post('/api/v1/conversations', { message: 'Where can I park?', user_id: 'u2', channel: 'chat' });
    const hex = hexOf(begun.conversation_id);
    const goneOn = await post(`/api/chat/chat_${hex}/messages`, { message: 'What does a locker cost?' });
    expect(goneOn.id).toBe(`chat_${hex}`);

    const { messages } = await get(`/api/v1/conversations/${begun.conversation_id}`);
    const said = messages.map(({ sender, content }: { sender: string; content: string }) => `${sender}: ${content}`);
    expect(said).toEqual([
      'user: Where can I park?',
      expect.stringMatching(/^ai: .*behind the mill/),
      'user: What does a locker cost?',
      expect.stringMatching(/^ai: .*two euros/),
    ]);
    const history = await get(`/api/chat/chat_${hex}/history`);
    expect(history.messages.map(({ content }: { content: string }) => content)).toEqual(
      messages.map(({ content }: { content: string }) => content),
    );
    const { id: botId } = await defaultBot();
    const session = history.chat_id.replace(/^chat_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const { data } = await get(`/api/v1/chatbots/${botId}/conversation/history?sessionId=${session}`);
    expect(data).toHaveLength(4);
  });

  test('is not there for another team, in any of them', async () => {
    const stranger = await registerTeam(wire, 'stranger');
    const { conversation_id: id } = await post('/api/v1/conversations', {
      message: 'Where can I park?',
      user_id: 'u3',
    });
    const hex = hexOf(id);
    for (const path of [`/api/v1/conversations/${id}`, `/api/chat/chat_${hex}/history`]) {
      must(await stranger.asKey.get(path), 404);
    }
    must(await stranger.asKey.post(`/api/chat/chat_${hex}/messages`, { message: 'Hello?' }), 404);
    must(await stranger.asKey.post('/api/v1/conversations', { message: 'Hi', user_id: 'x', conversation_id: id }), 404);
    const found = must(await stranger.asKey.post('/api/knowledge/search', { query: 'Where can I park?' }), 200).body;
    expect(found.results).toEqual([]);
  });
});
