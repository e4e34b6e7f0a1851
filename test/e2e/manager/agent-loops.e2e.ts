/** Agent loops: what they are, and how an execution goes without a model that calls tools. */
import { allFrames, must, type RegisteredTeam, registerTeam, sharedInstallation, WireClient } from '#testing/parley';
import { holdsPlainSignature, WebhookSink } from '#testing/webhooks';
import { COUNT, failure, id, LOOP, ManagerClient, NOT_FOUND, page, TEXT, TIME, told } from './manager-client';

const EXAMPLE = {
  name: 'Daily Sales Report',
  system_prompt: 'You are a data analyst.',
  user_message: "Generate today's sales report and send it to the team.",
  mcp_servers: [{ type: 'http', name: 'HTTP Client' }],
  max_iterations: 5,
};

describe('agent loops', () => {
  let team: RegisteredTeam;
  let client: ManagerClient;
  let sink: WebhookSink;

  beforeAll(async () => {
    sink = await WebhookSink.start();
    team = await registerTeam(new WireClient((await sharedInstallation()).baseUrl));
    client = new ManagerClient(team.asKey);
  });
  afterAll(() => sink?.stop());

  const patch = (path: string, body: object) => team.asKey.send('PATCH', path, body);

  test('are made, shown, changed and deleted; their secret is shown once', async () => {
    const created = await team.asKey.post('/v1/agent-loops', EXAMPLE);
    const { callback_secret: secret, ...loop } = created.body.data;
    expect([created.status, loop, secret]).toEqual([201, { ...LOOP, ...EXAMPLE }, TEXT]);
    const path = `/v1/agent-loops/${loop.id}`;
    expect(told(await team.asKey.get(path))).toEqual([200, { data: loop }]);
    const changed = { ...loop, max_iterations: 8, updated_at: expect.any(String) };
    expect(told(await patch(path, { max_iterations: 8 }))).toEqual([200, { data: changed }]);
    expect(told(await team.asKey.delete(path))).toEqual([200, { data: { id: loop.id, deleted: true } }]);
    expect(told(await team.asKey.get(path))).toEqual(NOT_FOUND);
    expect(told(await team.asKey.post(`${path}/run`))).toEqual(NOT_FOUND);
  });

  test('are listed by page, name and status', async () => {
    const own = new ManagerClient((await registerTeam(new WireClient(team.asKey.baseUrl))).asKey);
    const make = async (name: string, more: object = {}) => {
      const { callback_secret: _, ...loop } = await own.post('/v1/agent-loops', { ...EXAMPLE, name, ...more });
      return loop;
    };
    const [first, second] = [await make('First', { status: 'paused' }), await make('Second')];
    const list = async (query: string) => (await own.wire.get(`/v1/agent-loops${query}`)).body;
    expect(await list('')).toEqual(page([second, first]));
    expect(await list('?page=2&per_page=1')).toEqual(page([first], { page: 2, per_page: 1, total: 2 }));
    expect(await list('?status=paused')).toEqual(page([first]));
    expect(await list('?search=sec')).toEqual(page([second]));
    expect((await own.wire.get('/v1/agent-loops?page=0')).status).toBe(422);
  });

  test('with everything wrong name all of it', async () => {
    const wrong = {
      system_prompt: '',
      mcp_servers: [{ type: 'carrier pigeon', name: '' }],
      max_iterations: 51,
      timeout: 0,
      status: 'asleep',
      schedule: {},
    };
    const answer = await team.asKey.post('/v1/agent-loops', wrong);
    expect(answer.status).toBe(422);
    const named = answer.body.error.details.fields.map(({ field }: { field: string }) => field);
    expect(named).toEqual(
      expect.arrayContaining([
        'name',
        'system_prompt',
        'user_message',
        'mcp_servers.0.type',
        'mcp_servers.0.name',
        'max_iterations',
        'timeout',
        'status',
        'schedule.cron',
      ]),
    );
    const callback = await team.asKey.post('/v1/agent-loops', { ...EXAMPLE, callback_url: 'nowhere' });
    expect(told(callback)).toEqual([422, failure('validation_error', ['callback_url'])]);
    const cron = await team.asKey.post('/v1/agent-loops', { ...EXAMPLE, schedule: { cron: 'now and then' } });
    expect(told(cron)).toEqual([422, failure('validation_error', ['schedule.cron'])]);
  });

  test('run to an end without a model that calls tools, which a signed callback and an event tell', async () => {
    const [callback, events] = ['/callback', '/loop-events'];
    await client.post('/v1/webhooks', { url: sink.url(events), events: ['agent_loop.completed'] });
    const loop = await client.post('/v1/agent-loops', {
      ...EXAMPLE,
      callback_url: sink.url(callback),
      callback_headers: { 'X-Job': 'sales' },
    });
    const path = `/v1/agent-loops/${loop.id}`;
    const run = await team.asKey.post(`${path}/run`, {});
    expect(run.status).toBe(201);
    const queued = run.body.data;
    expect(queued).toMatchObject({ id: id('exec'), agent_loop_id: loop.id, created_at: TIME });
    expect(['queued', 'running', 'completed']).toContain(queued.status);

    const [delivery] = await sink.untilCount(callback, 1);
    expect(holdsPlainSignature(delivery!, loop.callback_secret)).toBe(true);
    expect(delivery!.headers['x-job']).toBe('sales');
    const body = JSON.parse(delivery!.body);
    expect(body).toEqual({
      agent_loop_id: loop.id,
      agent_loop_name: 'Daily Sales Report',
      execution_id: queued.id,
      status: 'completed',
      result: { output: TEXT, iterations_used: 1, tool_calls: 0 },
      metadata: {
        started_at: TIME,
        completed_at: TIME,
        duration_seconds: COUNT,
        model: expect.anything(),
        tokens_used: COUNT,
      },
      error: null,
    });
    const told = await sink.untilEvent(events, ({ data }) => data.execution_id === queued.id);
    expect(told).toMatchObject({ event: 'agent_loop.completed', data: body });

    const { steps, ...shown } = await client.get(`${path}/executions/${queued.id}`);
    expect(shown).toMatchObject({ status: 'completed', result: body.result, started_at: TIME, completed_at: TIME });
    expect(shown.metadata.servers).toMatchObject([{ name: 'HTTP Client', status: 'unavailable', message: TEXT }]);
    expect(steps).toEqual(expect.any(Array));
    expect((await team.asKey.get(`${path}/executions`)).body).toEqual(page([shown]));
    expect((await team.asKey.get(`${path}/executions?status=failed`)).body).toEqual(page([]));
    expect((await team.asKey.get(`${path}/executions?status=gone`)).status).toBe(422);
  });

  test('are followed to their end, and cannot be cancelled after it', async () => {
    const loop = await client.post('/v1/agent-loops', EXAMPLE);
    const path = `/v1/agent-loops/${loop.id}`;
    const { id: executionId } = await client.post(`${path}/run`, {
      user_message: 'Say hello to {{who}}.',
      variables: { who: 'Ann' },
    });
    const one = `${path}/executions/${executionId}`;
    const frames = await allFrames(await team.asKey.open('GET', `${one}/events`));
    expect(frames.at(-1)).toMatchObject({ event: 'status', data: { id: executionId, status: 'completed' } });
    const refused = await team.asKey.post(`${one}/cancel`);
    expect(told(refused)).toEqual([409, failure('conflict')]);
    const other = await client.post('/v1/agent-loops', EXAMPLE);
    for (const wrong of [`/v1/agent-loops/${other.id}/executions/${executionId}`, `${path}/executions/exec_1`]) {
      expect(told(await team.asKey.get(wrong))).toEqual(NOT_FOUND);
      expect(told(await team.asKey.post(`${wrong}/cancel`))).toEqual(NOT_FOUND);
    }
    must(await team.asKey.delete(path), 200);
    expect(told(await team.asKey.get(one))).toEqual(NOT_FOUND);
  });
});
