import { Logger } from '@nestjs/common';
import { Notices } from '#infra/notices';
import { JobQueue } from '#infra/queue';
import { AppError } from '#kernel';
import type { ScriptedTool } from '#providers/tool-servers';
import { eventually } from '#testing';
import { AgentsUnderTest } from '#testing/agents';
import { CallingLlm } from '#testing/replies';
import { loadAgentLibrary } from '../agent/agent-library';
import { AgentWork } from '../agent/agent-work';
import { UNKNOWN_OUTCOME } from '../steps/told-so-far';
import { ExecutionEnding } from './execution-ending';
import { ExecutionRunning } from './execution-running.service';
import { BACKOFF_MS, MAX_RUNS, QUEUE_LEASE_MS, RUN_LEASE_MS } from './lease';
import { RunningQueries } from './running.queries';

const RUNNING = new AbortController().signal;
const DOWN = new AppError('llm.provider_unavailable', 'unavailable', 'The provider is down.');

/** Tools that count their calls; `send` answers when the test lets it. */
class Tools {
  readonly calls: string[] = [];
  readonly sent = Promise.withResolvers<void>();
  hangs = false;

  readonly look: ScriptedTool = this.tool('look', { isRepeatable: true });
  readonly send: ScriptedTool = this.tool('send', {});

  private tool(name: string, hints: { isRepeatable?: true }): ScriptedTool {
    const parameters = { type: 'object' };
    const answer = async () => {
      this.calls.push(name);
      if (this.hangs) await this.sent.promise;
      return { text: `${name} is done`, isError: false };
    };
    return { name, description: '', parameters, ...hints, answer };
  }
}

