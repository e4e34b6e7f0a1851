/** A process that dies while it delivers. */
import { eventually } from '#testing';
import { Installation, must, registerTeam, WireClient } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';
import { createBot, WebhookClient } from './webhooks-client';

/** A short limit makes a short lease, after which what a dead worker had is taken up again. */
const SETTINGS = { WEBHOOK_TIMEOUT_MS: '5000', WEBHOOK_RETRY_SCHEDULE: '0s,1s,1s', ALLOW_PRIVATE_ADDRESSES: 'true' };

describe('a crash with deliveries under way', () => {
  test('loses none of them, and keeps their ids', async () => {
    const sink = await WebhookSink.start();
    let parley = await Installation.start(SETTINGS);
    const team = await registerTeam(new WireClient(parley.baseUrl));
    const url = sink.behave('/slow', { kind: 'slow', delayMs: 300 });
    const before = await WebhookClient.register(team.asKey, { url, events: ['chatbot.created'] });
    const bots = await Promise.all(Array.from({ length: 60 }, (_, number) => createBot(team.asKey, `Bot ${number}`)));
    await sink.untilCount('/slow', 5);
    await parley.kill();
    const underWay = sink.idsAt('/slow');
    sink.behave('/slow', { kind: 'status', status: 200 });

    parley = await parley.restart();
    const received = () => new Set(sink.eventsAt('/slow').map(({ data }) => data.chatbotId));
    await eventually(() => bots.every((id) => received().has(id)), 150_000);
    expect(sink.idsAt('/slow').size).toBe(bots.length);
    expect(received()).toEqual(new Set(bots));
    const wire = new WireClient(parley.baseUrl).withKey(team.apiKey);
    const log = await eventually(async () => {
      const { data } = must(await wire.get(`${before.path}/deliveries?limit=100`), 200).body;
      return data.every(({ status }: { status: string }) => status === 'delivered') && data;
    }, 150_000);
    expect(new Set(log.map(({ id }: { id: string }) => id))).toEqual(sink.idsAt('/slow'));
    for (const id of underWay) {
      const { data } = must(await wire.get(`${before.path}/deliveries/${id}`), 200).body;
      expect(data.attemptLog.length).toBeGreaterThanOrEqual(sink.received(id).length);
    }
    await parley.remove();
    await sink.stop();
  }, 240_000);
});
