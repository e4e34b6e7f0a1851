/** A process that dies while it trains. */
import { eventually } from '#testing';
import { Installation, must, registerTeam, WireClient } from '#testing/parley';

/** Some seconds of training. */
const EXAMPLES = Array.from({ length: 4_000 }, (_, at) => ({
  input: `please tell me about number ${at} of the ${at % 97} lamps in room ${at % 13}`,
  output: `intent ${at % 60}`,
}));

describe('a crash with a training under way', () => {
  test('begins it anew by itself, and one model comes of it', async () => {
    let parley = await Installation.start();
    const team = await registerTeam(new WireClient(parley.baseUrl));
    const bot = must(await team.asKey.post('/api/v1/chatbots', { name: 'Lamps' }), 201).body.data;
    const training = `/api/v1/chatbots/${bot.id}/training`;
    const body = { name: 'Lamps', examples: EXAMPLES };
    const dataset = must(await team.asKey.post(`${training}/datasets`, body), 201).body.data;
    const begun = must(await team.asKey.post(`${training}/sessions`, { datasetId: dataset.id }), 201).body.data;
    const session = async (wire: WireClient) =>
      must(await wire.get(`/api/v1/training/sessions/${begun.id}`), 200).body.data;
    await eventually(async () => (await session(team.asKey)).status === 'in_progress');
    await parley.kill();

    parley = await parley.restart();
    const wire = new WireClient(parley.baseUrl).withKey(team.apiKey);
    expect((await session(wire)).status).not.toBe('failed');
    const done = await eventually(async () => {
      const now = await session(wire);
      return !['pending', 'in_progress'].includes(now.status) && now;
    }, 180_000);
    expect(done).toMatchObject({ status: 'completed', metrics: { examples: 4_000, modelVersion: 1 } });
    expect(must(await wire.get(`${training}/models`), 200).body.data).toMatchObject([{ version: 1, isActive: true }]);
    await parley.remove();
  }, 300_000);
});