describe('executions of agent loops', () => {
  let agents: AgentsUnderTest;
  let tools: Tools;

  beforeAll(async () => {
    agents = await AgentsUnderTest.open();
    await loadAgentLibrary();
  });
  afterAll(() => agents.fixture.close());

  beforeEach(async () => {
    await agents.begin();
    tools = new Tools();
    // It is told of executions that are given up.
    jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  });
  afterEach(() => jest.restoreAllMocks());

  const script = (model: CallingLlm) => agents.script(model, tools.look, tools.send);
  const calling = (...names: readonly string[]) =>
    new CallingLlm([...names.map((name) => ({ calls: [[name, '{}'] as const] })), { deltas: ['All done.'] }]);
  const run = (id: string) => agents.running.run(id, RUNNING);
  const sweep = () => agents.enqueuedBy(() => agents.running.sweep());
  /** Another process: runs of the one are not known to it. */
  const otherWorker = () => {
    const { fixture } = agents;
    const parts = [RunningQueries, AgentWork, ExecutionEnding, JobQueue, Notices] as const;
    const [queries, work, ending, jobs, notices] = parts.map((part) => fixture.get<object>(part as never));
    const others = [queries, work, ending, jobs, notices, fixture.clock] as never[];
    return new (ExecutionRunning as unknown as new (...all: never[]) => ExecutionRunning)(...others);
  };
  /** The first run stands in the middle of a call when its process is taken for dead. */
  const abandonedIn = async (model: CallingLlm, callsBefore: number) => {
    script(model);
    const id = await agents.queue();
    tools.hangs = callsBefore === 0;
    const dead = run(id);
    await eventually(() => tools.calls.length === callsBefore + 1);
    agents.clock.advance(RUN_LEASE_MS + 1);
    expect(await sweep()).toEqual([id]);
    return { id, dead };
  };

  test('are carried out to their end, step by step, and told of', async () => {
    script(calling('look', 'send'));
    const id = await agents.queue({ userMessage: 'Do {{what}}.' }, { variables: { what: 'the sum' } });
    expect(await agents.get(id)).toMatchObject({ status: 'queued', output: null, startedAt: null });
    await run(id);
    expect(await agents.get(id)).toMatchObject({
      status: 'completed',
      input: { userMessage: 'Do the sum.' },
      output: 'All done.',
      iterationsUsed: 3,
      toolCallCount: 2,
      usage: { inputTokens: 30, outputTokens: 6 },
      model: 'caller',
      servers: [{ name: 'tools', status: 'connected', message: null }],
      error: null,
      callback: { state: 'none', attempts: 0, error: null },
    });
    expect(await agents.told(id)).toEqual([
      'model caller completed',
      'tool look completed',
      'model caller completed',
      'tool send completed',
      'model caller completed',
    ]);
    expect(agents.events).toMatchObject([
      {
        data: {
          agentLoopName: 'Loop',
          executionId: id,
          status: 'completed',
          result: { output: 'All done.', iterationsUsed: 3, toolCalls: 2 },
          metadata: { model: 'caller', tokensUsed: 36, durationSeconds: 0 },
          error: null,
        },
      },
    ]);
    await run(id);
    expect(tools.calls).toEqual(['look', 'send']);
  });

  test('go on in another process: what has finished is not called again, of what was begun nobody knows', async () => {
    const model = calling('look', 'send');
    script(model);
    const id = await agents.queue();
    tools.hangs = false;
    const look = jest.spyOn(tools.send, 'answer').mockImplementation(async () => {
      tools.calls.push('send');
      await tools.sent.promise;
      return { text: 'late', isError: false };
    });
    const dead = run(id);
    await eventually(() => tools.calls.length === 2);
    agents.clock.advance(RUN_LEASE_MS + 1);
    expect(await sweep()).toEqual([id]);
    await otherWorker().run(id, RUNNING);
    expect(await agents.get(id)).toMatchObject({ status: 'completed', output: 'All done.', iterationsUsed: 3 });
    expect(tools.calls).toEqual(['look', 'send']);
    expect(model.requests.at(-1)?.messages.at(-1)).toMatchObject({ role: 'tool', text: UNKNOWN_OUTCOME });
    const told = await agents.told(id);
    expect(told).toEqual([
      'model caller completed',
      'tool look completed',
      'model caller completed',
      'tool send unknown',
      'model caller completed',
    ]);
    // The dead one comes to itself: it writes nothing, and tells nobody.
    tools.sent.resolve();
    await dead;
    expect(await agents.told(id)).toEqual(told);
    expect(agents.events).toHaveLength(1);
    expect(look).toHaveBeenCalledTimes(1);
  });

  test('call again what only reads', async () => {
    const { id, dead } = await abandonedIn(calling('look'), 0);
    tools.hangs = false;
    await otherWorker().run(id, RUNNING);
    expect(tools.calls).toEqual(['look', 'look']);
    expect(await agents.told(id)).toEqual([
      'model caller completed',
      'tool look unknown',
      'tool look completed',
      'model caller completed',
    ]);
    tools.sent.resolve();
    await dead;
  });

  test('wait for another run when the model is down, and are given up in the end', async () => {
    script(new CallingLlm([{ calls: [['send', '{}']] }, { error: DOWN }]));
    const id = await agents.queue();
    for (let runs = 1; runs < MAX_RUNS; runs += 1) {
      await expect(run(id)).rejects.toBe(DOWN);
      expect(await agents.get(id)).toMatchObject({ status: 'queued' });
      agents.clock.advance(BACKOFF_MS * 2 ** runs + RUN_LEASE_MS + 1);
      expect(await sweep()).toEqual([id]);
    }
    await run(id);
    expect(await agents.get(id)).toMatchObject({ status: 'failed', error: DOWN.message });
    expect(tools.calls).toEqual(['send']);
    expect(agents.events).toMatchObject([{ data: { status: 'failed', error: DOWN.message } }]);
  });

  test('fail at once for what would fail again, with what was said last', async () => {
    script(new CallingLlm([{ deltas: ['One more.'], calls: [['look', '{}']] }]));
    const id = await agents.queue({ maxIterations: 2 });
    await run(id);
    const error = 'The model was called 2 times, as often as allowed, and had not come to an end.';
    expect(await agents.get(id)).toMatchObject({ status: 'failed', output: 'One more.', error, iterationsUsed: 2 });
  });

  test('fail at once when a budget of their team is used up, and count each call of the model', async () => {
    script(calling('look'));
    const { database } = agents.fixture.db;
    await database.query(
      `insert into budget (id, team_id, subject, measure, period, allowance, created_at, updated_at)
       values (gen_random_uuid(), $1, 'team', 'tokens', 'day', 1, now(), now())`,
      [agents.tenant.actor.teamId],
    );
    const id = await agents.queue();
    await agents.running.run(id, RUNNING);
    const { status, error, usage } = await agents.get(id);
    expect([status, error]).toEqual(['failed', expect.stringContaining('this team, 1 tokens per day, is used up')]);
    const [counted] = await database.query<{ used: number }>('select used::int from budget_use');
    expect(counted?.used).toBe(usage.inputTokens + usage.outputTokens);
    expect(tools.calls).toEqual(['look']);
  });

  test('end when their time is over', async () => {
    script(calling('send'));
    tools.hangs = true;
    const id = await agents.queue({ timeoutMs: 20_000 });
    const dead = run(id);
    await eventually(() => tools.calls.length === 1);
    agents.clock.advance(20_000);
    expect(await sweep()).toEqual([id]);
    await otherWorker().run(id, RUNNING);
    expect(await agents.get(id)).toMatchObject({ status: 'timeout', output: null });
    expect(await agents.told(id)).toEqual(['model caller completed', 'tool send unknown']);
    expect(agents.events).toMatchObject([{ data: { status: 'timeout' } }]);
    tools.sent.resolve();
    await dead;
  });

  test('stop when they are cancelled, and nobody is told', async () => {
    script(calling('send'));
    tools.hangs = true;
    const id = await agents.queue();
    const stopped = run(id);
    await eventually(() => tools.calls.length === 1);
    expect(await agents.executions.cancel(agents.tenant.actor, id)).toMatchObject({ status: 'cancelled' });
    await stopped;
    expect(await agents.get(id)).toMatchObject({ status: 'cancelled', output: null });
    expect(agents.events).toEqual([]);
    await expect(agents.executions.cancel(agents.tenant.actor, id)).rejects.toMatchObject({
      code: 'agents.not_under_way',
    });
    expect(await sweep()).toEqual([]);
    tools.sent.resolve();
  });

  test('stop when their loop is deleted', async () => {
    script(calling('send'));
    tools.hangs = true;
    const id = await agents.queue();
    const stopped = run(id);
    await eventually(() => tools.calls.length === 1);
    const { loopId } = await agents.get(id);
    await agents.loops.delete(agents.tenant.actor, loopId);
    await stopped;
    await expect(agents.get(id)).rejects.toMatchObject({ code: 'agents.execution_not_found' });
    tools.sent.resolve();
  });

  test('are put back when their process stops in order, without being counted', async () => {
    script(calling('look'));
    tools.hangs = true;
    const id = await agents.queue();
    const stopping = new AbortController();
    const stopped = agents.running.run(id, stopping.signal);
    await eventually(() => tools.calls.length === 1);
    stopping.abort();
    await expect(stopped).rejects.toBeDefined();
    expect(await agents.get(id)).toMatchObject({ status: 'queued' });
    tools.hangs = false;
    tools.sent.resolve();
    await run(id);
    expect(await agents.get(id)).toMatchObject({ status: 'completed' });
  });

  test('whose job is lost are put again', async () => {
    script(calling());
    const id = await agents.queue();
    expect(await sweep()).toEqual([]);
    agents.clock.advance(QUEUE_LEASE_MS + 1);
    expect(await sweep()).toEqual([id]);
  });

  test('complete with an explanation where the model can call no tools', async () => {
    const model = new CallingLlm([{ deltas: ['Made up.'] }], 'extractive', { tools: false });
    script(model);
    const mcpServers = [
      { type: 'http', name: 'HTTP Client' },
      { type: 'database', name: 'DB' },
    ];
    const id = await agents.queue({ mcpServers });
    await run(id);
    expect(await agents.get(id)).toMatchObject({
      status: 'completed',
      output: expect.stringContaining('its model, extractive, cannot call tools'),
      iterationsUsed: 1,
      toolCallCount: 0,
      servers: [
        {
          name: 'HTTP Client',
          status: 'unavailable',
          message: 'It has no URL, so that there is nothing to connect to.',
        },
        { name: 'DB', status: 'unavailable', message: 'Only servers of type http can be reached from here.' },
      ],
    });
    expect(model.requests).toEqual([]);
  });

  test('are followed as they happen, and again from where a follower has left off', async () => {
    script(calling('look'));
    const id = await agents.queue();
    const { signal } = new AbortController();
    const seen: string[] = [];
    const sequences: number[] = [];
    const following = (async () => {
      for await (const one of agents.executions.follow(agents.tenant.actor, id, 0, signal)) {
        seen.push(one.type === 'status' ? one.execution.status : `${one.step.name} ${one.step.state}`);
        sequences.push(one.sequence);
      }
    })();
    await eventually(() => seen.length === 1);
    await run(id);
    await following;
    expect(seen[0]).toBe('queued');
    expect(seen.at(-1)).toBe('completed');
    expect(seen).toEqual(expect.arrayContaining(['caller completed', 'look completed']));
    expect(sequences).toEqual([...sequences].sort((one, other) => one - other));
    const again = [];
    for await (const one of agents.executions.follow(agents.tenant.actor, id, sequences.at(-1)!, signal))
      again.push(one.type);
    expect(again).toEqual(['status']);
  });
});
