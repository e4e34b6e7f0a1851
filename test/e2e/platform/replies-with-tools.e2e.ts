/** A model that calls tools of plugins in a chat, and plugins that change what is said; one hangs, and the turn goes on. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OpenAiServer } from '#testing/llm';
import {
  allFrames,
  createBotThatKnows,
  must,
  type RegisteredTeam,
  registerTeam,
  sharedInstallation,
  WireClient,
} from '#testing/parley';

const ITEMS = [{ title: 'Prices', content: 'A bag of coffee costs 9 euros. A grinder costs 129 euros.' }];
const QUESTION = 'How much does a bag of coffee cost?';

describe('replies with tools', () => {
  let llm: OpenAiServer;
  let team: RegisteredTeam;
  let botId: string;
  let path: string;

  beforeAll(async () => {
    llm = await OpenAiServer.start({ models: ['gpt-test'] });
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
  });
  beforeEach(async () => {
    llm.reset();
    const model = { kind: 'llm', provider: 'openai-compatible', model: 'gpt-test', baseUrl: llm.baseUrl };
    const name = `Caller ${Math.random()}`;
    const { id } = must(await team.asKey.post('/api/v1/models', { ...model, name, apiKey: 'sk-tools' }), 201).body.data;
    ({ botId } = await createBotThatKnows(team.asKey, ITEMS));
    must(await team.asKey.put(`/api/v1/chatbots/${botId}`, { configuration: { modelId: id } }), 200);
    path = `/api/v1/chatbots/${botId}/conversation`;
    llm.reset();
  });
  afterAll(() => llm?.stop());

  const install = async (name: string, config: object = {}) => {
    const { data } = must(await team.asKey.get('/api/v1/plugins?limit=100'), 200).body;
    const { id } = data.find((plugin: { name: string }) => plugin.name === name);
    must(await team.asKey.post(`/api/v1/chatbots/${botId}/plugins`, { pluginId: id, config }), 201);
  };
  const ask = async (message = QUESTION) => must(await team.asKey.post(path, { message }), 200).body.data;
  const calculation = (expression: string) => ({
    toolCalls: [{ name: 'calculate', arguments: JSON.stringify({ expression }) }],
  });
  const toolAnswers = () =>
    llm.chats.flatMap(({ body }) => body.messages.filter(({ role }) => role === 'tool').map(({ content }) => content));

  test('a model calculates with the plugin of its bot, and what it read of that is in the answer', async () => {
    await install('calculator');
    llm.replyOnce(
      { ...calculation('3 * 9'), usage: { promptTokens: 100, completionTokens: 5 } },
      { text: 'Three bags cost 27 euros [1].', usage: { promptTokens: 120, completionTokens: 9 } },
    );
    expect(await ask('How much do three bags of coffee cost?')).toMatchObject({
      text: 'Three bags cost 27 euros [1].',
      usage: { inputTokens: 220, outputTokens: 14 },
      trace: { plugins: [{ plugin: 'calculator', tool: 'calculate', phase: 'tool', outcome: 'ok' }] },
    });
    expect(toolAnswers()).toEqual([expect.stringContaining('27')]);
  });

  test('the stream tells of a tool where it is called', async () => {
    await install('calculator');
    llm.replyOnce(calculation('3 * 9'), { text: 'Three bags cost 27 euros [1].' });
    const frames = await allFrames(await team.asKey.open('POST', path, { message: QUESTION, stream: true }));
    const told = frames.filter(({ event }) => event !== 'delta').map(({ event }) => event);
    expect(told).toEqual(['started', 'tool', 'sources', 'done']);
    expect(frames.find(({ event }) => event === 'tool')?.data).toEqual({
      plugin: 'calculator',
      tool: 'calculate',
      outcome: 'ok',
    });
  });

  test('what the knowledge does not hold may be answered by a tool, and else is refused as before', async () => {
    await install('calculator');
    llm.replyOnce(calculation('17 * 23'), { text: 'That is 391.' }, { text: 'I think it is about 400.' });
    expect(await ask('What is 17 times 23?')).toMatchObject({
      text: 'That is 391.',
      sources: [],
      model: expect.stringMatching(/^Caller/),
    });
    expect(await ask('What is 17 times 23?')).toMatchObject({ sources: [], model: 'none' });
  });

  describe('and a plugin that runs elsewhere', () => {
    let elsewhere: Server;

    /** Answers nothing, ever. */
    beforeEach(async () => {
      elsewhere = createServer(() => {});
      await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    });
    afterEach(() => {
      elsewhere.closeAllConnections();
      elsewhere.close();
    });

    test('and hangs, before and after the reply, does not fail the turn and is named', async () => {
      const { port } = elsewhere.address() as AddressInfo;
      const manifest = {
        name: `hanging-${port}`,
        version: '1.0.0',
        kind: 'http',
        entryPoint: `http://127.0.0.1:${port}/`,
        hooks: [{ name: 'pre-process' }, { name: 'post-process' }],
        timeoutMs: 300,
      };
      must(await team.asKey.post('/api/v1/plugins', manifest), 201);
      await install(manifest.name);
      llm.replyOnce({ text: 'It costs 9 euros [1].' });
      const { text, trace } = await ask();
      expect(text).toBe('It costs 9 euros [1].');
      expect(trace.plugins.map(({ phase, outcome }: { phase: string; outcome: string }) => [phase, outcome])).toEqual([
        ['pre-process', 'timed_out'],
        ['post-process', expect.stringMatching(/timed_out|skipped/)],
      ]);
    });
  });
});
