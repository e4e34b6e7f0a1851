/** Agent loops over the wire: a model that calls the tools of an MCP server, and everything that can cut its work short. */
import { createHmac } from 'node:crypto';
import { eventually } from '#testing';
import { OpenAiServer } from '#testing/llm';
import { allFrames, Installation, must, type RegisteredTeam, registerTeam, WireClient } from '#testing/parley';
import { TestMcpServer } from '#testing/plugins';
import { WebhookSink } from '#testing/webhooks';

/** Calls of tools before the model comes to its end: with that, ten calls of the model. */
const CALLS = 9;
const ENDED = ['completed', 'failed', 'timeout', 'cancelled'];

describe('agent loops', () => {
  let parley: Installation;
  let llm: OpenAiServer;
  let mcp: TestMcpServer;
  let sink: WebhookSink;
  let team: RegisteredTeam;
  let wire: WireClient;
  let modelId: number;

  beforeAll(async () => {
    [parley, llm, mcp, sink] = await Promise.all([
      Installation.start({ ALLOW_PRIVATE_ADDRESSES: 'true' }),
      OpenAiServer.start({ models: ['gpt-test'] }),
      TestMcpServer.start(),
      WebhookSink.start(),
    ]);
    team = await registerTeam(new WireClient(parley.baseUrl));
    wire = team.asKey;
    const model = {
      kind: 'llm',
      provider: 'openai-compatible',
      model: 'gpt-test',
      name: 'Worker',
      apiKey: 'sk-agents',
    };
    modelId = must(await wire.post('/api/v1/models', { ...model, baseUrl: llm.baseUrl }), 201).body.data.id;
  });
  beforeEach(() => {
    mcp.reset();
    llm.reset();
  });
  afterAll(async () => {
    await Promise.all([llm?.stop(), mcp?.stop(), sink?.stop()]);
    await parley?.remove();
  });

  /** The model calls `add` so many times, then says what it has. */
  const works = (calls: number, beforeCall: (number: number) => void = () => undefined) =>
    llm.replyWith(({ messages }) => {
      const number = messages.filter(({ role }) => role === 'tool').length + 1;
      const usage = { promptTokens: 100, completionTokens: 20 };
      if (number > calls) return { text: `I made ${calls} additions.`, usage };
      beforeCall(number);
      return {
        toolCalls: [{ name: 'add', arguments: JSON.stringify({ a: number, b: 100 }), id: `call_${number}` }],
        usage,
      };
    });
  const create = async (input: object = {}) => {
    const loop = {
      name: 'Additions',
      systemPrompt: 'You add.',
      userMessage: 'Add {{what}}.',
      mcpServers: [{ type: 'http', name: 'Sums', url: mcp.url }],
      modelId,
      ...input,
    };
    return must(await wire.post('/api/v1/agent-loops', loop), 201).body.data;
  };
  const begin = async (loopId: string, body: object = {}) =>
    must(await wire.post(`/api/v1/agent-loops/${loopId}/run`, body), 202).body.data.id;
  const pathOf = (loopId: string, id: string) => `/api/v1/agent-loops/${loopId}/executions/${id}`;
  const read = async (loopId: string, id: string) => must(await wire.get(pathOf(loopId, id)), 200).body.data;
  const untilEnded = (loopId: string, id: string) =>
    eventually(async () => {
      const execution = await read(loopId, id);
      return ENDED.includes(execution.status) && execution;
    }, 120_000);
  /** The first numbers of the additions that the tool server was asked for. */
  const additions = () =>
    mcp.requests
      .filter(({ method }) => method === 'tools/call')
      .map(({ body }) => (body as { params: { arguments: { a: number } } }).params.arguments.a);

  test('work step by step, are followed, and tell their callback', async () => {
    works(2);
    const headers = { 'X-Token': 'of the receiver' };
    const loop = await create({ callbackUrl: sink.url('/done'), callbackHeaders: headers });
    expect(loop).toMatchObject({ status: 'active', callbackHeaders: { 'X-Token': '********' } });
    const id = await begin(loop.id, { variables: { what: 'numbers' } });
    expect(await untilEnded(loop.id, id)).toMatchObject({
      status: 'completed',
      userMessage: 'Add numbers.',
      output: 'I made 2 additions.',
      iterationsUsed: 3,
      toolCalls: 2,
      usage: { inputTokens: 300, outputTokens: 60 },
      servers: [{ name: 'Sums', status: 'connected' }],
      steps: [
        { position: 1, kind: 'model', state: 'completed', name: 'Worker' },
        { position: 2, kind: 'tool', name: 'add', input: { a: 1, b: 100 }, output: { text: '101' } },
        { position: 3, kind: 'model' },
        { position: 4, kind: 'tool', output: { text: '102' } },
        { position: 5, kind: 'model', output: { text: 'I made 2 additions.' } },
      ],
    });
    const [told] = await sink.untilCount('/done', 1);
    const signature = createHmac('sha256', loop.callbackSecret).update(told!.body).digest('hex');
    expect(told!.headers).toMatchObject({ 'x-webhook-signature': `sha256=${signature}`, 'x-token': 'of the receiver' });
    expect(JSON.parse(told!.body)).toEqual({
      agent_loop_id: `loop_${loop.id.replaceAll('-', '')}`,
      agent_loop_name: 'Additions',
      execution_id: `exec_${id.replaceAll('-', '')}`,
      status: 'completed',
      result: { output: 'I made 2 additions.', iterations_used: 3, tool_calls: 2 },
      metadata: {
        started_at: expect.any(String),
        completed_at: expect.any(String),
        duration_seconds: expect.any(Number),
        model: 'Worker',
        tokens_used: 360,
      },
      error: null,
    });
    const events = `${pathOf(loop.id, id)}/events`;
    const frames = await allFrames(await wire.open('GET', events));
    expect(frames.map(({ event }) => event)).toEqual([...Array(5).fill('step'), 'status']);
    const afterThird = await allFrames(await wire.with({ 'last-event-id': frames[2]!.id! }).open('GET', events));
    const shown = (all: readonly { id: string | undefined; event: string }[]) =>
      all.map((frame) => [frame.id, frame.event]);
    expect(shown(afterThird)).toEqual(shown(frames.slice(3)));
  }, 180_000);

  test('go on after a crash in the middle, without calling a finished tool again', async () => {
    works(CALLS, (number) => {
      if (number === 5) mcp.behaviour = { hangs: true };
    });
    const loop = await create();
    const id = await begin(loop.id);
    await eventually(() => additions().includes(5));
    await parley.kill();
    mcp.behaviour = {};
    works(CALLS);

    parley = await parley.restart();
    wire = new WireClient(parley.baseUrl).withKey(team.apiKey);
    const ended = await untilEnded(loop.id, id);
    expect(ended).toMatchObject({
      status: 'completed',
      output: `I made ${CALLS} additions.`,
      iterationsUsed: CALLS + 1,
      toolCalls: CALLS,
    });
    expect(additions()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const states = ended.steps.map(({ kind, state }: { kind: string; state: string }) => `${kind} ${state}`);
    expect(states.filter((state: string) => state === 'tool unknown')).toHaveLength(1);
    expect(ended.steps.map(({ position }: { position: number }) => position)).toEqual(
      states.map((_: string, at: number) => at + 1),
    );
    const unknown = llm.chats.at(-1)?.body.messages.filter(({ content }) => String(content).includes('It is unknown'));
    expect(unknown).toMatchObject([{ role: 'tool', tool_call_id: 'call_5' }]);
  }, 240_000);

  test('stop when their tokens are used up', async () => {
    works(CALLS);
    const loop = await create({ maxTokens: 200 });
    expect(await untilEnded(loop.id, await begin(loop.id))).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('tokens'),
      iterationsUsed: 2,
      usage: { inputTokens: 200, outputTokens: 40 },
    });
  }, 120_000);

  test('stop when they are cancelled', async () => {
    works(1, () => {
      mcp.behaviour = { hangs: true };
    });
    const loop = await create();
    const id = await begin(loop.id);
    await eventually(() => additions().length === 1);
    const cancelled = must(await wire.post(`${pathOf(loop.id, id)}/cancel`), 200).body.data;
    expect(cancelled).toMatchObject({ status: 'cancelled', output: null });
    must(await wire.post(`${pathOf(loop.id, id)}/cancel`), 409);
    expect(llm.chats).toHaveLength(1);
    must(await wire.delete(`/api/v1/agent-loops/${loop.id}`), 200);
    must(await wire.get(pathOf(loop.id, id)), 404);
  }, 120_000);

  test('are begun by their schedule', async () => {
    works(1);
    const loop = await create({ schedule: { cron: '* * * * * *', timeZone: 'Europe/Berlin' } });
    const executions = async (status: string) =>
      must(await wire.get(`/api/v1/agent-loops/${loop.id}/executions?status=${status}`), 200).body.data;
    const [done] = await eventually(async () => {
      const found = await executions('completed');
      return found.length > 0 && found;
    });
    expect(done).toMatchObject({ trigger: 'schedule', dueAt: expect.any(String), output: 'I made 1 additions.' });
    const paused = must(await wire.put(`/api/v1/agent-loops/${loop.id}`, { status: 'paused' }), 200).body.data;
    expect(paused.schedule).toMatchObject({ nextRunAt: null });
  }, 120_000);

  test('without a model that calls tools complete and say why nothing was done', async () => {
    const loop = await create({ modelId: null, mcpServers: [{ type: 'http', name: 'HTTP Client' }] });
    expect(await untilEnded(loop.id, await begin(loop.id))).toMatchObject({
      status: 'completed',
      output: expect.stringContaining('cannot call tools'),
      iterationsUsed: 1,
      toolCalls: 0,
      servers: [{ name: 'HTTP Client', status: 'unavailable' }],
    });
  }, 120_000);

  test('are seen by their team alone, and named fields are refused', async () => {
    const loop = await create();
    const { asKey } = await registerTeam(new WireClient(parley.baseUrl));
    must(await asKey.get(`/api/v1/agent-loops/${loop.id}`), 404);
    must(await asKey.post(`/api/v1/agent-loops/${loop.id}/run`), 404);
    const refused = must(await wire.post('/api/v1/agent-loops', { name: 'x', maxIterations: 51 }), 400).body;
    expect(JSON.stringify(refused)).toContain('maxIterations');
  }, 120_000);
});
