/** A bot whose redactor hides personal data: nobody else ever sees it, neither the history nor webhooks nor the model. */
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
import { WebhookSink } from '#testing/webhooks';
import { WebhookClient } from './webhooks-client';

const ADDRESS = 'ada.lovelace@example.com';
const ITEMS = [{ title: 'Invoices', content: 'Invoices are sent by mail on the first day of each month.' }];
const MESSAGE = `When are invoices sent? My address is ${ADDRESS}.`;

describe('a bot with a redactor', () => {
  let llm: OpenAiServer;
  let sink: WebhookSink;
  let team: RegisteredTeam;
  let bot: string;

  beforeAll(async () => {
    [llm, sink] = [await OpenAiServer.start({ models: ['gpt-test'] }), await WebhookSink.start()];
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    bot = `/api/v1/chatbots/${(await createBotThatKnows(team.asKey, ITEMS)).botId}`;
    const model = { kind: 'llm', provider: 'openai-compatible', model: 'gpt-test', baseUrl: llm.baseUrl };
    const body = { ...model, name: 'Repeater', apiKey: 'sk-mask' };
    const { id } = must(await team.asKey.post('/api/v1/models', body), 201).body.data;
    must(await team.asKey.put(bot, { configuration: { modelId: id } }), 200);
    const { data } = must(await team.asKey.get('/api/v1/plugins?limit=100'), 200).body;
    const { id: pluginId } = data.find((plugin: { name: string }) => plugin.name === 'pii-redactor');
    must(await team.asKey.post(`${bot}/plugins`, { pluginId }), 201);
    await WebhookClient.register(team.asKey, {
      url: sink.url('/chats'),
      events: ['message.received', 'message.sent'],
    });
    llm.reset();
  });
  beforeEach(() => llm.reset());
  afterAll(async () => {
    await llm?.stop();
    await sink?.stop();
  });

  test('shows nobody what it hides: the model, the history, webhooks, the reply', async () => {
    llm.replyOnce({ text: `On the first [1]. I write to ${ADDRESS}.` });
    const { text, sessionId } = must(await team.asKey.post(`${bot}/conversation`, { message: MESSAGE }), 200).body.data;
    const history = must(await team.asKey.get(`${bot}/conversation/history?sessionId=${sessionId}`), 200).body.data;
    const deliveries = await sink.untilCount('/chats', 2);
    for (const seen of [text, JSON.stringify(history), JSON.stringify(llm.chats.map(({ body }) => body))]) {
      expect(seen).not.toContain(ADDRESS);
      expect(seen).toContain('***');
    }
    for (const { body } of deliveries) {
      expect(body).not.toContain(ADDRESS);
      expect(body).toContain('***');
    }
    expect(history[1].content).toBe(text);
  });

  test('tells a streamed reply whole, and the same as is kept', async () => {
    llm.replyOnce({ pieces: ['I write to ada.love', 'lace@exam', 'ple.com [1].'] });
    const frames = await allFrames(
      await team.asKey.open('POST', `${bot}/conversation`, { message: MESSAGE, stream: true }),
    );
    const deltas = frames.filter(({ event }) => event === 'delta').map(({ data }) => data.text);
    expect(deltas.join('')).not.toContain('example');
    expect(deltas.join('')).toBe(frames.at(-1)?.data.text);
  });

  test('hides the words of people who answer, too', async () => {
    llm.replyWith({ text: 'On the first [1].' });
    const { conversationId, sessionId } = must(await team.asKey.post(`${bot}/conversation`, { message: 'Hello' }), 200)
      .body.data;
    const { id } = must(await team.asUser.post(`/api/v1/escalations`, { conversationId }), 201).body.data;
    must(await team.asUser.post(`/api/v1/escalations/${id}/accept`), 200);
    must(await team.asUser.post(`/api/v1/escalations/${id}/messages`, { content: `Is it ${ADDRESS}?` }), 201);
    must(await team.asKey.post(`${bot}/conversation`, { message: `Yes, ${ADDRESS}`, sessionId }), 200);
    const history = must(
      await team.asKey.get(`${bot}/conversation/history?sessionId=${sessionId}&limit=100`),
      200,
    ).body;
    expect(JSON.stringify(history)).not.toContain(ADDRESS);
    expect(JSON.stringify(history)).toContain('Is it ***');
  });
});
