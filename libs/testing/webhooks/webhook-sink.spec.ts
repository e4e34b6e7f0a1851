import { createHmac } from 'node:crypto';
import { holdsStandardSignature, signatureFaults } from './signature-check';
import { WebhookSink } from './webhook-sink';

const SECRET = `whsec_${Buffer.from('thirty-two bytes of a secret key').toString('base64')}`;
const BODY = JSON.stringify({ id: 'd-1', event: 'message.sent', timestamp: '2026-01-01T00:00:00.000Z', data: {} });

describe('the sink for webhooks', () => {
  let sink: WebhookSink;

  beforeAll(async () => {
    sink = await WebhookSink.start();
  });
  afterAll(() => sink.stop());

  const post = (path: string, init: RequestInit = {}) =>
    fetch(sink.url(path), { method: 'POST', body: BODY, redirect: 'manual', ...init });
  const statusesOf = async (path: string, count: number) => {
    const statuses = [];
    for (let i = 0; i < count; i++) statuses.push((await post(path)).status);
    return statuses;
  };

  test('remembers requests to the byte, by path and by delivery', async () => {
    await post('/plain?a=b', { headers: { 'webhook-id': 'd-1', 'x-more': 'one' } });
    expect(sink.at('/plain?a=b')).toEqual([
      expect.objectContaining({ method: 'POST', body: BODY, headers: expect.objectContaining({ 'x-more': 'one' }) }),
    ]);
    expect(sink.received('d-1')).toHaveLength(1);
    expect(sink.idsAt('/plain?a=b')).toEqual(new Set(['d-1']));
    expect(await sink.untilEvent('/plain?a=b', ({ event }) => event === 'message.sent')).toMatchObject({ id: 'd-1' });
  });

  test('fails as often as it is told to, and counts anew when it is told again', async () => {
    for (let round = 0; round < 2; round++) {
      sink.behave('/failing', { kind: 'failing', times: 2, status: 503 });
      expect(await statusesOf('/failing', 3)).toEqual([503, 503, 200]);
    }
  });

  test('answers with the status, headers and body that it is told', async () => {
    sink.behave('/busy', { kind: 'status', status: 429, headers: { 'retry-after': '7' }, body: 'later' });
    const answer = await post('/busy');
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([429, '7', 'later']);
    sink.behave('/moved', { kind: 'redirect', to: 'http://10.0.0.1/' });
    expect((await post('/moved')).headers.get('location')).toBe('http://10.0.0.1/');
  });

  test('is slow, silent, endless, or breaks off', async () => {
    sink.behave('/slow', { kind: 'slow', delayMs: 50, status: 202 });
    const startMs = performance.now();
    expect((await post('/slow')).status).toBe(202);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(45);
    sink.behave('/reset', { kind: 'reset' });
    await expect(post('/reset')).rejects.toThrow('fetch failed');
    sink.behave('/hanging', { kind: 'hanging' });
    await expect(post('/hanging', { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout');
    sink.behave('/endless', { kind: 'endless' });
    const endless = await post('/endless');
    let bytes = 0;
    for await (const chunk of endless.body!) {
      bytes += chunk.length;
      if (bytes > 1_000_000) break;
    }
    expect([endless.status, bytes > 1_000_000]).toEqual([200, true]);
  });

  test('tells a signature that holds from one that does not', async () => {
    const nowS = String(Math.floor(Date.now() / 1_000));
    const key = Buffer.from('thirty-two bytes of a secret key');
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'ChatbotPlatform/1.0',
      'x-webhook-id': 'd-1',
      'x-webhook-event': 'message.sent',
      'x-webhook-timestamp': nowS,
      'x-webhook-signature': `sha256=${createHmac('sha256', SECRET).update(BODY).digest('hex')}`,
      'webhook-id': 'd-1',
      'webhook-timestamp': nowS,
      'webhook-signature': `v1,bm8= v1,${createHmac('sha256', key).update(`d-1.${nowS}.${BODY}`).digest('base64')}`,
    };
    await post('/signed', { headers });
    const [good] = sink.at('/signed');
    expect(signatureFaults(good!, SECRET)).toEqual([]);
    expect(signatureFaults({ ...good!, body: BODY.replace('sent', 'sens') }, SECRET)).toEqual([
      'X-Webhook-Signature is not of this body and secret.',
      'webhook-signature is not of this body and secret.',
      'x-webhook-event is message.sent.',
    ]);
    expect(signatureFaults(good!, 'another secret')).toHaveLength(2);
    expect(holdsStandardSignature({ ...good!, headers: { ...headers, 'webhook-timestamp': '1' } }, SECRET)).toBe(false);
  });
});
