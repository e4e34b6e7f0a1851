import type { PluginTool } from '#domain/plugins';
import { newId } from '#kernel';
import { CallingLlm, type Round } from '#testing/replies';
import type { StepLog } from '../steps/step-log';
import type { BegunStep, EndedStep } from '../steps/steps.queries';
import { ExecutionBudget } from './execution-budget';
import { ModelCaller, type ModelCallerParts } from './model-caller';
import { runAgent } from './run-agent';
import { ToolCaller } from './tool-caller';

const ADD: PluginTool = {
  name: 'add',
  description: 'Adds two numbers.',
  parameters: { type: 'object', properties: { a: { type: 'number' }, b: { type: 'number' } }, required: ['a', 'b'] },
  async call(args) {
    const { a, b } = JSON.parse(args) as { a: number; b: number };
    return { text: String(a + b), run: { plugin: 'sums', version: '', phase: 'tool', outcome: 'ok', durationMs: 1 } };
  },
};
const LIMITS = { maxIterations: 10, maxTokens: null };

/** Keeps in memory what would be written down. */
class RememberingLog {
  readonly steps: (BegunStep & Partial<EndedStep>)[] = [];

  async begin(step: BegunStep): Promise<number> {
    return this.steps.push(step);
  }

  async end(position: number, step: EndedStep): Promise<void> {
    Object.assign(this.steps[position - 1]!, step);
  }
}

/** A team without budgets. */
const UNBOUNDED: ModelCallerParts['meter'] = {
  requireTokens: async () => undefined,
  spending: (_spender, _tokens, write) => write(),
};

function talking(rounds: readonly Round[], limits: { maxIterations: number; maxTokens: number | null } = LIMITS) {
  const model = new CallingLlm(rounds);
  const remembering = new RememberingLog();
  const log = remembering as unknown as StepLog;
  const { signal } = new AbortController();
  const tools = [ADD];
  const budget = new ExecutionBudget(limits, { iterationsUsed: 0, usage: { inputTokens: 0, outputTokens: 0 } });
  const modelCaller = new ModelCaller({
    model,
    tools,
    budget,
    log,
    signal,
    knownCallIds: [],
    meter: UNBOUNDED,
    teamId: 't',
  });
  const toolCaller = new ToolCaller({ tools, log, signal });
  const messages = [{ role: 'user' as const, text: 'How much is it?' }];
  const talk = { system: 'You add.', messages, tools, modelCaller, toolCaller, signal };
  return { model, steps: remembering.steps, run: () => runAgent(talk) };
}

describe('an agent', () => {
  test('calls tools until its model wants none, tells it their answers, and writes every step down', async () => {
    const { model, steps, run } = talking([
      {
        deltas: ['Let me add.'],
        calls: [
          ['add', '{"a":1,"b":2}'],
          ['add', '{"a":3,"b":4}'],
        ],
      },
      { deltas: ['It is ', '10.'] },
    ]);
    expect(await run()).toBe('It is 10.');
    expect(model.requests.map(({ system, tools }) => [system, tools?.map(({ name }) => name)])).toEqual([
      ['You add.', ['add']],
      ['You add.', ['add']],
    ]);
    expect(model.requests[1]?.messages).toEqual([
      { role: 'user', text: 'How much is it?' },
      {
        role: 'assistant',
        text: 'Let me add.',
        toolCalls: [
          { id: '1-0', name: 'add', arguments: '{"a":1,"b":2}' },
          { id: '1-1', name: 'add', arguments: '{"a":3,"b":4}' },
        ],
      },
      { role: 'tool', callId: '1-0', text: '3' },
      { role: 'tool', callId: '1-1', text: '7' },
    ]);
    expect(steps).toMatchObject([
      { kind: 'model', name: 'caller', state: 'completed', usage: { inputTokens: 10, outputTokens: 2 } },
      { kind: 'tool', name: 'add', callId: '1-0', input: { a: 1, b: 2 }, state: 'completed', output: { text: '3' } },
      { kind: 'tool', name: 'add', callId: '1-1', input: { a: 3, b: 4 }, state: 'completed', output: { text: '7' } },
      { kind: 'model', state: 'completed', output: { text: 'It is 10.', toolCalls: [] } },
    ]);
  });

  test('tells its model of tools that are not there, and goes on', async () => {
    const { model, steps, run } = talking([{ calls: [['subtract', '{}']] }, { deltas: ['I cannot.'] }]);
    expect(await run()).toBe('I cannot.');
    const text = 'There is no tool called subtract. There are: add.';
    expect(model.requests[1]?.messages.at(-1)).toEqual({ role: 'tool', callId: '1-0', text });
    expect(steps[1]).toMatchObject({ kind: 'tool', name: 'subtract', state: 'failed', error: text });
  });

  test('gives a tool what the model really wrote', async () => {
    const written: string[] = [];
    jest.spyOn(ADD, 'call').mockImplementation(async (args) => {
      written.push(args);
      return { text: 'no JSON', run: { plugin: '', version: '', phase: 'tool', outcome: 'failed', durationMs: 1 } };
    });
    const { steps, run } = talking([{ calls: [['add', '{"a": 1,']] }, { deltas: ['Sorry.'] }]);
    expect(await run()).toBe('Sorry.');
    expect(written).toEqual(['{"a": 1,']);
    expect(steps[1]).toMatchObject({ input: '{"a": 1,', state: 'failed' });
    jest.restoreAllMocks();
  });

  test('ends when its model was called as often as allowed', async () => {
    const { model, run } = talking([{ calls: [['add', '{"a":1,"b":2}']] }], { maxIterations: 3, maxTokens: null });
    await expect(run()).rejects.toMatchObject({ code: 'agents.iterations_used_up' });
    expect(model.requests).toHaveLength(3);
  });

  test('may call its model as often as the most that a loop can be given', async () => {
    const rounds = Array.from({ length: 49 }, () => ({ calls: [['add', '{"a":1,"b":2}'] as const] }));
    const { model, run } = talking([...rounds, { deltas: ['Done.'] }], { maxIterations: 50, maxTokens: null });
    expect(await run()).toBe('Done.');
    expect(model.requests).toHaveLength(50);
  });

  test('ends before the call for which there are no tokens', async () => {
    const { model, run } = talking([{ calls: [['add', '{"a":1,"b":2}']] }], { maxIterations: 10, maxTokens: 40 });
    await expect(run()).rejects.toMatchObject({ code: 'agents.tokens_used_up' });
    expect(model.requests.map(({ maxTokens }) => maxTokens)).toEqual([40, 28, 16]);
  });

  test('fails as its model does', async () => {
    const error = new Error(newId());
    const { steps, run } = talking([{ error }]);
    await expect(run()).rejects.toBe(error);
    expect(steps).toMatchObject([{ kind: 'model', state: 'failed' }]);
  });
});
