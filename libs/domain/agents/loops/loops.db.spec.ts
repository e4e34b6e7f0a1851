import { Readable } from 'node:stream';
import { AddressGuard } from '#infra/http-client';
import { type Actor, DAY_MS, MINUTE_MS, newId, SECOND_MS } from '#kernel';
import { AgentsUnderTest } from '#testing/agents';
import { CallingLlm } from '#testing/replies';
import { CallbackSending } from '../callbacks/callback-sending.service';
import { LoopScheduling } from '../schedules/loop-scheduling.service';
import { LoopSecrets } from './loop-secrets';
import { LoopsQueries } from './loops.queries';

const RUNNING = new AbortController().signal;
const PAGE = { page: 1, limit: 100 };
const MASK = '********';
const HOURLY = { cron: '0 * * * *', timeZone: 'UTC' };

describe('agent loops', () => {
  let agents: AgentsUnderTest;
  let actor: Actor;

  beforeAll(async () => {
    agents = await AgentsUnderTest.open();
  });
  afterAll(() => agents.fixture.close());

  beforeEach(async () => {
    await agents.begin();
    actor = agents.tenant.actor;
    agents.clock.set('2026-01-01T00:30:00Z');
    agents.script(new CallingLlm([{ deltas: ['Done.'] }]));
  });
  afterEach(() => jest.restoreAllMocks());

  const headersKept = async (id: string) => {
    const row = await agents.fixture.get(LoopsQueries).find(actor.teamId, id);
    return agents.fixture.get(LoopSecrets).openHeaders(id, row?.headerSecrets ?? null);
  };
  const executionsOf = async (id: string) => (await agents.executions.list(actor, id, PAGE)).items;

  test('are of one team, listed newest first, and found by name and status', async () => {
    const sales = await agents.newLoop({ name: 'Sales report' });
    const stock = await agents.newLoop({ name: 'Stock', status: 'paused' });
    const names = async (request = {}) =>
      (await agents.loops.list(actor, { ...PAGE, ...request })).items.map(({ name }) => name);
    expect(await names()).toEqual(['Stock', 'Sales report']);
    expect(await names({ search: 'sALES' })).toEqual(['Sales report']);
    expect(await names({ status: 'paused' })).toEqual(['Stock']);
    const stranger: Actor = { kind: 'system', teamId: newId(), plan: 'free' };
    for (const ask of [
      () => agents.loops.get(stranger, sales.id),
      () => agents.loops.update(stranger, sales.id, { name: 'Mine' }),
      () => agents.loops.delete(stranger, stock.id),
      () => agents.executions.run(stranger, sales.id),
    ])
      await expect(ask()).rejects.toMatchObject({ code: 'agents.loop_not_found' });
  });

  test('name every field that is not acceptable', async () => {
    const input = {
      name: ' ',
      maxIterations: 51,
      timeoutMs: 10,
      mcpServers: [{ type: 'ftp', name: 'a', url: 'nowhere' }],
      callbackUrl: 'mailto:me',
      schedule: { cron: 'now' },
      pluginIds: ['x'],
    };
    const failure = await agents.newLoop(input).catch((error) => error);
    expect(failure).toMatchObject({ code: 'input.invalid' });
    expect(failure.fields.map(({ field }: { field: string }) => field)).toEqual([
      'mcpServers.0.type',
      'mcpServers.0.url',
      'callbackUrl',
      'schedule.cron',
      'name',
      'maxIterations',
      'timeoutMs',
      'pluginIds',
    ]);
    await expect(agents.newLoop({ modelId: 2 })).rejects.toMatchObject({ fields: [{ field: 'modelId' }] });
    const missing = agents.newLoop({ pluginIds: [newId()], knowledgeBotId: newId() });
    await expect(missing).rejects.toMatchObject({ fields: [{ field: 'pluginIds.0' }, { field: 'knowledgeBotId' }] });
  });

  test('keep what headers say sealed, and send it nowhere else', async () => {
    const server = { type: 'http', name: 'crm', url: 'https://crm.example.com/mcp' };
    const loop = await agents.newLoop({
      mcpServers: [{ ...server, headers: { Authorization: 'Bearer crm' } }],
      callbackUrl: 'https://example.com/done',
      callbackHeaders: { 'X-Token': 'secret' },
    });
    expect(loop).toMatchObject({
      mcpServers: [{ headers: { Authorization: MASK } }],
      callbackHeaders: { 'X-Token': MASK },
    });
    const masked = { ...server, url: 'https://crm.example.com/mcp/v2', headers: { Authorization: MASK } };
    await agents.loops.update(actor, loop.id, { mcpServers: [masked] });
    const kept = { servers: { crm: { Authorization: 'Bearer crm' } }, callback: { 'X-Token': 'secret' } };
    expect(await headersKept(loop.id)).toEqual(kept);
    const moved = { ...masked, url: 'https://elsewhere.example.com/mcp' };
    await expect(agents.loops.update(actor, loop.id, { mcpServers: [moved] })).rejects.toMatchObject({
      fields: [{ field: 'mcpServers.0.headers' }],
    });
    await agents.loops.update(actor, loop.id, { callbackUrl: 'https://elsewhere.example.com/done' });
    expect(await headersKept(loop.id)).toEqual({ ...kept, callback: {} });
  });

  describe('with a schedule', () => {
    const scheduling = () => agents.fixture.get(LoopScheduling);

    test('are begun once when it is due, by however many processes', async () => {
      const loop = await agents.newLoop({ schedule: HOURLY });
      expect(loop.schedule).toEqual({ ...HOURLY, nextRunAt: new Date('2026-01-01T01:00:00Z') });
      await scheduling().beginDue();
      expect(await executionsOf(loop.id)).toEqual([]);
      agents.clock.set('2026-01-01T01:00:02Z');
      await Promise.all([scheduling().beginDue(), scheduling().beginDue()]);
      const dueAt = new Date('2026-01-01T01:00:00Z');
      expect(await executionsOf(loop.id)).toMatchObject([{ trigger: 'schedule', dueAt, status: 'queued' }]);
      const { schedule } = await agents.loops.get(actor, loop.id);
      expect(schedule?.nextRunAt).toEqual(new Date('2026-01-01T02:00:00Z'));
    });

    test('make up for the last of the times that were missed', async () => {
      const loop = await agents.newLoop({ schedule: HOURLY });
      agents.clock.advance(2 * DAY_MS);
      await scheduling().beginDue();
      expect(await executionsOf(loop.id)).toMatchObject([{ dueAt: new Date('2026-01-03T00:00:00Z') }]);
    });

    test('are skipped while the execution before is under way, and say so', async () => {
      const loop = await agents.newLoop({ schedule: HOURLY });
      for (const time of ['2026-01-01T01:00:00Z', '2026-01-01T02:00:00Z']) {
        agents.clock.set(time);
        await scheduling().beginDue();
      }
      expect(await executionsOf(loop.id)).toMatchObject([
        { status: 'cancelled', error: expect.stringContaining('still under way'), completedAt: expect.any(Date) },
        { status: 'queued' },
      ]);
    });

    test('are not begun while they are paused, nor for what was due meanwhile', async () => {
      const loop = await agents.newLoop({ schedule: HOURLY });
      await agents.loops.update(actor, loop.id, { status: 'paused' });
      agents.clock.advance(DAY_MS);
      await scheduling().beginDue();
      await agents.loops.update(actor, loop.id, { status: 'active' });
      await scheduling().beginDue();
      expect(await executionsOf(loop.id)).toEqual([]);
      expect((await agents.loops.get(actor, loop.id)).schedule?.nextRunAt).toEqual(new Date('2026-01-02T01:00:00Z'));
    });
  });

  describe('with a callback', () => {
    const callbacks = () => agents.fixture.get(CallbackSending);
    const answering = (status: number) =>
      jest
        .spyOn(agents.fixture.get(AddressGuard), 'request')
        .mockImplementation(async () => ({ status, headers: {}, body: Readable.from([]) }) as never);
    const ended = async () => {
      const id = await agents.queue({
        callbackUrl: 'https://example.com/done',
        callbackHeaders: { 'X-Token': 'mine' },
      });
      await agents.running.run(id, RUNNING);
      return id;
    };

    test('tell it what came of an execution, signed', async () => {
      const request = answering(204);
      const id = await ended();
      await callbacks().send(id, RUNNING);
      await callbacks().send(id, RUNNING);
      expect(request).toHaveBeenCalledTimes(1);
      const [url, { headers, body }] = request.mock.calls[0] as unknown as [string, Record<string, never>];
      expect(url).toBe('https://example.com/done');
      expect(headers).toMatchObject({
        'X-Token': 'mine',
        'X-Webhook-Signature': expect.stringMatching(/^sha256=[0-9a-f]{64}$/),
      });
      expect(JSON.parse(body!)).toMatchObject({
        agent_loop_id: expect.stringMatching(/^loop_[0-9a-f]{32}$/),
        execution_id: `exec_${id.replaceAll('-', '')}`,
        status: 'completed',
        result: { output: 'Done.', iterations_used: 1, tool_calls: 0 },
        metadata: { tokens_used: 12, model: 'caller', duration_seconds: 0 },
        error: null,
      });
      expect((await agents.get(id)).callback).toEqual({ state: 'delivered', attempts: 1, error: null });
    });

    test('try again later when it fails, and give it up in the end', async () => {
      answering(500);
      const id = await ended();
      const due = () => agents.enqueuedBy(() => callbacks().sweep());
      for (const pauseMs of [5 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS]) {
        await callbacks().send(id, RUNNING);
        agents.clock.advance(pauseMs - 1);
        expect(await due()).toEqual([]);
        agents.clock.advance(1);
        expect(await due()).toEqual([id]);
      }
      await callbacks().send(id, RUNNING);
      const error = 'The receiver answered with status 500.';
      expect((await agents.get(id)).callback).toEqual({ state: 'failed', attempts: 6, error });
    });
  });
});
