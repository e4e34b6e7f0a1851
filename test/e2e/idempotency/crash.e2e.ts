/** Everything dies between executing a request and answering it; its caller sends it again. */
import { randomUUID } from 'node:crypto';
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import { Installation, must, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';

/** A dead process is waited for half a minute. */
const LONG_MS = 120_000;

describe('a request whose process has died', () => {
  let model: OpenAiServer;
  let parley: Installation;
  let team: RegisteredTeam;
  let botId: string;

  beforeAll(async () => {
    model = await OpenAiServer.start();
    model.replyWith({ pieces: ['At ', 'nine.'], latencyMs: 60_000 });
    parley = await Installation.start({ DEFAULT_LLM_BASE_URL: model.baseUrl, DEFAULT_LLM_MODEL: 'test-model' });
    team = await registerTeam(new WireClient(parley.baseUrl));
    botId = must(await team.asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
  });
  afterAll(async () => {
    await parley?.remove();
    await model?.stop();
  });

  const path = () => `/api/v1/chatbots/${botId}/conversation`;
  const keyed = (key: string) => new WireClient(parley.baseUrl).withKey(team.apiKey).with({ 'idempotency-key': key });

  test.each([
    ['whole', {}],
    ['as a stream', { stream: true }],
  ])('is one turn when it is sent again until it is answered, %s', async (_how, options) => {
    const [key, body] = [randomUUID(), { message: 'When do you open?', sessionId: randomUUID(), ...options }];
    model.reset();
    model.replyWith({ pieces: ['At ', 'nine.'], latencyMs: 60_000 });
    const lost = keyed(key)
      .post(path(), body)
      .catch(() => undefined);
    await eventually(() => model.chats.length === 1);
    await parley.kill();
    await lost;
    model.replyWith({ pieces: ['At ', 'nine.'] });
    parley = await parley.restart();

    const answer = await eventually(async () => {
      const sent = await keyed(key).post(path(), body);
      return sent.status === 200 && sent;
    }, LONG_MS);
    expect(JSON.stringify(answer.body)).toContain('nine.');
    const history = await keyed(key).get(`${path()}/history?sessionId=${body.sessionId}`);
    const { data, pagination } = must(history, 200).body;
    expect(pagination.total).toBe(2);
    expect(data.map(({ content }: { content: string }) => content)).toEqual(['When do you open?', 'At nine.']);
    const again = must(await keyed(key).post(path(), body), 200);
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([answer.body, 'true']);
  });
});
