import type { AgentStep } from '../executions/executions.types';
import { toldSoFar, UNKNOWN_OUTCOME } from './told-so-far';

const NOW = new Date('2026-01-01T00:00:00Z');
const CALLS = ['a', 'b', 'c'].map((id) => ({ id, name: `tool_${id}`, arguments: '{}' }));
const isRepeatable = (name: string) => name === 'tool_b';

function step(changes: Partial<AgentStep>): AgentStep {
  return {
    position: 1,
    kind: 'tool',
    state: 'completed',
    name: 'tool',
    callId: null,
    input: null,
    output: null,
    error: null,
    usage: { inputTokens: 0, outputTokens: 0 },
    startedAt: NOW,
    endedAt: NOW,
    ...changes,
  };
}
const said = (text: string, toolCalls: typeof CALLS = []) => step({ kind: 'model', output: { text, toolCalls } });
const called = (id: string, state: AgentStep['state'], text?: string) =>
  step({ callId: id, name: `tool_${id}`, state, output: text === undefined ? null : { text } });
const soFar = (...steps: AgentStep[]) => toldSoFar('Go.', steps, isRepeatable);

describe('what was told so far', () => {
  test('is the message alone before anything was said', () => {
    expect(soFar()).toMatchObject({ messages: [{ role: 'user', text: 'Go.' }], lastCalls: [], output: undefined });
    expect(soFar(step({ kind: 'model', state: 'unknown' })).messages).toHaveLength(1);
  });

  test('ends with what the model said when it wanted no tools', () => {
    expect(soFar(said('', CALLS.slice(0, 1)), called('a', 'completed', 'A'), said('Done.')).output).toBe('Done.');
  });

  test('has each answer behind its call, in the order of the calls', () => {
    const steps = [said('One.', CALLS), called('c', 'failed', 'C'), called('a', 'completed', 'A')];
    const { messages } = soFar(...steps, called('b', 'completed', 'B'), said('Two.', []));
    expect(messages).toEqual([
      { role: 'user', text: 'Go.' },
      { role: 'assistant', text: 'One.', toolCalls: CALLS },
      { role: 'tool', callId: 'a', text: 'A' },
      { role: 'tool', callId: 'b', text: 'B' },
      { role: 'tool', callId: 'c', text: 'C' },
      { role: 'assistant', text: 'Two.', toolCalls: [] },
    ]);
  });

  test('knows of the last calls which need not be made again', () => {
    const { lastCalls, knownAnswers } = soFar(said('', CALLS), called('a', 'completed', 'A'), called('c', 'unknown'));
    expect(lastCalls).toEqual(CALLS);
    expect([...knownAnswers]).toEqual([
      ['a', 'A'],
      ['c', UNKNOWN_OUTCOME],
    ]);
  });

  test('makes again what only reads, and takes its answer once there is one', () => {
    expect(soFar(said('', CALLS), called('b', 'unknown')).knownAnswers.has('b')).toBe(false);
    const repeated = soFar(said('', CALLS), called('b', 'unknown'), called('b', 'completed', 'B'));
    expect(repeated.knownAnswers.get('b')).toBe('B');
  });
});
