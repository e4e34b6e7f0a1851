import { Logger } from '@nestjs/common';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#kernel';
import { eventually } from '#testing';
import {
  type Answer,
  answering,
  DeliveriesUnderTest,
  DISABLE_AFTER_MS,
  Receiver,
  type WorkerUnderTest,
} from '#testing/webhook-deliveries';

const NEVER = new AbortController().signal;
const DELIVER = 'webhooks.deliver-webhook';
/** Of a courier; what it had when it died is taken again after that. */
const LEASE_MS = MINUTE_MS;

describe('couriers', () => {
  let parley: DeliveriesUnderTest;
  let receiver: Receiver;
  let worker: WorkerUnderTest;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    [parley, receiver] = await Promise.all([DeliveriesUnderTest.open(), Receiver.open()]);
  });

  afterAll(async () => {
    await receiver.close();
    await parley.close();
  });

  beforeEach(async () => {
    await parley.reset();
    receiver.reset();
    worker = parley.worker();
  });

  const deliver = (webhookId: string, { by = worker, signal = NEVER } = {}) => by.couriers.deliver(webhookId, signal);
  const outcomes = async () => (await parley.log()).map(({ number, outcome }) => `${number} ${outcome}`);

  test('bring a delivery to its receiver, signed, once, and note it', async () => {
    const webhookId = await parley.webhook(receiver.url);
    const [id] = await parley.deliveries(webhookId);
    await deliver(webhookId);
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received[0]).toMatchObject({
      body: `{"id":"${id}"}`,
      headers: { 'webhook-id': id, 'x-webhook-id': id, 'webhook-signature': expect.stringMatching(/^v1,\S+$/) },
    });
    expect(await parley.stored()).toMatchObject([
      { id, state: 'delivered', attempts: 1, failures: 0, nextAttemptAt: null, claimedAt: null, responseStatus: 200 },
    ]);
    expect(await parley.log()).toMatchObject([
      { deliveryId: id, number: 1, outcome: 'delivered', responseStatus: 200 },
    ]);
    const { failingSince, lastSuccessAt } = await parley.storedWebhook(webhookId);
    expect(failingSince).toBeNull();
    expect(lastSuccessAt!.getTime()).toBeGreaterThanOrEqual(parley.clock.nowMs());
    expect(parley.jobs.put).toEqual([]);
  });

  test('try again by the schedule what was refused, under the same id, and plan it', async () => {
    const webhookId = await parley.webhook(receiver.url);
    const [id] = await parley.deliveries(webhookId);
    receiver.answer = answering(500);
    await deliver(webhookId);
    const [failed] = await parley.stored();
    const waitMs = failed!.nextAttemptAt!.getTime() - parley.clock.nowMs();
    expect(failed).toMatchObject({ state: 'pending', attempts: 1, failures: 1, responseStatus: 500 });
    expect([waitMs >= 5 * SECOND_MS, waitMs <= 6 * SECOND_MS]).toEqual([true, true]);
    const dueAtMs = failed!.nextAttemptAt!.getTime();
    expect(parley.jobs.put).toEqual([{ job: DELIVER, payload: { webhookId, dueAtMs }, delayMs: waitMs }]);
    expect((await parley.storedWebhook(webhookId)).failingSince).not.toBeNull();

    await deliver(webhookId);
    expect(receiver.received).toHaveLength(1);
    parley.clock.advance(waitMs);
    receiver.answer = answering(204);
    await deliver(webhookId);
    expect(receiver.ids).toEqual([id, id]);
    expect(await parley.stored()).toMatchObject([{ state: 'delivered', attempts: 2, responseStatus: 204 }]);
    expect(await outcomes()).toEqual(['1 refused', '2 delivered']);
    expect((await parley.storedWebhook(webhookId)).failingSince).toBeNull();
  });

  test('give up when the schedule is at its end', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId);
    receiver.answer = answering(500);
    for (const _ of [1, 2, 3, 4]) {
      await deliver(webhookId);
      parley.clock.advance(10 * MINUTE_MS);
    }
    expect(receiver.received).toHaveLength(3);
    expect(await parley.stored()).toMatchObject([{ state: 'failed', attempts: 3, failures: 3, nextAttemptAt: null }]);
    expect((await parley.stored())[0]!.settledAt).not.toBeNull();
  });

  test.each<[string, Answer, string]>([
    ['hangs', () => undefined, 'timed_out'],
    ['resets', ({ socket }) => socket?.resetAndDestroy(), 'unreachable'],
    ['redirects', answering(302, { location: 'http://127.0.0.1:1/' }), 'refused'],
  ])('note of a receiver that %s what came of it', async (_what, answer, outcome) => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId);
    receiver.answer = answer;
    await deliver(webhookId, { by: parley.worker({ timeoutMs: 200 }) });
    expect(receiver.received).toHaveLength(1);
    expect(await parley.log()).toMatchObject([{ number: 1, outcome }]);
    expect(await parley.stored()).toMatchObject([{ state: 'pending', failures: 1 }]);
  });

  test('take a 200 with an endless body for delivered', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId);
    receiver.answer = (response) => {
      const write = () => {
        while (response.write('x'.repeat(1_000)));
      };
      response.writeHead(200).on('drain', write);
      write();
    };
    await deliver(webhookId);
    expect(await parley.stored()).toMatchObject([{ state: 'delivered' }]);
  });

  test('switch a webhook off that answers 410, keep what waits, and have the team told', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId, 30);
    receiver.answer = answering(410);
    await deliver(webhookId);
    expect(receiver.received.length).toBeLessThanOrEqual(4);
    expect(await parley.storedWebhook(webhookId)).toMatchObject({
      isActive: false,
      disabledReason: 'gone',
      isNoticeDue: true,
    });
    const stored = await parley.stored();
    expect(new Set(stored.map(({ state }) => state))).toEqual(new Set(['pending']));
    expect(stored.every(({ claimedAt }) => claimedAt === null)).toBe(true);
    expect(stored.filter(({ attempts }) => attempts > 0)).toHaveLength(receiver.received.length);
    expect(parley.jobs.put).toEqual([{ job: 'webhooks.tell-disabled', payload: { webhookId }, delayMs: 0 }]);

    await deliver(webhookId);
    await parley.upkeep.sweep();
    expect(parley.jobs.put.filter(({ job }) => job === DELIVER)).toEqual([]);
  });

  test('leave a webhook alone for as long as it asks, with all that waits for it', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId, 30);
    receiver.answer = answering(429, { 'Retry-After': '90' });
    await deliver(webhookId);
    const asked = receiver.received.length;
    expect(asked).toBeLessThanOrEqual(4);
    const { pausedUntil } = await parley.storedWebhook(webhookId);
    const waitMs = pausedUntil!.getTime() - parley.clock.nowMs();
    expect(waitMs).toBeGreaterThanOrEqual(90 * SECOND_MS);
    expect(parley.jobs.put).toMatchObject([{ job: DELIVER, payload: { dueAtMs: pausedUntil!.getTime() } }]);

    parley.clock.advance(waitMs - 1);
    await deliver(webhookId);
    await parley.upkeep.sweep();
    expect([receiver.received.length, parley.jobs.put.length]).toEqual([asked, 2]);
    parley.clock.advance(1);
    receiver.answer = answering(200);
    await deliver(webhookId);
    expect(receiver.received).toHaveLength(30);
  });

  test('take up what a worker had that died, with its attempt in the log as cut off and not counted', async () => {
    const webhookId = await parley.webhook(receiver.url);
    const ids = await parley.deliveries(webhookId, 2);
    const now = parley.clock.now();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    await parley.queries.claim({ webhookId, now, leaseUntil, limit: 10 });
    await deliver(webhookId);
    expect(receiver.received).toEqual([]);
    expect(parley.jobs.put).toMatchObject([{ job: DELIVER, payload: { dueAtMs: leaseUntil.getTime() } }]);

    parley.clock.advance(LEASE_MS);
    await deliver(webhookId);
    expect(receiver.ids.sort()).toEqual(ids);
    expect(await outcomes()).toEqual(['1 cut_off', '2 delivered', '1 cut_off', '2 delivered']);
    expect(await parley.stored()).toMatchObject(
      ids.map((id) => ({ id, state: 'delivered', attempts: 2, failures: 0 })),
    );
  });

  test('write into the log what they learn late, and leave the delivery to the worker that has it by then', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId);
    const gate = Promise.withResolvers<void>();
    receiver.answer = async (response) => {
      await gate.promise;
      response.end();
    };
    const slow = deliver(webhookId);
    await eventually(() => receiver.received.length === 1);
    parley.clock.advance(LEASE_MS);
    const now = parley.clock.now();
    const [taken] = await parley.queries.claim({
      webhookId,
      now,
      leaseUntil: new Date(now.getTime() + LEASE_MS),
      limit: 1,
    });
    expect(taken).toMatchObject({ number: 2 });
    expect(await outcomes()).toEqual(['1 cut_off']);
    gate.resolve();
    await slow;
    expect(await outcomes()).toEqual(['1 delivered']);
    expect(await parley.stored()).toMatchObject([{ state: 'pending', attempts: 2, claimedAt: now }]);
  });

  test('of two workers on one webhook send each delivery once', async () => {
    const webhookId = await parley.webhook(receiver.url);
    const ids = await parley.deliveries(webhookId, 400);
    const other = parley.worker();
    await Promise.all([deliver(webhookId), deliver(webhookId, { by: other })]);
    await deliver(webhookId);
    expect(receiver.ids.sort()).toEqual(ids);
    expect(new Set((await parley.stored()).map(({ state }) => state))).toEqual(new Set(['delivered']));
    expect(await parley.log()).toHaveLength(400);
  });

  test('are one for a webhook in a process, and hear of what comes meanwhile', async () => {
    const webhookId = await parley.webhook(receiver.url);
    const [first] = await parley.deliveries(webhookId);
    const gate = Promise.withResolvers<void>();
    receiver.answer = async (response, { headers }) => {
      if (headers['webhook-id'] === first) await gate.promise;
      response.end();
    };
    const run = deliver(webhookId);
    await eventually(() => receiver.received.length === 1);
    const [second] = await parley.deliveries(webhookId);
    await deliver(webhookId);
    await eventually(() => receiver.received.length === 2);
    gate.resolve();
    await run;
    expect(receiver.ids).toEqual([first, second]);
  });

  test('of a webhook that hangs do not delay those of another', async () => {
    const hanging = await Receiver.open();
    hanging.answer = () => undefined;
    const [dead, healthy] = [await parley.webhook(hanging.url), await parley.webhook(receiver.url)];
    await parley.deliveries(dead, 50);
    await parley.deliveries(healthy, 50);
    const stop = new AbortController();
    const ofDead = deliver(dead, { signal: stop.signal });
    await eventually(() => hanging.received.length > 0);
    await deliver(healthy);
    expect(receiver.received).toHaveLength(50);
    expect(new Set(await outcomes())).toEqual(new Set(['1 delivered']));
    stop.abort(new Error('enough'));
    await ofDead;
    await hanging.close();
  });

  test('send one at a time where everything fails', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId, 40);
    let [now, most] = [0, 0];
    const counted: number[] = [];
    receiver.answer = (response) => {
      now += 1;
      most = Math.max(most, now);
      counted.push(now);
      setImmediate(() => {
        now -= 1;
        response.writeHead(500).end();
      });
    };
    await deliver(webhookId);
    expect(receiver.received).toHaveLength(40);
    expect(most).toBeLessThanOrEqual(4);
    expect(new Set(counted.slice(-20))).toEqual(new Set([1]));
  });

  test('send many at a time to a receiver that is fast, but no more than sixteen', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId, 200);
    let [now, most] = [0, 0];
    receiver.answer = (response) => {
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => {
        now -= 1;
        response.end();
      });
    };
    await deliver(webhookId);
    expect(receiver.received).toHaveLength(200);
    expect(most).toBeGreaterThan(4);
    expect(most).toBeLessThanOrEqual(16);
  });

  test('switch a webhook off that has failed for days without a success', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId);
    receiver.answer = answering(500);
    await deliver(webhookId);
    parley.clock.advance(DISABLE_AFTER_MS - 1_000);
    await parley.deliveries(webhookId);
    await deliver(webhookId);
    expect(await parley.storedWebhook(webhookId)).toMatchObject({ isActive: true });
    parley.clock.advance(DAY_MS);
    await parley.deliveries(webhookId);
    await deliver(webhookId);
    expect(await parley.storedWebhook(webhookId)).toMatchObject({ isActive: false, disabledReason: 'failing' });
  });

  test('finish what is under way when the process stops, and give back what was not begun', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId, 40);
    receiver.answer = (response) => {
      worker.grace.begin();
      response.end();
    };
    await deliver(webhookId);
    const sent = receiver.received.length;
    expect(sent).toBeLessThanOrEqual(4);
    const stored = await parley.stored();
    expect(stored.filter(({ state }) => state === 'delivered')).toHaveLength(sent);
    expect(stored.filter(({ attempts, claimedAt }) => attempts === 0 && claimedAt === null)).toHaveLength(40 - sent);
    expect(await parley.log()).toHaveLength(sent);
    expect(parley.jobs.put).toMatchObject([{ job: DELIVER, payload: { webhookId }, delayMs: 0 }]);
  });

  test('note as cut off what they cannot finish, and leave it due, not counted', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId);
    const stop = new AbortController();
    receiver.answer = () => stop.abort(new Error('The process stops.'));
    await deliver(webhookId, { signal: stop.signal });
    expect(await outcomes()).toEqual(['1 cut_off']);
    expect(await parley.stored()).toMatchObject([
      { state: 'pending', attempts: 1, failures: 0, claimedAt: null, nextAttemptAt: parley.clock.now() },
    ]);
    receiver.answer = answering(200);
    await deliver(webhookId);
    expect(await outcomes()).toEqual(['1 cut_off', '2 delivered']);
  });

  test('write what they know when the database was away for a moment', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId);
    const record = jest.spyOn(parley.queries, 'record').mockRejectedValueOnce(new Error('away'));
    await deliver(webhookId);
    record.mockRestore();
    expect(receiver.received).toHaveLength(1);
    expect(await parley.stored()).toMatchObject([{ state: 'delivered' }]);
  });

  test('mind no webhook that is deleted while they are on their way', async () => {
    const webhookId = await parley.webhook(receiver.url);
    await parley.deliveries(webhookId, 20);
    receiver.answer = async (response) => {
      await parley.db.database.query('delete from webhook where id = $1', [webhookId]);
      response.end();
    };
    await deliver(webhookId);
    expect(await parley.stored()).toEqual([]);
    expect(await parley.log()).toEqual([]);
  });
});
