/** Personalities as prompts, through the official clients of both generations. */
import {
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { type AnyClient, GENERATIONS } from './mcp-clients';

const INVALID_PARAMS = -32_602;

describe.each(GENERATIONS)('the prompts, by %s', (_name, _revision, connect) => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let client: AnyClient;

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
    client = await connect(parley.baseUrl, team.apiKey);
  });
  afterAll(() => client?.close());

  const createBot = async (name: string) => must(await team.asKey.post('/api/v1/chatbots', { name }), 201).body.data.id;
  const createPersonality = async (botId: string, personality: Record<string, unknown>) =>
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/personalities`, personality), 201).body.data;

  test('are the personalities of all bots of the team', async () => {
    const [shop, desk] = [await createBot('Shop'), await createBot('Help desk')];
    await createPersonality(shop, {
      name: 'Friendly',
      description: 'Warm and brief.',
      traits: { friendliness: 'high' },
    });
    await createPersonality(desk, { name: 'Formal / strict', tone: 'formal' });
    const prompts = await client.listPrompts();
    expect(prompts.map(({ name, title, description }) => [name, title, description])).toEqual([
      ['shop/Friendly', 'Friendly (Shop)', 'Warm and brief.'],
      ['help-desk/Formal / strict', 'Formal / strict (Help desk)', expect.stringContaining('Help desk')],
    ]);
    expect(prompts[0].arguments).toEqual([expect.objectContaining({ name: 'message', required: false })]);

    const friendly = await client.getPrompt('shop/Friendly', { message: 'Where is my parcel?' });
    expect(friendly.description).toBe('Warm and brief.');
    expect(friendly.messages).toEqual([
      { role: 'user', content: { type: 'text', text: expect.stringContaining('Be very friendly and warm.') } },
      { role: 'user', content: { type: 'text', text: 'Where is my parcel?' } },
    ]);
    expect((await client.getPrompt('help-desk/Formal / strict')).messages).toHaveLength(1);

    const strangers = await registerTeam(new WireClient(parley.baseUrl));
    const stranger = await connect(parley.baseUrl, strangers.apiKey);
    expect(await stranger.listPrompts()).toEqual([]);
    for (const name of ['shop/Friendly', `${shop}/Friendly`])
      await expect(stranger.getPrompt(name)).rejects.toMatchObject({ code: INVALID_PARAMS });
    await stranger.close();
  });

  test('a prompt that is none is a failure of the protocol', async () => {
    for (const name of ['nobody/Friendly', 'shop', 'shop/', '%zz/x', ''])
      await expect(client.getPrompt(name)).rejects.toMatchObject({ code: INVALID_PARAMS });
  });
});
