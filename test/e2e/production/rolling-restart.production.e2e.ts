import { OpenAiServer } from '#testing/llm';
import { allFrames, Installation, must, registerTeam, WireClient } from '#testing/parley';

const CLIENTS = 8;
/** The model takes its time, so that turns are always under way when a process is told to stop. */
const SLOW_ANSWER = { pieces: ['At ', 'nine ', 'in the ', 'morning.'], latencyMs: 50, pieceDelayMs: 500 };

/** One client in a loop: turns, streamed and not, and the list of bots. Throws at the first answer that is not right. */
class Client {
  turns = 0;

  constructor(
    private readonly wire: WireClient,
    private readonly botId: string,
    private readonly sessionId: string,
  ) {}

  async step(): Promise<void> {
    const path = `/api/v1/chatbots/${this.botId}/conversation`;
    const message = { sessionId: this.sessionId, message: `Question ${this.turns}: when do you open?` };
    must(await this.wire.post(path, message), 200);
    const frames = await allFrames(await this.wire.open('POST', path, { ...message, stream: true }));
    expect(frames.at(-1)?.event).toBe('done');
    must(await this.wire.get('/api/v1/chatbots'), 200);
    this.turns += 2;
  }
}

describe('a rolling restart of two apis under load', () => {
  test('fails no request, and every turn is there once', async () => {
    const model = await OpenAiServer.start();
    model.replyWith(SLOW_ANSWER);
    const environment = { DEFAULT_LLM_BASE_URL: model.baseUrl, DEFAULT_LLM_MODEL: 'test-model' };
    const parley = await Installation.start(environment, undefined, { apis: 2 });
    const { asKey } = await registerTeam(new WireClient(parley.baseUrl));
    const bot = must(await asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data;
    const clients = Array.from({ length: CLIENTS }, (_, number) => new Client(asKey, bot.id, `session-${number}`));

    let isOver = false;
    const talking = clients.map(async (client) => {
      while (!isOver) await client.step();
    });
    const restarting = parley.replaceApis().then(() => parley.replaceApis());
    await Promise.race([restarting, Promise.all(talking)]);
    isOver = true;
    await Promise.all([restarting, ...talking]);

    for (const [number, { turns }] of clients.entries()) {
      const path = `/api/v1/chatbots/${bot.id}/conversation/history?sessionId=session-${number}&limit=1`;
      expect(must(await asKey.get(path), 200).body.pagination.total).toBe(2 * turns);
      expect(turns).toBeGreaterThan(0);
    }
    await parley.remove();
    await model.stop();
  });
});
