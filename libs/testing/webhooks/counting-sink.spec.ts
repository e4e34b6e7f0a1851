import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Agent, request } from 'undici';
import { CountingSink } from './counting-sink';

describe('the counting sink', () => {
  test('counts requests and deliveries, and the time since the event', async () => {
    const sink = new CountingSink();
    sink.server.listen(0, '127.0.0.1');
    await once(sink.server, 'listening');
    const url = `http://127.0.0.1:${(sink.server.address() as AddressInfo).port}/`;
    const dispatcher = new Agent();
    const send = async (id: string) => {
      const timestamp = new Date(Date.now() - 500).toISOString();
      const sent = JSON.stringify({ id, event: 'a.b', timestamp, data: { content: 'für jeden' } });
      const { statusCode, body } = await request(url, { method: 'POST', body: sent, dispatcher });
      expect([statusCode, await body.text()]).toEqual([200, '']);
    };
    for (const id of ['one', 'two', 'one']) await send(id);
    const { latenciesMs } = sink;
    const { requests, distinct, firstAtMs, lastAtMs } = sink.read();
    expect([requests, distinct, latenciesMs.length]).toEqual([3, 2, 2]);
    for (const ms of latenciesMs) expect(ms).toBeGreaterThanOrEqual(500);
    expect(lastAtMs).toBeGreaterThanOrEqual(firstAtMs);
    sink.reset();
    expect(sink.read()).toEqual({ requests: 0, distinct: 0, firstAtMs: 0, lastAtMs: 0 });
    expect(sink.latenciesMs).toEqual([]);
    sink.server.close();
    await dispatcher.close();
  });
});
