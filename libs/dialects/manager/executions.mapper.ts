import type { AgentExecution, AgentProgress, AgentStep } from '#domain/agents';
import type { SseFrame } from '#infra/http';
import { SECOND_MS } from '#kernel';
import type { Execution, ExecutionMetadata, ExecutionStep, ExecutionWithSteps } from './executions.dto';
import { MANAGER_IDS } from './manager.ids';

export function toExecution(stored: AgentExecution): Execution {
  const { output, iterationsUsed, toolCallCount } = stored;
  const isQueued = stored.status === 'queued';
  return {
    id: MANAGER_IDS.encode('execution', stored.id),
    agent_loop_id: MANAGER_IDS.encode('agent loop', stored.loopId),
    status: stored.status,
    result: isQueued ? null : { output, iterations_used: iterationsUsed, tool_calls: toolCallCount },
    metadata: metadataOf(stored),
    error: stored.error,
    started_at: stored.startedAt?.toISOString() ?? null,
    completed_at: stored.completedAt?.toISOString() ?? null,
    created_at: stored.createdAt.toISOString(),
  };
}

export function toExecutionWithSteps(stored: AgentExecution, steps: readonly AgentStep[]): ExecutionWithSteps {
  return { ...toExecution(stored), steps: steps.map(toStep) };
}

/** An event of what is followed; its id is where to go on. */
export function toProgressFrame(progress: AgentProgress): SseFrame {
  const id = String(progress.sequence);
  return progress.type === 'step'
    ? { id, event: 'step', data: toStep(progress.step) }
    : { id, event: 'status', data: toExecution(progress.execution) };
}

function metadataOf({ trigger, startedAt, completedAt, model, usage, servers }: AgentExecution): ExecutionMetadata {
  const durationMs = startedAt && completedAt && completedAt.getTime() - startedAt.getTime();
  return {
    trigger,
    started_at: startedAt?.toISOString() ?? null,
    completed_at: completedAt?.toISOString() ?? null,
    duration_seconds: durationMs === null ? null : durationMs / SECOND_MS,
    model,
    tokens_used: usage.inputTokens + usage.outputTokens,
    servers: servers.map((server) => ({ ...server })),
  };
}

function toStep({ position, kind, state, name, input, output, error, startedAt, endedAt }: AgentStep): ExecutionStep {
  return {
    position,
    type: kind,
    state,
    name,
    input,
    output,
    error,
    started_at: startedAt.toISOString(),
    completed_at: endedAt?.toISOString() ?? null,
  };
}
