/** Receivers that fail, hang, lie and fall silent. */
import { eventually } from '#testing';
import { Installation, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';
import { type SinkBehaviour, signatureFaults, WebhookSink } from '#testing/webhooks';
import { createBot, WebhookClient } from './webhooks-client';

/** Room for a slow machine: only the receivers that hang take it. */
const TIMEOUT_MS = 5_000;
/** Short waits, and three attempts in all. */
const IMPATIENT = { WEBHOOK_TIMEOUT_MS: String(TIMEOUT_MS), WEBHOOK_RETRY_SCHEDULE: '0s,1s,1s' };

describe('receivers of webhooks', () => {
  let sink: WebhookSink;
  let parley: Installation;
  let team: RegisteredTeam;
  let paths = 0;
  const secrets: string[] = [];

  beforeAll(async () => {
    sink = await WebhookSink.start();
    parley = await Installation.start({ ...IMPATIENT, ALLOW_PRIVATE_ADDRESSES: 'true' });
  });

  /** A team of its own for each, so that it hears its own bots only. */
  beforeEach(async () => {
    team = await registerTeam(new WireClient(parley.baseUrl));
  });

  afterAll(async () => {
    await parley?.remove();
    await sink?.stop();
  });

  /** A webhook to a receiver of that kind, and the path where that is. */
  const listen = async (behaviour: SinkBehaviour, host?: string) => {
    const path = `/receiver-${++paths}`;
    sink.behave(path, behaviour);
    const body = { url: sink.url(path, host), events: ['chatbot.created'] };
    const webhook = await WebhookClient.register(team.asKey, body);
    secrets.push(webhook.secret);
    return { path, webhook };
  };

  /** The only delivery, when it has been delivered or given up. */
  const settled = (webhook: WebhookClient) =>
    eventually(async () => {
      const [delivery] = await webhook.deliveries();
      if (delivery?.status === undefined || delivery.status === 'pending') return undefined;
      return webhook.delivery(delivery.id);
    });
  /** How a receiver fares is noted soon after the attempt. */
  const shows = (webhook: WebhookClient, wanted: object) =>
    eventually(async () => {
      expect(await webhook.read()).toMatchObject(wanted);
      return true;
    });
  const outcomesOf = (delivery: { attemptLog: Array<{ outcome: string; responseStatus: number | null }> }) =>
    delivery.attemptLog.map(({ outcome, responseStatus }) => [outcome, responseStatus]);

  test.each([200, 201, 204, 299])('%d is success', async (status) => {
    const { path, webhook } = await listen({ kind: 'status', status });
    await createBot(team.asKey);
    expect(await settled(webhook)).toMatchObject({ status: 'delivered', attempts: 1, responseStatus: status });
    expect(sink.at(path)).toHaveLength(1);
  });

  test('one that fails at first gets it again, under the same id and signed anew', async () => {
    const { path, webhook } = await listen({ kind: 'failing', times: 1 });
    await createBot(team.asKey);
    const delivery = await settled(webhook);
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 2, responseStatus: 200, error: null });
    expect(outcomesOf(delivery)).toEqual([
      ['refused', 500],
      ['delivered', 200],
    ]);
    const [first, second] = sink.at(path);
    expect([second!.body, sink.idsAt(path).size]).toEqual([first!.body, 1]);
    expect(second!.atMs - first!.atMs).toBeGreaterThanOrEqual(1_000);
    for (const request of [first!, second!]) expect(signatureFaults(request, webhook.secret)).toEqual([]);
    await shows(webhook, { failingSince: null, lastFailureAt: expect.any(String), lastSuccessAt: expect.any(String) });
  });

  describe('one that does not take it is tried as often as the schedule says, then it has failed:', () => {
    const cases: Array<[string, SinkBehaviour, [string, number | null]]> = [
      ['it never answers', { kind: 'hanging' }, ['timed_out', null]],
      ['it resets the connection', { kind: 'reset' }, ['unreachable', null]],
      ['it answers 500', { kind: 'status', status: 500 }, ['refused', 500]],
      ['it answers 404', { kind: 'status', status: 404 }, ['refused', 404]],
      ['it answers 500 without end', { kind: 'endless', status: 500 }, ['refused', 500]],
    ];
    const listening = new Map<string, { path: string; webhook: WebhookClient }>();
    let toNobody: WebhookClient;

    /** All of one team, so that they go through their attempts side by side. */
    beforeAll(async () => {
      team = await registerTeam(new WireClient(parley.baseUrl));
      for (const [name, behaviour] of cases) listening.set(name, await listen(behaviour));
      const gone = await WebhookSink.start();
      const url = gone.url('/');
      await gone.stop();
      toNobody = await WebhookClient.register(team.asKey, { url, events: ['chatbot.created'] });
      await createBot(team.asKey);
    });

    test.each(cases)('%s', async (name, _, outcome) => {
      const { path, webhook } = listening.get(name)!;
      const delivery = await settled(webhook);
      expect(delivery).toMatchObject({ status: 'failed', attempts: 3, error: expect.any(String), nextAttemptAt: null });
      expect(outcomesOf(delivery)).toEqual([outcome, outcome, outcome]);
      expect(sink.at(path)).toHaveLength(3);
      await shows(webhook, { active: true, failingSince: expect.any(String), lastSuccessAt: null });
    });

    test('nobody is there', async () => {
      const delivery = await settled(toNobody);
      expect(outcomesOf(delivery)).toEqual(Array(3).fill(['unreachable', null]));
      expect(delivery.error).toContain('refused');
    });
  });

  test.each([301, 302, 303, 307, 308])('a redirect (%d) is not followed', async (status) => {
    const target = `/inside-${status}`;
    const { webhook } = await listen({ kind: 'redirect', to: sink.url(target), status });
    const outcome = await webhook.test();
    expect(outcome).toMatchObject({ status: 'failed', responseStatus: status });
    expect(outcome.attemptLog[0].responseHeaders.location).toBe(sink.url(target));
    expect(sink.at(target)).toEqual([]);
  });

  test('an answer without end is read to a limit, and its status counts', async () => {
    const { path, webhook } = await listen({ kind: 'endless' });
    await createBot(team.asKey);
    const delivery = await settled(webhook);
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 1, responseStatus: 200 });
    expect(delivery.attemptLog[0].responseBody.length).toBeLessThanOrEqual(2_048);
    expect(sink.at(path)).toHaveLength(1);
  });

  test('one that says it is gone is left alone, until somebody switches it on', async () => {
    const { path, webhook } = await listen({ kind: 'status', status: 410 });
    await createBot(team.asKey, 'First');
    await shows(webhook, { active: false, disabledReason: 'gone', disabledAt: expect.any(String) });
    await createBot(team.asKey, 'Second');
    sink.behave(path, { kind: 'status', status: 200 });
    expect(await webhook.change({ active: true })).toMatchObject({ active: true, disabledReason: null });
    await createBot(team.asKey, 'Third');
    await sink.untilEvent(path, ({ data }) => data.name === 'Third');
    expect(sink.eventsAt(path).map(({ data }) => data.name)).not.toContain('Second');
  });

  test('one that asks for patience gets it, for all that is on the way to it', async () => {
    const { path, webhook } = await listen({ kind: 'status', status: 429, headers: { 'retry-after': '2' } });
    await createBot(team.asKey, 'First');
    const [first] = await sink.untilCount(path, 1);
    await eventually(async () => (await webhook.deliveries())[0].responseStatus === 429);
    sink.behave(path, { kind: 'status', status: 200 });
    await createBot(team.asKey, 'Second');
    const all = await sink.untilCount(path, 3);
    for (const { atMs } of all.slice(1)) expect(atMs - first!.atMs).toBeGreaterThanOrEqual(2_000);
    expect(sink.idsAt(path).size).toBe(2);
  });

  test('one that hangs holds up no other of the team', async () => {
    const hanging = await listen({ kind: 'hanging' });
    const healthy = await listen({ kind: 'status', status: 200 });
    for (let number = 0; number < 40; number++) await createBot(team.asKey, `Bot ${number}`);
    await sink.untilCount(healthy.path, 40);
    // Each of them would take three times the limit.
    expect(await hanging.webhook.deliveries()).toContainEqual(expect.objectContaining({ status: 'pending' }));
    expect(sink.idsAt(healthy.path).size).toBe(40);
    await hanging.webhook.change({ active: false });
  });

  test('a name that leads to this machine is resolved like any other where that is allowed', async () => {
    const { path, webhook } = await listen({ kind: 'status', status: 200 }, 'localhost');
    expect(await webhook.test()).toMatchObject({ status: 'delivered' });
    expect(sink.at(path)).toHaveLength(1);
  });

  test('secrets are in no log', () => {
    for (const secret of secrets) expect(parley.printed).not.toContain(secret);
  });
});
