import { type Actor, newId } from '#kernel';
import { type IntegrationsProcess, IntegrationsUnderTest } from '#testing/integrations';
import type { IntegrationInput } from './integrations.types';

const PAGE = { page: 1, limit: 20 };
const NOT_FOUND = { code: 'integrations.not_found', kind: 'not_found' };

describe('integrations', () => {
  let made: IntegrationsUnderTest;
  let { ours, theirs, botId, service, db, clock } = {} as IntegrationsUnderTest;
  let { integrations, backEnds } = {} as IntegrationsProcess;

  beforeAll(async () => {
    made = await IntegrationsUnderTest.open();
    ({ ours, theirs, botId, service, db, clock } = made);
  });
  afterAll(() => made.close());
  beforeEach(async () => {
    await made.begin();
    ({ integrations, backEnds } = made.process());
  });
  afterEach(() => made.end());

  const webhook = (input: IntegrationInput = {}): IntegrationInput => ({
    name: 'Ours',
    webhookUrl: service.url,
    ...input,
  });
  const create = (input: IntegrationInput = {}, actor: Actor = ours) =>
    integrations.create(actor, botId, webhook(input));
  const asked = (message: string) => ({ messages: [{ role: 'user' as const, content: message }] });
  const turn = () => ({ teamId: ours.teamId, botId, botName: 'Bot', userRef: 'ada' });
  const headersHeard = () => service.calls.at(-1)?.headers ?? {};
  /** Really called, with what is kept. */
  const called = async () => {
    const [first] = (await backEnds.of(turn())) ?? [];
    if (!first || first.kind === 'model') throw new Error('Nobody answers.');
    return first.answer(asked('hi'));
  };

  describe('are kept', () => {
    it('oldest first, and shown without what is secret', async () => {
      const first = await create({ headers: { Authorization: 'Bearer hush-hush', 'X-Tenant': 'acme' } });
      const second = await create({ name: 'Second' });
      const page = await integrations.list(ours, botId, PAGE);
      expect(page).toMatchObject({ total: 2, items: [{ id: first.id }, { id: second.id }] });
      expect(first.headers).toEqual({ Authorization: '********', 'X-Tenant': 'acme' });
      expect(await integrations.get(ours, first.id)).toEqual(first);
      const stored = await db.database.query('select integration::text as row from integration');
      expect(JSON.stringify([stored, page])).not.toContain('hush-hush');
    });

    it('from other teams, and by ids only', async () => {
      const { id } = await create();
      await expect(integrations.get(theirs, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(integrations.update(theirs, id, { weight: 2 })).rejects.toMatchObject(NOT_FOUND);
      await expect(integrations.delete(theirs, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(integrations.health(theirs, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(integrations.test(theirs, id, 'hi')).rejects.toMatchObject(NOT_FOUND);
      await expect(integrations.get(ours, 'no id')).rejects.toMatchObject(NOT_FOUND);
      await expect(integrations.list(theirs, botId, PAGE)).rejects.toMatchObject({ code: 'bots.not_found' });
      await expect(create({}, theirs)).rejects.toMatchObject({ code: 'bots.not_found' });
    });

    it('until they are deleted', async () => {
      const { id } = await create();
      await integrations.delete(ours, id);
      await expect(integrations.get(ours, id)).rejects.toMatchObject(NOT_FOUND);
      await expect(integrations.delete(ours, id)).rejects.toMatchObject(NOT_FOUND);
    });

    it('50 of a bot at most', async () => {
      await create();
      await db.database.query(
        `insert into integration (id, team_id, bot_id, name, kind, timeout_ms, created_at, updated_at)
         select gen_random_uuid(), $1, $2, 'n', 'echo', 1000, now(), now() from generate_series(1, 48)`,
        [ours.teamId, botId],
      );
      await create();
      await expect(create()).rejects.toMatchObject({ code: 'integrations.too_many', kind: 'conflict' });
    });

    it('only with addresses that may be called', async () => {
      const strict = made.process({ allowsPrivateAddresses: false }).integrations;
      for (const webhookUrl of ['https://127.0.0.1/', 'https://localhost/', 'http://example.com/'])
        await expect(strict.create(ours, botId, { name: 'x', webhookUrl })).rejects.toMatchObject({
          code: 'input.invalid',
          fields: [{ field: 'webhookUrl' }],
        });
      expect((await integrations.list(ours, botId, PAGE)).total).toBe(0);
    });

    it('only with models that are there, which stay then', async () => {
      await expect(integrations.create(ours, botId, { name: 'x', modelId: 999 })).rejects.toMatchObject({
        fields: [{ field: 'modelId' }],
      });
      await integrations.create(ours, botId, { name: 'By a model', modelId: 4 });
      const deleting = made.beforeModelDelete[0]?.({ id: 4, teamId: ours.teamId } as never);
      await expect(deleting).rejects.toMatchObject({
        code: 'models.in_use',
        message: 'The model is in use by integration "By a model".',
      });
    });
  });

  describe('changed', () => {
    it('keep what is not named, and a secret whose mask is sent back', async () => {
      const { id, headers } = await create({ headers: { Authorization: 'Bearer hush', 'X-Tenant': 'acme' } });
      clock.advance(1_000);
      const updated = await integrations.update(ours, id, { weight: 3, headers: { ...headers, 'X-Tenant': 'new' } });
      expect(updated).toMatchObject({
        weight: 3,
        name: 'Ours',
        droppedSecrets: false,
        headers: { Authorization: '********', 'X-Tenant': 'new' },
      });
      expect(updated.updatedAt.getTime()).toBeGreaterThan(updated.createdAt.getTime());
      await called();
      expect(headersHeard()).toMatchObject({ authorization: 'Bearer hush', 'x-tenant': 'new' });
    });

    it('may not name a mask that stands for nothing', async () => {
      const { id } = await create();
      const change = integrations.update(ours, id, { headers: { Authorization: '********' } });
      await expect(change).rejects.toMatchObject({ fields: [{ field: 'headers.Authorization' }] });
    });

    it('lose their secrets to no other host', async () => {
      const { id, headers } = await create({ headers: { Authorization: 'Bearer hush', 'X-Tenant': 'acme' } });
      const moved = service.url.replace('127.0.0.1', 'localhost');
      expect(await integrations.update(ours, id, { webhookUrl: moved, headers })).toMatchObject({
        droppedSecrets: true,
        headers: { 'X-Tenant': 'acme' },
      });
      await called();
      expect(headersHeard()).not.toHaveProperty('authorization');
    });

    it('keep them on another path of the host, and those that are given with the new host', async () => {
      const { id } = await create({ headers: { Authorization: 'Bearer hush' } });
      await integrations.update(ours, id, { webhookUrl: `${service.url}/v2` });
      await called();
      expect(headersHeard()).toMatchObject({ authorization: 'Bearer hush' });
      const moved = service.url.replace('127.0.0.1', 'localhost');
      const updated = await integrations.update(ours, id, {
        webhookUrl: moved,
        headers: { Authorization: 'Bearer new' },
      });
      expect(updated.droppedSecrets).toBe(false);
      await called();
      expect(headersHeard()).toMatchObject({ authorization: 'Bearer new' });
    });

    it('are followed by every process at once', async () => {
      const there = made.process().backEnds;
      expect(await there.of(turn())).toBeUndefined();
      const { id } = await create();
      expect(await there.of(turn())).toMatchObject([{ id }]);
      await integrations.update(ours, id, { isEnabled: false });
      expect(await there.of(turn())).toBeUndefined();
      await integrations.update(ours, id, { isEnabled: true });
      await integrations.delete(ours, id);
      expect(await there.of(turn())).toBeUndefined();
    });
  });

  describe('the echo', () => {
    const arrival = { channelId: newId(), platform: 'telegram', chatId: '42', user: { id: '7' } };

    it('answers messengers and nobody else', async () => {
      const echo = await integrations.createEcho(ours, botId);
      expect(echo).toMatchObject({ kind: 'echo', weight: 1, isEnabled: true, webhookUrl: null });
      expect(await backEnds.of(turn())).toBeUndefined();
      const [one] = (await backEnds.of({ ...turn(), arrival })) ?? [];
      if (one?.kind !== 'echo') throw new Error('no echo');
      expect(await one.answer(asked('Hello?'))).toMatchObject({ ok: true, answer: { text: 'Hello?' } });
    });

    it('gives way to the first integration, and to no further one', async () => {
      const echo = await integrations.createEcho(ours, botId);
      const { id } = await create();
      expect(await integrations.get(ours, echo.id)).toMatchObject({ weight: 0 });
      expect(await backEnds.of({ ...turn(), arrival })).toMatchObject([{ id }]);
      await integrations.update(ours, echo.id, { weight: 1 });
      await create({ name: 'Second' });
      expect(await integrations.get(ours, echo.id)).toMatchObject({ weight: 1 });
    });

    it('is made in the transaction of its bot', async () => {
      const making = db.database.transaction(async () => {
        await integrations.createEcho(ours, botId);
        throw new Error('no bot');
      });
      await expect(making).rejects.toThrow('no bot');
      expect((await integrations.list(ours, botId, PAGE)).total).toBe(0);
    });
  });

  describe('tried out', () => {
    it('are really called, and what they answer is told', async () => {
      const { id } = await create();
      expect(await integrations.test(ours, id, 'hi')).toMatchObject({ ok: true, answer: 'heard hi' });
      service.behaviour = { status: 503 };
      expect(await integrations.test(ours, id, 'hi')).toMatchObject({
        ok: false,
        error: 'The back-end answered with status 503.',
        statusCode: 503,
      });
    });

    it('are called as well when they are a model or an echo', async () => {
      const { id } = await integrations.create(ours, botId, { name: 'Model', modelId: 4 });
      expect(await integrations.test(ours, id, 'hi')).toMatchObject({ ok: true, answer: 'It works.' });
      const echo = await integrations.createEcho(ours, botId);
      expect(await integrations.test(ours, echo.id, 'hi')).toMatchObject({ ok: true, answer: 'hi' });
    });

    it('show their health: calls, failures, and that they are left alone', async () => {
      const { id } = await create();
      expect(await integrations.health(ours, id)).toMatchObject({ state: 'untried', circuit: 'closed', calls: 0 });
      await called();
      expect(await integrations.health(ours, id)).toMatchObject({ state: 'ready', calls: 1, failures: 0 });
      service.behaviour = { status: 500 };
      for (let call = 0; call < 3; call += 1) await called();
      expect(await integrations.health(ours, id)).toMatchObject({
        state: 'failing',
        circuit: 'open',
        calls: 4,
        failures: 3,
        lastError: 'The back-end answered with status 500.',
        pausedUntil: new Date(clock.nowMs() + 5_000),
      });
    });
  });
});
