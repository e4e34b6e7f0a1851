import { defineEvent } from '#infra/events';

/** Also the body of callbacks, there in the manager's words. Times are ISO 8601. */
export interface AgentLoopCompletedData {
  agentLoopId: string;
  agentLoopName: string;
  executionId: string;
  status: 'completed' | 'failed' | 'timeout';
  result: { output: string | null; iterationsUsed: number; toolCalls: number };
  metadata: {
    startedAt: string;
    completedAt: string;
    durationSeconds: number;
    /** Null when it failed before anybody spoke. */
    model: string | null;
    tokensUsed: number;
  };
  error: string | null;
}

/** An execution has come to its end. Not told of those that were cancelled or skipped: nothing came of them. */
export const agentLoopCompleted = defineEvent<'agent_loop.completed', AgentLoopCompletedData>('agent_loop.completed');
