/** The tools, through the official clients of both generations. */
import { eventually } from '#testing';
import {
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  type SharedInstallation,
  sharedInstallation,
  WireClient,
} from '#testing/parley';
import { type AnyClient, GENERATIONS, type ToldProgress } from './mcp-clients';

const ITEMS = [
  { title: 'Opening hours', content: 'The shop is open from nine to five on weekdays.' },
  { title: 'Parking', content: 'Guests park behind the house; the gate code is 4711.' },
];
const UUID = expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const NOBODYS_ID = '01900000-0000-7000-8000-00000000000a';
const INVALID_PARAMS = -32_602;

describe.each(GENERATIONS)('the tools, by %s', (_name, revision, connect) => {
  let parley: SharedInstallation;
  let team: RegisteredTeam;
  let client: AnyClient;
  let bot: { id: string; slug: string; baseId: string };

  beforeAll(async () => {
    parley = await sharedInstallation();
    team = await registerTeam(new WireClient(parley.baseUrl));
    const { botId, baseId } = await createBotThatKnows(team.asKey, ITEMS);
    client = await connect(parley.baseUrl, team.apiKey);
    const listed = (await client.call('list_bots')).output.bots[0];
    bot = { id: botId, slug: listed.slug, baseId };
  });
  afterAll(() => client?.close());

  const ask = (args: Record<string, unknown>, onprogress?: (told: ToldProgress) => void) =>
    client.call('ask_bot', args, onprogress);
  const refusal = async (name: string, args: Record<string, unknown>) => {
    const { isError, text, output } = await client.call(name, args);
    expect([isError, output]).toEqual([true, undefined]);
    return text;
  };

  test('are listed with schemas of what they take and give, and what they do', async () => {
    expect(client.revision).toBe(revision);
    expect(client.instructions).toContain('ask_bot');
    const tools = await client.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations.readOnlyHint])).toEqual([
      ['list_bots', true],
      ['ask_bot', false],
      ['search_knowledge', true],
      ['add_document', false],
      ['get_document_status', true],
      ['rate_answer', false],
    ]);
    for (const { title, description, inputSchema, outputSchema } of tools) {
      expect([typeof title, typeof description]).toEqual(['string', 'string']);
      expect([inputSchema.type, outputSchema.type]).toEqual(['object', 'object']);
    }
    expect(tools[1].inputSchema).toMatchObject({
      required: ['message'],
      properties: { message: { type: 'string', description: expect.any(String) }, bot: { type: 'string' } },
    });
  });

  test('list_bots tells the bots of the team', async () => {
    const { output, text } = await client.call('list_bots');
    expect(output).toEqual({
      bots: [{ id: bot.id, slug: 'helper', name: 'Helper', description: null, status: 'active' }],
      total: 1,
    });
    expect(text).toContain('helper');
    expect((await client.call('list_bots', { search: 'nothing like it' })).output).toEqual({ bots: [], total: 0 });
  });

  test('ask_bot answers from the documents with its sources, and goes on where it was', async () => {
    const { output, text } = await ask({ bot: bot.slug, message: 'When is the shop open?' });
    expect(output).toEqual({
      reply: expect.stringContaining('nine to five'),
      confidence: expect.any(Number),
      grounded: true,
      sources: [
        {
          document_id: UUID,
          uri: expect.stringMatching(/^parley:\/\/documents\//),
          knowledge_base_id: bot.baseId,
          title: 'Opening hours',
          section: null,
          page: null,
          text: ITEMS[0]!.content,
          score: expect.any(Number),
          quote: expect.stringContaining('nine to five'),
        },
      ],
      conversation_id: UUID,
      message_id: UUID,
      bot_id: bot.id,
      handling: 'bot',
    });
    expect(text).toContain(output.reply);
    expect(text).toContain(output.sources[0].uri);
    expect(text).toContain(output.conversation_id);
    const next = await ask({ conversation_id: output.conversation_id, message: 'What is the gate code for parking?' });
    expect(next.output).toMatchObject({ conversation_id: output.conversation_id, bot_id: bot.id });
    expect(next.output.reply).toContain('4711');
    const path = `/api/v1/chatbots/${bot.id}/conversations/${output.conversation_id}/messages`;
    expect(must(await team.asKey.get(path), 200).body.data).toHaveLength(4);
  });

  test('ask_bot tells the reply as it comes when it is asked to', async () => {
    const told: ToldProgress[] = [];
    const { output } = await ask({ bot: bot.id, message: 'When is the shop open?' }, (step) => told.push(step));
    const values = told.map(({ progress }) => progress);
    expect(values).toEqual([...values].sort((one, other) => one - other));
    expect(new Set(values).size).toBe(values.length);
    expect(told[0]!.message).toBe('Passages found: 1.');
    expect(
      told
        .slice(1)
        .map(({ message }) => message)
        .join(''),
    ).toBe(output.reply);
  });

  test('search_knowledge finds passages in the bases of a bot, or in one base', async () => {
    for (const place of [{ bot: bot.slug }, { bot: bot.id }, { knowledge_base_id: bot.baseId }]) {
      const { output } = await client.call('search_knowledge', { ...place, query: 'opening hours', limit: 1 });
      expect(output.passages).toEqual([
        expect.objectContaining({ title: 'Opening hours', text: ITEMS[0]!.content, knowledge_base_id: bot.baseId }),
      ]);
      expect(output.passages[0].score).toBeGreaterThan(0);
    }
    expect((await client.call('search_knowledge', { bot: bot.slug, query: 'zebra crossing' })).isError).toBe(false);
  });

  test('add_document teaches the bot, get_document_status tells when it knows', async () => {
    const document = {
      title: 'Wi-Fi',
      content: '# Wi-Fi\n\nThe password of the Wi-Fi is bluebird.',
      format: 'markdown',
    };
    const added = await client.call('add_document', { ...document, bot: bot.slug, tags: ['guests'] });
    expect(added.output).toMatchObject({
      document_id: UUID,
      title: 'Wi-Fi',
      bot_id: bot.id,
      status: 'queued',
      error: null,
    });
    const { document_id, uri } = added.output;
    const status = await eventually(async () => {
      const { output } = await client.call('get_document_status', { document_id });
      return output.status === 'ready' && output;
    });
    expect(status).toEqual({ ...added.output, status: 'ready', progress: 100 });
    const { output } = await ask({ bot: bot.slug, message: 'What is the password of the Wi-Fi?' });
    expect(output.reply).toContain('bluebird');
    expect(output.sources[0]).toMatchObject({ document_id, uri });
    const inBase = await client.call('add_document', {
      title: 'Bus',
      content: 'Bus 7.',
      knowledge_base_id: bot.baseId,
    });
    expect(inBase.output).toMatchObject({ knowledge_base_id: bot.baseId, bot_id: bot.id });
  });

  test('rate_answer is kept with the answer', async () => {
    const { message_id, conversation_id } = (await ask({ bot: bot.slug, message: 'When is the shop open?' })).output;
    const { output } = await client.call('rate_answer', { message_id, rating: 'negative', comment: 'On Sundays?' });
    expect(output).toEqual({ rating_id: UUID, message_id, conversation_id, rating: 'negative' });
  });

  test('what is wrong with a call is told to the model, which can do better', async () => {
    expect(await refusal('ask_bot', {})).toBe('message is required and must be a text of 1 to 10,000 characters.');
    expect(await refusal('ask_bot', { message: 'Hello' })).toContain('bot or conversation_id is required');
    expect(await refusal('ask_bot', { message: 'Hello', bot: 'nobody' })).toBe(
      'There is no bot "nobody"; list_bots tells which there are.',
    );
    expect(await refusal('ask_bot', { message: 'Hello', conversation_id: 'x' })).toBe('There is no such conversation.');
    expect(await refusal('ask_bot', { message: 'a\u0000b', bot: bot.slug })).toContain('message must');
    const search = { query: 'hours', bot: bot.slug };
    expect(await refusal('search_knowledge', { ...search, limit: 51 })).toBe(
      'limit must be a whole number from 1 to 50.',
    );
    expect(await refusal('search_knowledge', { ...search, knowledge_base_id: bot.baseId })).toContain('not both');
    expect(await refusal('add_document', { title: 'A', content: 'B', bot: bot.slug, format: 'pdf' })).toContain(
      'format must be',
    );
    expect(await refusal('get_document_status', { document_id: NOBODYS_ID })).toBe('There is no such document.');
    expect(await refusal('rate_answer', { message_id: NOBODYS_ID, rating: 'positive' })).toContain('no such message');
    expect(await refusal('rate_answer', { message_id: NOBODYS_ID, rating: 'superb' })).toContain('rating must be');
  });

  test('a disabled bot answers nobody, and the model is told why', async () => {
    const disabled = { name: 'Sleeper', status: 'disabled' };
    const { id } = must(await team.asKey.post('/api/v1/chatbots', disabled), 201).body.data;
    expect(await refusal('ask_bot', { message: 'Hello', bot: id })).toBe('The bot is disabled and takes no messages.');
    must(await team.asKey.delete(`/api/v1/chatbots/${id}`), 200);
  });

  test('a tool that is none is a failure of the protocol', async () => {
    await expect(client.call('delete_everything')).rejects.toMatchObject({
      code: INVALID_PARAMS,
      message: expect.stringContaining('Unknown tool: delete_everything'),
    });
  });

  test("another team's things are not there", async () => {
    const { output } = await ask({ bot: bot.slug, message: 'When is the shop open?' });
    const strangers = await registerTeam(new WireClient(parley.baseUrl));
    const stranger = await connect(parley.baseUrl, strangers.apiKey);
    const { conversation_id, message_id, sources } = output;
    const { document_id } = sources[0];
    const attempts: Array<[string, Record<string, unknown>]> = [
      ['ask_bot', { bot: bot.id, message: 'Hello' }],
      ['ask_bot', { conversation_id, message: 'Hello' }],
      ['search_knowledge', { bot: bot.id, query: 'hours' }],
      ['search_knowledge', { knowledge_base_id: bot.baseId, query: 'hours' }],
      ['add_document', { bot: bot.id, title: 'A', content: 'B' }],
      ['add_document', { knowledge_base_id: bot.baseId, title: 'A', content: 'B' }],
      ['get_document_status', { document_id }],
      ['rate_answer', { message_id, rating: 'negative' }],
    ];
    for (const [name, args] of attempts) {
      const { isError, text } = await stranger.call(name, args);
      expect([name, isError, text]).toEqual([name, true, expect.stringMatching(/^There is no /)]);
    }
    expect((await stranger.call('list_bots')).output).toEqual({ bots: [], total: 0 });
    await stranger.close();
  });
});
