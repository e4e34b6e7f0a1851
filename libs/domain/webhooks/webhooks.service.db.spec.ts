import { DAY_MS, newId } from '#kernel';
import { DIALECT, OTHER_DIALECT, WebhooksUnderTest } from '#testing/webhook-services';
import type { SealedSecrets } from './webhook-secrets';
import type { CreateWebhook, WebhookPatch } from './webhooks.types';

const URL = 'https://receiver.example/hook';
const PAGE = { page: 1, limit: 10 };
const NOT_FOUND = { code: 'webhooks.not_found', kind: 'not_found' };

const telling = (changes: Partial<CreateWebhook> = {}): CreateWebhook => ({
  url: URL,
  events: ['tea.picked'],
  ...changes,
});

describe('webhooks', () => {
  let parley: WebhooksUnderTest;

  beforeAll(async () => {
    parley = await WebhooksUnderTest.open();
  });
  afterAll(() => parley.close());
  beforeEach(() => parley.reset());

  const create = (changes: Partial<CreateWebhook> = {}) =>
    parley.webhooks.create(parley.ours, DIALECT, telling(changes));
  const update = (id: string, patch: WebhookPatch) => parley.webhooks.update(parley.ours, DIALECT, id, patch);
  const newWebhook = async (changes: Partial<CreateWebhook> = {}) => (await create(changes)).webhook;
  const set = (id: string, columns: string) =>
    parley.db.database.query(`update webhook set ${columns} where id = $1`, [id]);
  const columnsOf = async (id: string) => {
    type Columns = SealedSecrets & { pausedUntil: Date; isNoticeDue: boolean; listeningSince: Date | null };
    const [row] = await parley.db.database.query<Columns>(
      `select id, secret, previous_secret as "previousSecret", previous_secret_expires_at as "previousSecretExpiresAt",
         paused_until as "pausedUntil", is_notice_due as "isNoticeDue", listening_since as "listeningSince"
       from webhook where id = $1`,
      [id],
    );
    return row!;
  };
  const secretsOf = async (id: string) => parley.secrets.open(await columnsOf(id), parley.clock.now());
  const countOf = async (table: string) =>
    (await parley.db.database.query<{ count: number }>(`select count(*)::int as count from ${table}`))[0]?.count;

  test('a webhook is read as it was registered; its secret is told once and never shown', async () => {
    const given = telling({ secret: 'a secret of ours', botId: parley.botId, description: ' Tickets ' });
    const { webhook, secret } = await parley.webhooks.create(parley.ours, DIALECT, given);
    expect(secret).toBe('a secret of ours');
    expect(webhook).toEqual({
      id: expect.any(String),
      teamId: parley.ours.teamId,
      dialect: DIALECT,
      url: URL,
      events: ['tea.picked'],
      botId: parley.botId,
      description: 'Tickets',
      isActive: true,
      disabledReason: null,
      disabledAt: null,
      failingSince: null,
      lastSuccessAt: null,
      lastFailureAt: null,
      previousSecretExpiresAt: null,
      createdAt: parley.clock.now(),
      updatedAt: parley.clock.now(),
    });
    expect(await parley.webhooks.get(parley.ours, DIALECT, webhook.id)).toEqual(webhook);
    const list = await parley.webhooks.list(parley.ours, DIALECT, PAGE);
    expect(list).toEqual({ items: [webhook], total: 1, ...PAGE });
    expect(await secretsOf(webhook.id)).toEqual(['a secret of ours']);
  });

  test('a secret is made when none is given', async () => {
    const { webhook, secret } = await create();
    expect(secret).toMatch(/^whsec_/);
    expect(await secretsOf(webhook.id)).toEqual([secret]);
    expect(webhook.botId).toBeUndefined();
  });

  test('another team and another dialect see and touch nothing of it', async () => {
    const { id } = await newWebhook();
    for (const [actor, dialect] of [
      [parley.theirs, DIALECT],
      [parley.ours, OTHER_DIALECT],
    ] as const) {
      await expect(parley.webhooks.get(actor, dialect, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(parley.webhooks.update(actor, dialect, id, {})).rejects.toMatchObject(NOT_FOUND);
      await expect(parley.webhooks.rotateSecret(actor, dialect, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(parley.webhooks.delete(actor, dialect, id)).rejects.toMatchObject(NOT_FOUND);
      expect(await parley.webhooks.list(actor, dialect, PAGE)).toMatchObject({ items: [], total: 0 });
    }
    expect(await parley.webhooks.get(parley.ours, DIALECT, id)).toMatchObject({ isActive: true });
  });

  test('what is no id is the id of no webhook', async () => {
    await expect(parley.webhooks.get(parley.ours, DIALECT, 'first')).rejects.toMatchObject(NOT_FOUND);
    await expect(parley.webhooks.delete(parley.ours, DIALECT, 'first')).rejects.toMatchObject(NOT_FOUND);
  });

  test('an event that is named twice is asked for once', async () => {
    const { events } = await newWebhook({ events: ['tea.shipped', 'tea.picked', 'tea.shipped'] });
    expect(events).toEqual(['tea.shipped', 'tea.picked']);
  });

  test('an unknown event is refused with the known ones', async () => {
    await expect(create({ events: ['tea.picked', 'the.cueilli'] })).rejects.toMatchObject({
      code: 'input.invalid',
      fields: [{ field: 'events', message: expect.stringMatching(/"the\.cueilli".*tea\.picked, tea\.shipped/) }],
    });
  });

  test.each([
    ['no event', telling({ events: [] }), 'events'],
    ['what is no address', telling({ url: 'receiver.example' }), 'url'],
    ['another scheme', telling({ url: 'ftp://receiver.example' }), 'url'],
    ['a password in the address', telling({ url: 'https://me:hidden@receiver.example' }), 'url'],
    ['an address that is too long', telling({ url: `${URL}/${'x'.repeat(2_048)}` }), 'url'],
    ['an address of two lines', telling({ url: `${URL}/\r\nX: y` }), 'url'],
    ['a private address', telling({ url: 'http://127.0.0.1:8080/' }), 'url'],
    ['a private address in disguise', telling({ url: 'http://2130706433/' }), 'url'],
    ['a short secret', telling({ secret: '1234567' }), 'secret'],
    ['a long secret', telling({ secret: 'x'.repeat(257) }), 'secret'],
    ['a long description', telling({ description: 'x'.repeat(501) }), 'description'],
    ['a bot that is not there', telling({ botId: newId() }), 'chatbotId'],
  ])('%s is refused, naming the field', async (_, input, field) => {
    const { id } = await newWebhook();
    for (const refusal of [parley.webhooks.create(parley.ours, DIALECT, input), update(id, input)]) {
      await expect(refusal).rejects.toMatchObject({ code: 'input.invalid', fields: [{ field }] });
      await expect(refusal).rejects.toMatchObject({ message: expect.not.stringContaining('hidden') });
    }
    expect(await parley.webhooks.list(parley.ours, DIALECT, PAGE)).toMatchObject({ items: [{ id, url: URL }] });
  });

  test('a team has a bounded number of webhooks, of all dialects together', async () => {
    await parley.db.database.query(
      `insert into webhook (id, team_id, dialect, url, events, secret, created_at, updated_at)
       select gen_random_uuid(), $1, '${OTHER_DIALECT}', $2, '{}', '', now(), now() from generate_series(1, 99)`,
      [parley.ours.teamId, URL],
    );
    const outcomes = await Promise.allSettled([create(), create(), create()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(create()).rejects.toMatchObject({ code: 'webhooks.too_many', kind: 'conflict' });
    await parley.webhooks.create(parley.theirs, DIALECT, telling());
  });

  test('lists are of one dialect, oldest first, page by page', async () => {
    const made = [await newWebhook(), await newWebhook(), await newWebhook()];
    await parley.webhooks.create(parley.ours, OTHER_DIALECT, telling({ events: ['the.cueilli'] }));
    const pages = [1, 2].map((page) => parley.webhooks.list(parley.ours, DIALECT, { page, limit: 2 }));
    const [first, second] = await Promise.all(pages);
    expect([...(first?.items ?? []), ...(second?.items ?? [])].map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(second?.total).toBe(3);
  });

  describe('an update', () => {
    test('changes what it names, and null clears', async () => {
      const { id } = await newWebhook({ botId: parley.botId, description: 'Tickets' });
      parley.clock.advance(1_000);
      const changed = await update(id, { events: ['tea.shipped'], botId: null });
      expect(changed).toMatchObject({
        url: URL,
        events: ['tea.shipped'],
        botId: undefined,
        description: 'Tickets',
        updatedAt: parley.clock.now(),
      });
      expect(await parley.webhooks.get(parley.ours, DIALECT, id)).toEqual(changed);
      expect(await update(id, { description: null })).toMatchObject({ description: null });
      expect(parley.jobs.put).toEqual([]);
    });

    test('switches it off for its owner, and on again as one that never failed, to go on at once', async () => {
      const { id } = await newWebhook();
      const off = await update(id, { isActive: false });
      expect(off).toMatchObject({ isActive: false, disabledReason: 'by_owner', disabledAt: parley.clock.now() });
      await set(id, `failing_since = now(), paused_until = now(), is_notice_due = true, disabled_reason = 'failing'`);
      expect(await update(id, { isActive: true })).toMatchObject({
        isActive: true,
        disabledReason: null,
        disabledAt: null,
        failingSince: null,
      });
      expect(await columnsOf(id)).toMatchObject({
        pausedUntil: null,
        isNoticeDue: false,
        listeningSince: parley.clock.now(),
      });
      expect(parley.jobs.put).toEqual([{ job: 'webhooks.deliver-webhook', payload: { webhookId: id } }]);
    });

    test('that leaves it on or off as it is changes nothing of why and since when', async () => {
      const { id } = await newWebhook();
      await set(id, `failing_since = now()`);
      expect((await update(id, { isActive: true, url: URL })).failingSince).not.toBeNull();
      await set(id, `is_active = false, disabled_reason = 'gone', disabled_at = '2025-12-31T00:00:00Z'`);
      expect(await update(id, { isActive: false })).toMatchObject({
        disabledReason: 'gone',
        disabledAt: new Date('2025-12-31T00:00:00Z'),
      });
      expect(parley.jobs.put).toEqual([]);
    });

    test('of the address lets what was held back go there at once', async () => {
      const { id } = await newWebhook();
      await set(id, `failing_since = now(), paused_until = now()`);
      expect((await update(id, { url: 'https://elsewhere.example' })).failingSince).toBeNull();
      expect(await columnsOf(id)).toMatchObject({ pausedUntil: null });
      expect(parley.jobs.put).toHaveLength(1);
    });

    test('at the same time as others loses none of them', async () => {
      const { id } = await newWebhook();
      await Promise.all([
        update(id, { description: 'Tickets' }),
        update(id, { events: ['tea.shipped'] }),
        update(id, { isActive: false }),
      ]);
      expect(await parley.webhooks.get(parley.ours, DIALECT, id)).toMatchObject({
        description: 'Tickets',
        events: ['tea.shipped'],
        isActive: false,
      });
    });
  });

  describe('a secret', () => {
    test('that is rotated leaves the one before it valid for a day', async () => {
      const { webhook, secret } = await create();
      const rotated = await parley.webhooks.rotateSecret(parley.ours, DIALECT, webhook.id);
      expect(rotated.secret).toMatch(/^whsec_/);
      expect(rotated.webhook.previousSecretExpiresAt).toEqual(new Date(parley.clock.nowMs() + DAY_MS));
      expect(await secretsOf(webhook.id)).toEqual([rotated.secret, secret]);
      parley.clock.advance(DAY_MS);
      expect(await secretsOf(webhook.id)).toEqual([rotated.secret]);
      const { previousSecretExpiresAt } = await parley.webhooks.get(parley.ours, DIALECT, webhook.id);
      expect(previousSecretExpiresAt).toBeNull();
    });

    test('that is given goes the same way, and is given again without harm', async () => {
      const { webhook, secret } = await create();
      await update(webhook.id, { secret: 'the next secret' });
      await parley.webhooks.rotateSecret(parley.ours, DIALECT, webhook.id, 'the next secret');
      expect(await secretsOf(webhook.id)).toEqual(['the next secret', secret]);
    });

    test('that is too short is refused', async () => {
      const { id } = await newWebhook();
      const rotation = parley.webhooks.rotateSecret(parley.ours, DIALECT, id, 'short');
      await expect(rotation).rejects.toMatchObject({ fields: [{ field: 'secret' }] });
    });
  });

  describe('with many deliveries', () => {
    /** More than one step of the removal. */
    const DELIVERIES = 1_100;

    const fill = (id: string) =>
      parley.db.database.query(
        `with d as (
           insert into webhook_delivery (id, webhook_id, event, body, created_at)
           select gen_random_uuid(), $1, 'tea.picked', '{}', now() from generate_series(1, ${DELIVERIES}) returning id
         )
         insert into webhook_attempt (delivery_id, number, started_at, outcome, url, request_headers)
         select id, 1, now(), 'refused', '', '{}' from d`,
        [id],
      );

    test('it is deleted with all of them, and no other', async () => {
      const [{ id }, other] = [await newWebhook(), await newWebhook()];
      await Promise.all([fill(id), fill(other.id)]);
      await parley.webhooks.delete(parley.ours, DIALECT, id);
      await expect(parley.webhooks.get(parley.ours, DIALECT, id)).rejects.toMatchObject(NOT_FOUND);
      expect(await Promise.all(['webhook', 'webhook_delivery', 'webhook_attempt'].map(countOf))).toEqual([
        1,
        DELIVERIES,
        DELIVERIES,
      ]);
    });

    test('it goes with its team', async () => {
      const { id } = await newWebhook();
      const theirs = await parley.webhooks.create(parley.theirs, DIALECT, telling());
      await fill(id);
      for (const listener of parley.beforeTeamRemoval) {
        await listener(parley.ours.teamId, new AbortController().signal);
      }
      expect(await Promise.all(['webhook', 'webhook_delivery', 'webhook_attempt'].map(countOf))).toEqual([1, 0, 0]);
      const { id: left } = theirs.webhook;
      expect(await parley.webhooks.get(parley.theirs, DIALECT, left)).toMatchObject({ isActive: true });
    });
  });
});
