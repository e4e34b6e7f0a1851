import { prefixedId, SECOND_MS } from '#kernel';
import type { AgentExecution } from '../executions/executions.types';

/** What receivers of callbacks are told, with ids as the manager dialect writes them; docs/agent-loops.md says it to them. */
export function callbackBody(loopName: string, execution: AgentExecution): string {
  const { id, loopId, status, output, iterationsUsed, toolCallCount, startedAt, completedAt, model, usage } = execution;
  const started = startedAt ?? execution.createdAt;
  const completed = completedAt ?? started;
  return JSON.stringify({
    agent_loop_id: prefixedId('loop', loopId),
    agent_loop_name: loopName,
    execution_id: prefixedId('exec', id),
    status,
    result: { output, iterations_used: iterationsUsed, tool_calls: toolCallCount },
    metadata: {
      started_at: started.toISOString(),
      completed_at: completed.toISOString(),
      duration_seconds: (completed.getTime() - started.getTime()) / SECOND_MS,
      model,
      tokens_used: usage.inputTokens + usage.outputTokens,
    },
    error: execution.error,
  });
}
