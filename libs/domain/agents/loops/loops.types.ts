import type { PageRequest } from '#kernel';

export const LOOP_STATUSES = ['active', 'paused'] as const;
/** A paused loop has no executions that a schedule begins; it can still be run by hand. */
export type LoopStatus = (typeof LOOP_STATUSES)[number];

/** Only `http` can be reached from here; the others are kept, and an execution says that they are unavailable. */
export const MCP_SERVER_TYPES = ['http', 'filesystem', 'database', 'custom'] as const;
export type McpServerType = (typeof MCP_SERVER_TYPES)[number];

/** A tool server as its team describes it. Values of headers are masked wherever they are shown. */
export interface McpServerSetting {
  type: McpServerType;
  /** Unique in the loop, whatever the case. */
  name: string;
  url?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface LoopSchedule {
  /** Five fields, or six with seconds first. */
  cron: string;
  /** IANA, e.g. `Europe/Berlin`. */
  timeZone: string;
  /** Null while the loop is paused, or when the pattern has no further time. */
  nextRunAt: Date | null;
}

/** A stored autonomous workflow. */
export interface AgentLoop {
  id: string;
  teamId: string;
  name: string;
  systemPrompt: string;
  /** With `{{variables}}`, which a run may fill in. */
  userMessage: string;
  mcpServers: readonly McpServerSetting[];
  pluginIds: readonly string[];
  /** The bot whose knowledge it may search. */
  knowledgeBotId: string | null;
  callbackUrl: string | null;
  /** Values are masked. */
  callbackHeaders: Readonly<Record<string, string>>;
  /** Calls of the model. */
  maxIterations: number;
  /** Read and written by the model together, in all calls of one execution; null: no limit. */
  maxTokens: number | null;
  /** From when an execution is first worked on until it must have ended. */
  timeoutMs: number;
  /** Used when there is no id, as with bots. */
  model: string | null;
  modelId: number | null;
  schedule: LoopSchedule | null;
  status: LoopStatus;
  createdAt: Date;
  updatedAt: Date;
}

/** What a caller says of a loop, unchecked but for the types of its fields. Null clears what can be absent. */
export interface AgentLoopInput {
  name?: string;
  systemPrompt?: string;
  userMessage?: string;
  mcpServers?: readonly McpServerInput[] | null;
  pluginIds?: readonly string[] | null;
  knowledgeBotId?: string | null;
  callbackUrl?: string | null;
  /** The mask for a value means the one that is kept. */
  callbackHeaders?: Readonly<Record<string, unknown>> | null;
  maxIterations?: number | null;
  maxTokens?: number | null;
  timeoutMs?: number | null;
  model?: string | null;
  modelId?: number | null;
  schedule?: { cron: string; timeZone?: string | null } | null;
  status?: LoopStatus;
}

export interface McpServerInput {
  type: string;
  name: string;
  url?: string | null;
  /** The mask for a value means the one that is kept for the server of this name and address. */
  headers?: Readonly<Record<string, unknown>> | null;
}

/** With what its callbacks are signed with, which is told this once. */
export interface CreatedAgentLoop {
  loop: AgentLoop;
  callbackSecret: string;
}

export interface AgentLoopListRequest extends PageRequest {
  status?: LoopStatus;
  /** Part of the name, whatever the case. */
  search?: string;
}

export const LOOP_LIMITS = {
  /** Of a team. */
  loops: 500,
  nameLength: 200,
  systemPromptLength: 32_000,
  userMessageLength: 32_000,
  mcpServers: 20,
  pluginIds: 20,
  headers: 20,
  urlLength: 2_000,
  modelLength: 200,
  cronLength: 100,
  iterations: { min: 1, default: 10, max: 50 },
  tokens: { min: 1, max: 10_000_000 },
  timeoutMs: { min: 1_000, default: 300_000, max: 3_600_000 },
  variables: 50,
  variableLength: 32_000,
} as const;
