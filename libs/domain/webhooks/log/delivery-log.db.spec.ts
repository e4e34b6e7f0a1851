import { DAY_MS, HOUR_MS, MINUTE_MS, newId } from '#kernel';
import { DIALECT, OTHER_DIALECT, WebhooksUnderTest } from '#testing/webhook-services';
import type { Attempt, AttemptOutcome, DeliveryState } from '../webhooks.types';

const URL = 'https://receiver.example/hook';
const PAGE = { page: 1, limit: 10 };
const NOT_FOUND = { code: 'webhooks.not_found' };
const NO_DELIVERY = { code: 'webhooks.delivery_not_found', kind: 'not_found' };

interface Given {
  webhookId?: string;
  event?: string;
  state?: DeliveryState;
  isTest?: boolean;
  ageMs?: number;
  nextAttemptAt?: Date | null;
  claimedAt?: Date | null;
  failures?: number;
  /** Durations of its attempts; null: cut off. */
  attempts?: Array<number | null>;
}

describe('the log of deliveries', () => {
  let parley: WebhooksUnderTest;
  let webhookId: string;

  beforeAll(async () => {
    parley = await WebhooksUnderTest.open();
  });
  afterAll(() => parley.close());
  beforeEach(async () => {
    await parley.reset();
    webhookId = await newWebhook();
  });

  async function newWebhook(): Promise<string> {
    const input = { url: URL, events: ['tea.picked'], secret: 'a secret of ours' };
    return (await parley.webhooks.create(parley.ours, DIALECT, input)).webhook.id;
  }

  /** Deliveries that are told later happened later. */
  async function deliver(given: Given = {}): Promise<string> {
    const id = newId();
    const { state = 'delivered', event = 'tea.picked', ageMs = 0, attempts = [], failures = 0 } = given;
    const { nextAttemptAt = null, claimedAt = null, isTest = false } = given;
    const createdAt = new Date(parley.clock.nowMs() - ageMs);
    await parley.db.database.query(
      `insert into webhook_delivery (id, webhook_id, event, body, state, is_test, attempts, failures, next_attempt_at,
         claimed_at, response_status, duration_ms, created_at, settled_at)
       values ($1, $2, $3, '{"tea":1}', $4, $5, $6, $7, $8, $9, 200, 5, $10, case when $4 = 'pending' then null else now() end)`,
      [
        id,
        given.webhookId ?? webhookId,
        event,
        state,
        isTest,
        attempts.length,
        failures,
        nextAttemptAt,
        claimedAt,
        createdAt,
      ],
    );
    for (const [at, durationMs] of attempts.entries()) await attempt(id, at + 1, durationMs);
    return id;
  }

  async function attempt(id: string, number: number, durationMs: number | null): Promise<void> {
    const outcome: AttemptOutcome = durationMs === null ? 'cut_off' : 'refused';
    await parley.db.database.query(
      `insert into webhook_attempt (delivery_id, number, started_at, duration_ms, outcome, url, request_headers,
         response_status, response_headers, response_body)
       values ($1, $2, $3, $4, $5, $6, '{"a":"b"}', 500, '{"c":"d"}', 'no')`,
      [id, number, parley.clock.now(), durationMs, outcome, URL],
    );
  }

  const list = async (request: object = {}) => {
    const { items, total } = await parley.log.list(parley.ours, DIALECT, webhookId, { ...PAGE, ...request });
    return { ids: items.map(({ id }) => id), total };
  };

  const get = (id: string) => parley.log.get(parley.ours, DIALECT, webhookId, id);

  const rowOf = async (id: string) => {
    const [row] = await parley.db.database.query(
      `select state, failures, next_attempt_at as "nextAttemptAt", claimed_at as "claimedAt", settled_at as "settledAt"
       from webhook_delivery where id = $1`,
      [id],
    );
    return row;
  };

  test('is of one webhook, which its team sees through its dialect', async () => {
    const id = await deliver();
    for (const [actor, dialect] of [
      [parley.theirs, DIALECT],
      [parley.ours, OTHER_DIALECT],
    ] as const) {
      await expect(parley.log.list(actor, dialect, webhookId, PAGE)).rejects.toMatchObject(NOT_FOUND);
      await expect(parley.log.get(actor, dialect, webhookId, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(parley.log.replay(actor, dialect, webhookId, id)).rejects.toMatchObject(NOT_FOUND);
      const since = new Date(0);
      await expect(parley.log.replaySince(actor, dialect, webhookId, { since })).rejects.toMatchObject(NOT_FOUND);
      await expect(parley.log.statistics(actor, dialect, webhookId, 7)).rejects.toMatchObject(NOT_FOUND);
      await expect(parley.tests.send(actor, dialect, webhookId)).rejects.toMatchObject(NOT_FOUND);
    }
    const other = await newWebhook();
    for (const delivery of [await deliver({ webhookId: other }), newId(), 'first']) {
      await expect(get(delivery)).rejects.toMatchObject(NO_DELIVERY);
      await expect(parley.log.replay(parley.ours, DIALECT, webhookId, delivery)).rejects.toMatchObject(NO_DELIVERY);
    }
    expect(parley.jobs.put).toEqual([]);
    expect(parley.sent).toEqual([]);
  });

  test('is listed newest first, page by page', async () => {
    const ids = [await deliver(), await deliver(), await deliver()];
    await deliver({ webhookId: await newWebhook() });
    expect(await list()).toEqual({ ids: ids.toReversed(), total: 3 });
    expect(await list({ page: 2, limit: 2 })).toEqual({ ids: [ids[0]], total: 3 });
  });

  test('is listed by state, event and time', async () => {
    const old = await deliver({ ageMs: 2 * HOUR_MS, state: 'failed' });
    const recent = await deliver({ ageMs: HOUR_MS, event: 'tea.shipped' });
    const fresh = await deliver({ state: 'pending' });
    expect(await list({ state: 'failed' })).toEqual({ ids: [old], total: 1 });
    expect(await list({ event: 'tea.shipped' })).toEqual({ ids: [recent], total: 1 });
    const since = new Date(parley.clock.nowMs() - HOUR_MS);
    expect(await list({ since })).toEqual({ ids: [fresh, recent], total: 2 });
    expect(await list({ since, state: 'pending', limit: 1 })).toEqual({ ids: [fresh], total: 1 });
    expect(await list({ since: new Date('9999-12-31T00:00:00Z') })).toEqual({ ids: [], total: 0 });
    expect((await list({ since: new Date('0001-01-01T00:00:00Z') })).total).toBe(3);
  });

  test('shows of a delivery what was sent, and each attempt', async () => {
    const id = await deliver({ attempts: [10, null] });
    const one: Attempt = {
      number: 1,
      startedAt: parley.clock.now(),
      durationMs: 10,
      outcome: 'refused',
      url: URL,
      requestHeaders: { a: 'b' },
      responseStatus: 500,
      responseHeaders: { c: 'd' },
      responseBody: 'no',
      error: null,
    };
    expect(await get(id)).toEqual({
      id,
      webhookId,
      event: 'tea.picked',
      state: 'delivered',
      isTest: false,
      attempts: 2,
      nextAttemptAt: null,
      responseStatus: 200,
      error: null,
      durationMs: 5,
      createdAt: parley.clock.now(),
      settledAt: expect.any(Date),
      body: '{"tea":1}',
      log: [one, { ...one, number: 2, durationMs: null, outcome: 'cut_off' }],
    });
  });

  test('shows the last attempts of a delivery that has very many', async () => {
    const id = await deliver();
    await parley.db.database.query(
      `insert into webhook_attempt (delivery_id, number, started_at, outcome, url, request_headers)
       select $1, number, now(), 'cut_off', '', '{}' from generate_series(1, 102) number`,
      [id],
    );
    const { log } = await get(id);
    expect([log.length, log[0]?.number, log.at(-1)?.number]).toEqual([100, 3, 102]);
  });

  describe('a replay', () => {
    const job = () => ({ job: 'webhooks.deliver-webhook', payload: { webhookId } });

    test('sends a delivery again under its id, as one that was never tried', async () => {
      const id = await deliver({ state: 'failed', failures: 10, attempts: [10] });
      const delivery = await parley.log.replay(parley.ours, DIALECT, webhookId, id);
      expect(delivery).toMatchObject({ id, state: 'pending', attempts: 1, nextAttemptAt: parley.clock.now() });
      expect(await rowOf(id)).toMatchObject({ state: 'pending', failures: 0, settledAt: null });
      expect(parley.jobs.put).toEqual([job()]);
    });

    test('leaves a delivery to the worker that has it', async () => {
      const claim = { nextAttemptAt: new Date(parley.clock.nowMs() + MINUTE_MS), claimedAt: parley.clock.now() };
      const id = await deliver({ state: 'pending', failures: 3, ...claim });
      await parley.log.replay(parley.ours, DIALECT, webhookId, id);
      expect(await rowOf(id)).toMatchObject({ ...claim, failures: 0 });
      expect(await parley.log.replaySince(parley.ours, DIALECT, webhookId, { since: new Date(0) })).toBe(0);
    });

    test('of a time is of what happened in it, whatever became of it, without tests', async () => {
      const [before, first] = [await deliver({ ageMs: 3 * HOUR_MS }), await deliver({ ageMs: 2 * HOUR_MS })];
      const waiting = await deliver({
        ageMs: 2 * HOUR_MS,
        state: 'pending',
        nextAttemptAt: new Date(parley.clock.nowMs() + DAY_MS),
      });
      const [until, test] = [await deliver({ ageMs: HOUR_MS }), await deliver({ ageMs: 2 * HOUR_MS, isTest: true })];
      const others = await deliver({ ageMs: 2 * HOUR_MS, webhookId: await newWebhook() });
      const request = {
        since: new Date(parley.clock.nowMs() - 2 * HOUR_MS),
        until: new Date(parley.clock.nowMs() - HOUR_MS),
      };
      expect(await parley.log.replaySince(parley.ours, DIALECT, webhookId, request)).toBe(2);
      for (const id of [first, waiting]) {
        expect(await rowOf(id)).toMatchObject({ state: 'pending', nextAttemptAt: parley.clock.now() });
      }
      for (const id of [before, until, test, others]) expect(await rowOf(id)).toMatchObject({ state: 'delivered' });
      expect(parley.jobs.put).toEqual([job()]);
    });

    test('can be of failed ones only', async () => {
      const [failed, delivered] = [await deliver({ state: 'failed' }), await deliver()];
      const request = { since: new Date(0), state: 'failed' } as const;
      expect(await parley.log.replaySince(parley.ours, DIALECT, webhookId, request)).toBe(1);
      expect(await rowOf(failed)).toMatchObject({ state: 'pending' });
      expect(await rowOf(delivered)).toMatchObject({ state: 'delivered' });
    });

    test('of thousands takes each of them once', async () => {
      await parley.db.database.query(
        `insert into webhook_delivery (id, webhook_id, event, body, state, created_at)
         select gen_random_uuid(), $1, 'tea.picked', '{}', 'delivered', now() from generate_series(1, 1100)`,
        [webhookId],
      );
      expect(await parley.log.replaySince(parley.ours, DIALECT, webhookId, { since: new Date(0) })).toBe(1_100);
      expect(await list({ state: 'delivered' })).toMatchObject({ total: 0 });
    });

    test('of nothing puts no job, and one of no time is refused', async () => {
      expect(await parley.log.replaySince(parley.ours, DIALECT, webhookId, { since: new Date(0) })).toBe(0);
      expect(parley.jobs.put).toEqual([]);
      const nowhere = { since: parley.clock.now(), until: parley.clock.now() };
      await expect(parley.log.replaySince(parley.ours, DIALECT, webhookId, nowhere)).rejects.toMatchObject({
        fields: [{ field: 'until' }],
      });
    });
  });

  describe('statistics', () => {
    test('count deliveries by state and event, and tell how long attempts took', async () => {
      await deliver({ attempts: [10] });
      await deliver({ attempts: [20, 30, null] });
      await deliver({ event: 'tea.shipped', attempts: [40] });
      await deliver({ state: 'failed', attempts: [1_000] });
      await deliver({ state: 'pending' });
      await deliver({ isTest: true, state: 'failed', attempts: [9_000] });
      await deliver({ ageMs: 8 * DAY_MS, state: 'failed', attempts: [9_000] });
      await deliver({ webhookId: await newWebhook(), attempts: [9_000] });
      expect(await parley.log.statistics(parley.ours, DIALECT, webhookId, 7)).toEqual({
        since: new Date(parley.clock.nowMs() - 7 * DAY_MS),
        deliveries: { pending: 1, delivered: 3, failed: 1 },
        attempts: 6,
        successRate: 0.75,
        duration: { p50Ms: 30, p95Ms: 808 },
        byEvent: [
          { event: 'tea.picked', pending: 1, delivered: 2, failed: 1 },
          { event: 'tea.shipped', pending: 0, delivered: 1, failed: 0 },
        ],
      });
    });

    test('of nothing have no rate', async () => {
      await deliver({ state: 'pending' });
      expect(await parley.log.statistics(parley.ours, DIALECT, webhookId, 1)).toMatchObject({
        attempts: 0,
        successRate: null,
        duration: { p50Ms: null, p95Ms: null },
      });
    });
  });

  describe('a test', () => {
    const send = (event?: string) => parley.tests.send(parley.ours, DIALECT, webhookId, event);

    test('is sent at once with all secrets, also when the webhook is switched off, and stands in the log', async () => {
      await parley.webhooks.rotateSecret(parley.ours, DIALECT, webhookId, 'the next secret');
      await parley.webhooks.update(parley.ours, DIALECT, webhookId, { isActive: false });
      const delivery = await send();
      expect(delivery).toMatchObject({
        event: 'webhook.test',
        state: 'delivered',
        isTest: true,
        attempts: 1,
        nextAttemptAt: null,
        responseStatus: 200,
        durationMs: 12,
        settledAt: parley.clock.now(),
        log: [{ number: 1, outcome: 'delivered', url: URL, responseHeaders: { server: 'tea' }, responseBody: 'ok' }],
      });
      expect(JSON.parse(delivery.body)).toEqual({
        id: delivery.id,
        event: 'webhook.test',
        timestamp: parley.clock.now().toISOString(),
        data: { webhookId, message: expect.any(String) },
      });
      expect(parley.sent).toEqual([
        {
          deliveryId: delivery.id,
          event: 'webhook.test',
          body: delivery.body,
          url: URL,
          secrets: ['the next secret', 'a secret of ours'],
        },
      ]);
      expect(await get(delivery.id)).toEqual(delivery);
      expect(parley.jobs.put).toEqual([]);
    });

    test('sends the example of an event', async () => {
      const { event, body } = await send('tea.shipped');
      expect([event, JSON.parse(body)]).toMatchObject(['tea.shipped', { data: { tea: 'Assam' } }]);
    });

    test('of an unknown event is refused with the known ones', async () => {
      await expect(send('tea.drunk')).rejects.toMatchObject({
        fields: [{ field: 'event', message: expect.stringContaining('webhook.test, tea.picked, tea.shipped') }],
      });
      expect(parley.sent).toEqual([]);
    });

    test('that fails is not tried again', async () => {
      const failure = {
        outcome: 'unreachable',
        responseStatus: null,
        responseHeaders: null,
        error: 'Nobody.',
      } as const;
      parley.exchange = async () => parley.exchangeOf(URL, { ...failure, responseBody: null });
      expect(await send()).toMatchObject({ state: 'failed', nextAttemptAt: null, error: 'Nobody.', log: [failure] });
      expect(parley.jobs.put).toEqual([]);
    });

    test('is in the log before it is sent, where no worker takes it', async () => {
      let seen: unknown;
      parley.exchange = async ({ deliveryId, url }) => {
        seen = await rowOf(deliveryId);
        return parley.exchangeOf(url);
      };
      await send();
      expect(seen).toMatchObject({ state: 'pending', nextAttemptAt: null });
    });
  });
});
