/** What is known of an end user, and how the bot speaks, as it shows in chats: references, the model's system message. */
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ITEMS = [
  {
    title: 'Aurora espresso machine',
    content: 'The Aurora espresso machine costs 489 euros. It has a tank of two litres.',
  },
  { title: 'Boreas grinder', content: 'The Boreas grinder costs 129 euros. It has forty settings.' },
  { title: 'Delivery', content: 'Standard delivery takes 2 to 3 working days and costs 3.90 euros.' },
];

describe('a bot that talks to end users', () => {
  let llm: OpenAiServer;
  let wire: WireClient;
  let team: RegisteredTeam;
  let bot: string;

  beforeAll(async () => {
    llm = await OpenAiServer.start({ models: ['gpt-test'] });
    wire = new WireClient((await sharedInstallation()).baseUrl);
    team = await registerTeam(wire);
  });
  beforeEach(async () => {
    llm.reset();
    bot = `/api/v1/chatbots/${(await createBotThatKnows(team.asKey, ITEMS)).botId}`;
  });
  afterAll(() => llm?.stop());

  const ask = async (message: string, more: object = {}) =>
    must(await team.asKey.post(`${bot}/conversation`, { message, ...more }), 200).body.data;
  /** From now on the bot speaks by the server of the test. */
  const speakByModel = async (configuration: object = {}) => {
    const model = { kind: 'llm', provider: 'openai-compatible', model: 'gpt-test', baseUrl: llm.baseUrl };
    const body = { ...model, name: `Speaker ${Math.random()}`, apiKey: 'sk-users' };
    const { id } = must(await team.asKey.post('/api/v1/models', body), 201).body.data;
    must(await team.asKey.put(bot, { configuration: { modelId: id, ...configuration } }), 200);
    llm.reset();
  };
  const systemMessage = () => String(llm.chats.at(-1)?.body.messages[0]?.content);

  test('understands what "it" is, from the conversation, also after something else was said', async () => {
    const { sessionId } = await ask('Tell me about the Boreas grinder', { userId: 'ada' });
    await ask('thanks', { userId: 'ada', sessionId });
    const { text, sources } = await ask('How much does it cost?', { userId: 'ada', sessionId });
    expect([text, sources[0].title]).toEqual([expect.stringContaining('129 euros'), 'Boreas grinder']);
  });

  test('tells its model how to speak, by its default personality', async () => {
    await speakByModel({ systemPrompt: 'You sell coffee.' });
    must(
      await team.asKey.post(`${bot}/personalities`, {
        name: 'Warm',
        tone: 'warm and approachable',
        traits: { friendliness: 'high' },
        isDefault: true,
      }),
      201,
    );
    await eventually(async () => {
      llm.replyOnce({ text: 'It takes 2 to 3 days [1].' });
      await ask('How long does delivery take?');
      return systemMessage().includes('warm and approachable');
    });
    expect(systemMessage()).toMatch(/^You sell coffee\.\n\n.*warm and approachable.*\n\nRules for every answer/s);
  });

  test('tells its model what is known of the user, as data, and of no other user', async () => {
    await speakByModel();
    must(await team.asKey.post(`${bot}/context/ada`, { context: { plan: 'gold' } }), 200);
    llm.replyWith({ text: 'It takes 2 to 3 days [1].' });
    await ask('How long does delivery take?', { userId: 'ada' });
    expect(systemMessage()).toMatch(/<known_of_user>.*gold.*<\/known_of_user>$/s);
    await ask('How long does delivery take?', { userId: 'bo' });
    expect(systemMessage()).not.toContain('gold');
    await speakByModel({ userContext: { isUsed: false } });
    llm.replyWith({ text: 'It takes 2 to 3 days [1].' });
    await ask('How long does delivery take?', { userId: 'ada' });
    expect(systemMessage()).not.toContain('gold');
  });

  test('says what a message names', async () => {
    const { context } = await ask('Send the invoice to ada@example.com please', { userId: 'ada' });
    expect(context.entities).toContainEqual({ type: 'email', value: 'ada@example.com' });
  });
});
