import type { SseFrame } from '#infra/http';
import type { AgentExecution, AgentProgress, AgentStep } from '../executions/executions.types';
import type { AgentExecutionDto, AgentStepDto } from './agent-executions.dto';

export function toAgentExecution(execution: AgentExecution): AgentExecutionDto {
  const { id, loopId, status, trigger, input, output, iterationsUsed, toolCallCount, error, usage, model } = execution;
  const { servers, callback, dueAt, startedAt, completedAt, createdAt } = execution;
  return {
    id,
    agentLoopId: loopId,
    status,
    trigger,
    userMessage: input.userMessage,
    output,
    iterationsUsed,
    toolCalls: toolCallCount,
    error,
    usage,
    model,
    servers: [...servers],
    callback,
    dueAt: dueAt?.toISOString() ?? null,
    startedAt: startedAt?.toISOString() ?? null,
    completedAt: completedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
  };
}

export function toAgentStep({ startedAt, endedAt, ...step }: AgentStep): AgentStepDto {
  return { ...step, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}

/** Its id is the sequence: whoever comes back with it misses nothing. */
export function toProgressFrame(progress: AgentProgress): SseFrame {
  const id = String(progress.sequence);
  return progress.type === 'step'
    ? { id, event: 'step', data: toAgentStep(progress.step) }
    : { id, event: 'status', data: toAgentExecution(progress.execution) };
}

const SEQUENCE = /^\d{1,9}$/;

/** Undefined when it is no id of a frame; 0 when there is none. */
export function toSequence(lastEventId: string | undefined): number | undefined {
  if (lastEventId === undefined || lastEventId === '') return 0;
  return SEQUENCE.test(lastEventId) ? Number(lastEventId) : undefined;
}
