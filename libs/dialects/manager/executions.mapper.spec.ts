import type { AgentExecution, AgentStep } from '#domain/agents';
import { toExecution, toExecutionWithSteps, toProgressFrame } from './executions.mapper';

const KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const HEX = KEY.replaceAll('-', '');
const TIME = '1970-01-01T00:00:00.000Z';

const EXECUTION: AgentExecution = {
  id: KEY,
  teamId: KEY,
  loopId: KEY,
  status: 'completed',
  trigger: 'api',
  input: { userMessage: 'Report.', variables: {} },
  output: 'Done.',
  iterationsUsed: 2,
  toolCallCount: 1,
  error: null,
  usage: { inputTokens: 30, outputTokens: 12 },
  model: 'gpt-4',
  servers: [{ name: 'HTTP Client', status: 'unavailable', message: 'It has no url.' }],
  callback: { state: 'none', attempts: 0, error: null },
  dueAt: null,
  startedAt: new Date(0),
  completedAt: new Date(45_500),
  createdAt: new Date(0),
};

const STEP: AgentStep = {
  position: 1,
  kind: 'tool',
  state: 'completed',
  name: 'fetch',
  callId: 'call_1',
  input: { url: 'https://a.example' },
  output: { text: 'ok' },
  error: null,
  usage: { inputTokens: 0, outputTokens: 0 },
  startedAt: new Date(0),
  endedAt: null,
};

const SHOWN_STEP = {
  position: 1,
  type: 'tool',
  state: 'completed',
  name: 'fetch',
  input: { url: 'https://a.example' },
  output: { text: 'ok' },
  error: null,
  started_at: TIME,
  completed_at: null,
};

test('an execution that has ended tells what came of it, and how long it took', () => {
  expect(toExecution(EXECUTION)).toEqual({
    id: `exec_${HEX}`,
    agent_loop_id: `loop_${HEX}`,
    status: 'completed',
    result: { output: 'Done.', iterations_used: 2, tool_calls: 1 },
    metadata: {
      trigger: 'api',
      started_at: TIME,
      completed_at: '1970-01-01T00:00:45.500Z',
      duration_seconds: 45.5,
      model: 'gpt-4',
      tokens_used: 42,
      servers: [{ name: 'HTTP Client', status: 'unavailable', message: 'It has no url.' }],
    },
    error: null,
    started_at: TIME,
    completed_at: '1970-01-01T00:00:45.500Z',
    created_at: TIME,
  });
});

test('one that is queued has no result, and one that is running has taken no time yet', () => {
  const queued = toExecution({ ...EXECUTION, status: 'queued', startedAt: null, completedAt: null });
  expect(queued).toMatchObject({ result: null, started_at: null, metadata: { duration_seconds: null } });
  const running = toExecution({ ...EXECUTION, status: 'running', output: null, completedAt: null });
  expect(running).toMatchObject({ result: { output: null }, metadata: { started_at: TIME, duration_seconds: null } });
});

test('steps stand beside an execution', () => {
  expect(toExecutionWithSteps(EXECUTION, [STEP])).toEqual({ ...toExecution(EXECUTION), steps: [SHOWN_STEP] });
});

test('each event of the progress has an id to go on from', () => {
  expect(toProgressFrame({ type: 'step', sequence: 3, step: STEP })).toEqual({
    id: '3',
    event: 'step',
    data: SHOWN_STEP,
  });
  expect(toProgressFrame({ type: 'status', sequence: 4, execution: EXECUTION })).toEqual({
    id: '4',
    event: 'status',
    data: toExecution(EXECUTION),
  });
});
