/** Addresses of webhooks that lead inside. */
import { eventually } from '#testing';
import { Installation, must, registerTeam, WireClient } from '#testing/parley';
import { WebhookSink } from '#testing/webhooks';
import { createBot, WEBHOOKS, WebhookClient } from './webhooks-client';

/** Short waits, and three attempts in all. */
const IMPATIENT = { WEBHOOK_RETRY_SCHEDULE: '0s,1s,1s' };

describe('private addresses of webhooks', () => {
  let sink: WebhookSink;
  let parley: Installation;
  let asKey: WireClient;
  /** Registered when that was allowed; a name may as well lead elsewhere by now. */
  const hosts = ['127.0.0.1', 'localhost'];
  const paths: string[] = [];

  beforeAll(async () => {
    sink = await WebhookSink.start();
    const open = await Installation.start({ ...IMPATIENT, ALLOW_PRIVATE_ADDRESSES: 'true' }, undefined, { apis: 1 });
    const team = await registerTeam(new WireClient(open.baseUrl));
    for (const host of hosts) {
      const body = { url: sink.url('/inside', host), events: ['chatbot.created'] };
      paths.push((await WebhookClient.register(team.asKey, body)).path);
    }
    await open.stop();
    parley = await open.restart({ ALLOW_PRIVATE_ADDRESSES: 'false' });
    asKey = new WireClient(parley.baseUrl).withKey(team.apiKey);
  });

  afterAll(async () => {
    await parley?.remove();
    await sink?.stop();
  });

  test('are refused when they are to be connected to, and nothing is sent', async () => {
    await createBot(asKey);
    for (const path of paths) {
      const [{ id, error }] = await eventually(async () => {
        const { data } = must(await asKey.get(`${path}/deliveries?status=failed`), 200).body;
        return data.length === 1 && data;
      });
      expect(error).toMatch(/private/);
      const { attemptLog } = must(await asKey.get(`${path}/deliveries/${id}`), 200).body.data;
      const outcomes = attemptLog.map(({ outcome }: { outcome: string }) => outcome);
      expect(outcomes).toEqual(Array(3).fill('address_refused'));
    }
    expect(sink.deliveries).toEqual([]);
  });

  test.each([
    '127.0.0.1',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '10.1.2.3',
    '192.168.1.1',
    '172.16.0.1',
    '169.254.169.254',
    '[fd00::1]',
    '[fe80::1]',
    '100.64.0.1',
  ])('%s is refused, in clear words and without a request', async (host) => {
    const url = sink.url('/inside').replace('127.0.0.1', host);
    const answer = await asKey.post(WEBHOOKS, { url, events: ['chatbot.created'] });
    expect([answer.status, answer.body.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.body.details.fields).toEqual([
      { field: 'url', message: expect.stringMatching(/private|not accepted/) },
    ]);
    expect(sink.deliveries).toEqual([]);
  });
});
