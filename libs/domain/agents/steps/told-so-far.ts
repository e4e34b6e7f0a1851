/** What was said and done in an execution until now, from its steps: what a run goes on from that another one began. */
import type { LlmMessage, LlmToolCall } from '#providers/llm';
import type { AgentStep } from '../executions/executions.types';

/** What a model said. */
export interface SaidOutput {
  text: string;
  toolCalls: readonly LlmToolCall[];
}

export interface TellingSoFar {
  /** All but the answers to the calls of the last one. */
  messages: LlmMessage[];
  /** What the last message asks for, in its order. */
  lastCalls: readonly LlmToolCall[];
  /** Which of them need not be made any more, and what came of them. */
  knownAnswers: ReadonlyMap<string, string>;
  /** The model has come to its end. */
  output: string | undefined;
}

export const UNKNOWN_OUTCOME =
  'It is unknown whether this call happened: the process that made it ended before an answer came. ' +
  'Do not assume that it did or did not; check, if you can, before you call it again.';

/** @param isRepeatable whether a tool may be called once more when nobody knows whether it was */
export function toldSoFar(
  userMessage: string,
  steps: readonly AgentStep[],
  isRepeatable: (toolName: string) => boolean,
): TellingSoFar {
  const messages: LlmMessage[] = [{ role: 'user', text: userMessage }];
  const said = steps.filter(({ kind, state }) => kind === 'model' && state === 'completed').map(saidIn);
  const answers = answersOf(steps, isRepeatable);
  for (const { text, toolCalls } of said.slice(0, -1)) {
    messages.push({ role: 'assistant', text, toolCalls });
    messages.push(...toolCalls.map(({ id }) => toolMessage(id, answers.get(id) ?? UNKNOWN_OUTCOME)));
  }
  const last = said.at(-1);
  if (last) messages.push({ role: 'assistant', ...last });
  const lastCalls = last?.toolCalls ?? [];
  return { messages, lastCalls, knownAnswers: answers, output: lastCalls.length === 0 ? last?.text : undefined };
}

export function toolMessage(callId: string, text: string): LlmMessage {
  return { role: 'tool', callId, text };
}

function answersOf(steps: readonly AgentStep[], isRepeatable: (toolName: string) => boolean): Map<string, string> {
  const answers = new Map<string, string>();
  for (const { kind, state, callId, name, output } of steps) {
    if (kind !== 'tool' || callId === null) continue;
    if (state === 'completed' || state === 'failed') answers.set(callId, (output as { text: string }).text);
    else if (!answers.has(callId) && !isRepeatable(name)) answers.set(callId, UNKNOWN_OUTCOME);
  }
  return answers;
}

function saidIn({ output }: AgentStep): SaidOutput {
  const { text, toolCalls } = output as SaidOutput;
  return { text, toolCalls };
}
