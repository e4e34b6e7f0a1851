import type { PageRequest } from '#kernel';

/** `queued` -> `running` -> `completed`, `failed` or `timeout`; until then it can be cancelled. */
export const EXECUTION_STATUSES = ['queued', 'running', 'completed', 'failed', 'timeout', 'cancelled'] as const;
export type ExecutionStatus = (typeof EXECUTION_STATUSES)[number];

export const EXECUTION_TRIGGERS = ['api', 'schedule'] as const;
export type ExecutionTrigger = (typeof EXECUTION_TRIGGERS)[number];

export const SERVER_STATUSES = ['connected', 'unavailable'] as const;

/** How it stood with a tool server or a plugin when the execution asked for its tools. */
export interface ExecutionServer {
  name: string;
  status: (typeof SERVER_STATUSES)[number];
  /** Why it is unavailable. */
  message: string | null;
}

export interface ExecutionInput {
  /** As the model is told it, with its variables filled in. */
  userMessage: string;
  variables: Readonly<Record<string, string>>;
}

export const CALLBACK_STATES = ['none', 'waiting', 'delivered', 'failed'] as const;
export type CallbackState = (typeof CALLBACK_STATES)[number];

/** One run of a loop. */
export interface AgentExecution {
  id: string;
  teamId: string;
  loopId: string;
  status: ExecutionStatus;
  trigger: ExecutionTrigger;
  input: ExecutionInput;
  /** Of one that failed or ran out of time: what the model said last, if anything. */
  output: string | null;
  iterationsUsed: number;
  toolCallCount: number;
  /** Why it did not complete. */
  error: string | null;
  usage: { inputTokens: number; outputTokens: number };
  /** Who spoke; null until it is known. */
  model: string | null;
  servers: readonly ExecutionServer[];
  callback: { state: CallbackState; attempts: number; error: string | null };
  /** What the schedule meant it for; null unless it was begun by one. */
  dueAt: Date | null;
  startedAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
}

export interface RunLoop {
  /** Instead of the loop's own. */
  userMessage?: string | null;
  /** For `{{names}}` in the message; what is no text is told as JSON. */
  variables?: Readonly<Record<string, unknown>> | null;
}

export interface ExecutionListRequest extends PageRequest {
  status?: ExecutionStatus;
}

export const STEP_KINDS = ['model', 'tool'] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** `unknown`: begun by a process that has died, so that nobody knows whether it happened. */
export const STEP_STATES = ['started', 'completed', 'failed', 'unknown'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** A call of the model or of a tool, written down before it is made and after. */
export interface AgentStep {
  /** From 1, in the order in which they were begun. */
  position: number;
  kind: StepKind;
  state: StepState;
  /** Of the model or the tool. */
  name: string;
  /** Of a tool: the id by which the model asked for it. */
  callId: string | null;
  /** Of a tool: its arguments. Of the model: how many messages it was given. */
  input: unknown;
  /** Of a tool: `{ text }`. Of the model: `{ text, toolCalls }`. */
  output: unknown;
  error: string | null;
  usage: { inputTokens: number; outputTokens: number };
  startedAt: Date;
  endedAt: Date | null;
}

/** What followers are told. `sequence` grows with every change; whoever gives the last one they saw misses none. */
export type AgentProgress =
  | { type: 'status'; sequence: number; execution: AgentExecution }
  | { type: 'step'; sequence: number; step: AgentStep };
