/** A bot whose model dies in mid-conversation: another one answers, everybody can see it, and it comes back by itself. */
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import { createBotThatKnows, Installation, loginAsAdmin, must, registerTeam, WireClient } from '#testing/parley';

const DELIVERY = {
  title: 'Delivery',
  content: 'Standard delivery takes 2 to 3 working days and costs 3.90 euros. Express delivery costs 8.50 euros.',
};
const METRICS_TOKEN = 'token-of-the-operator';

describe('a chain of models', () => {
  let first: OpenAiServer;
  let second: OpenAiServer;
  let parley: Installation;
  let wire: WireClient;
  let conversation: string;

  beforeAll(async () => {
    [first, second] = [await OpenAiServer.start({ models: ['a'] }), await OpenAiServer.start({ models: ['b'] })];
    parley = await Installation.start({ ALLOW_PRIVATE_ADDRESSES: 'true', METRICS_TOKEN });
    wire = (await registerTeam(new WireClient(parley.baseUrl))).asKey;
    const { botId } = await createBotThatKnows(wire, [DELIVERY]);
    const [a, b] = [await register('a', first), await register('b', second)];
    const configuration = { modelId: a, fallbackModelIds: [b] };
    must(await wire.put(`/api/v1/chatbots/${botId}`, { configuration }), 200);
    conversation = `/api/v1/chatbots/${botId}/conversation`;
  });
  afterAll(async () => {
    await parley?.remove();
    await Promise.all([first.stop(), second.stop()]);
  });

  const register = async (model: string, server: OpenAiServer): Promise<number> => {
    const body = { kind: 'llm', provider: 'openai-compatible', name: model, model, baseUrl: server.baseUrl };
    return must(await wire.post('/api/v1/models', body), 201).body.data.id;
  };
  const ask = async (sessionId?: string) => {
    const body = { message: 'How long does delivery take?', ...(sessionId ? { sessionId } : {}) };
    return must(await wire.post(conversation, body), 200).body.data;
  };
  const metrics = async () =>
    must(await new WireClient(parley.baseUrl).withToken(METRICS_TOKEN).get('/api/v1/metrics'), 200).body as string;

  test('goes on with the next one, then with the built-in one, and back to the first', async () => {
    const { model, sessionId, failedModels } = await ask();
    expect([model, failedModels]).toEqual(['a', []]);

    const port = new URL(first.baseUrl).port;
    await first.stop();
    const withB = await ask(sessionId);
    expect(withB).toMatchObject({ model: 'b', sessionId, failedModels: [{ model: 'a' }] });

    await second.stop();
    const quoted = await ask(sessionId);
    expect(quoted).toMatchObject({ model: 'extractive', failedModels: [{ model: 'a' }, { model: 'b' }] });
    expect(quoted.text).toContain('2 to 3 working days');

    // Enough failures make sure that it is down: from then on nobody waits for it.
    await eventually(async () => {
      await ask(sessionId);
      const status = must(await (await loginAsAdmin(new WireClient(parley.baseUrl))).get('/api/v1/health/status'), 200);
      return status.body.data.components.models?.status === 'degraded';
    });
    expect(await metrics()).toMatch(/model_calls_total\{[^}]*model="a"[^}]*\} \d/);

    first = await OpenAiServer.start({ models: ['a'], port: Number(port) });
    await eventually(async () => (await ask(sessionId)).model === 'a');
  });
});
