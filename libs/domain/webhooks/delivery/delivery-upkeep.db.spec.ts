import { SECOND_MS } from '#kernel';
import { DeliveriesUnderTest } from '#testing/webhook-deliveries';

const NEVER = new AbortController().signal;
const URL = 'https://hooks.example.com/in';
const DELIVER = 'webhooks.deliver-webhook';

describe('the upkeep of deliveries', () => {
  let parley: DeliveriesUnderTest;

  beforeAll(async () => {
    parley = await DeliveriesUnderTest.open();
  });

  afterAll(() => parley.close());

  beforeEach(() => parley.reset());

  const disable = (webhookId: string) =>
    parley.db.database.query(
      `update webhook set is_active = false, disabled_reason = 'gone', disabled_at = $2, is_notice_due = true where id = $1`,
      [webhookId, parley.clock.now()],
    );

  test('puts the jobs of webhooks again that something is due for, and of no others', async () => {
    const [due, later, off] = [await parley.webhook(URL), await parley.webhook(URL), await parley.webhook(URL)];
    await parley.webhook(URL);
    for (const webhookId of [due, off]) await parley.deliveries(webhookId);
    await parley.db.database.query('update webhook set is_active = false where id = $1', [off]);
    parley.clock.advance(SECOND_MS);
    await parley.deliveries(later);
    parley.clock.advance(-SECOND_MS);
    await parley.upkeep.sweep();
    expect(parley.jobs.put).toEqual([{ job: DELIVER, payload: { webhookId: due }, delayMs: 0 }]);
  });

  test('deletes what is older than the log goes back, and only that', async () => {
    const webhookId = await parley.webhook(URL);
    const old = '01000000-0000-7000-8000-000000000000';
    await parley.db.database.query(
      `insert into webhook_delivery (id, webhook_id, event, body, created_at, next_attempt_at)
       values ($1, $2, 'tea.picked', '{}', $3, null)`,
      [old, webhookId, new Date(0)],
    );
    parley.clock.set(new Date());
    const [recent] = await parley.deliveries(webhookId);
    await parley.upkeep.prune(NEVER);
    expect((await parley.stored()).map(({ id }) => id)).toEqual([recent]);
  });

  test('tells the active people of a team once that a webhook was switched off', async () => {
    await parley.user('ann@example.com');
    await parley.user('bob@example.com');
    await parley.user('gone@example.com', false);
    const webhookId = await parley.webhook(URL);
    await disable(webhookId);
    await parley.upkeep.sweep();
    expect(parley.jobs.put).toEqual([{ job: 'webhooks.tell-disabled', payload: { webhookId }, delayMs: 0 }]);
    await parley.notices.send(webhookId, NEVER);
    await parley.notices.send(webhookId, NEVER);
    expect(parley.mailer.sent.map(({ to }) => to)).toEqual(['ann@example.com', 'bob@example.com']);
    expect(parley.mailer.sent[0]!.text).toContain(URL);
    expect((await parley.storedWebhook(webhookId)).isNoticeDue).toBe(false);
  });

  test('leaves the notice due while no mail can be sent, and tells nobody of what is on again', async () => {
    await parley.user('ann@example.com');
    const webhookId = await parley.webhook(URL);
    await disable(webhookId);
    parley.mailer.failure = new Error('away');
    await expect(parley.notices.send(webhookId, NEVER)).rejects.toThrow('away');
    parley.mailer.failure = undefined;
    expect((await parley.storedWebhook(webhookId)).isNoticeDue).toBe(true);
    await parley.db.database.query('update webhook set is_active = true, disabled_reason = null where id = $1', [
      webhookId,
    ]);
    await parley.notices.send(webhookId, NEVER);
    expect(parley.mailer.sent).toEqual([]);
  });
});
