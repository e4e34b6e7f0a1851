import { MINUTE_MS, SECOND_MS } from '#kernel';

/**
 * What answers the turns of a bot. `echo`: says what was said, only to messengers; `webhook`: somebody's HTTP service;
 * `model`: the reply engine, as ever, by a model of the registry.
 */
export const INTEGRATION_KINDS = ['echo', 'webhook', 'model'] as const;
export type IntegrationKind = (typeof INTEGRATION_KINDS)[number];

export const INTEGRATION_LIMITS = {
  perBot: 50,
  nameChars: 128,
  urlChars: 2_048,
  headers: 32,
  headerValueChars: 4_096,
  timeoutMs: { min: SECOND_MS, max: 5 * MINUTE_MS, default: 30 * SECOND_MS },
  /** Shares are relative: what counts is a weight over the sum of all. */
  weight: { max: 1_000_000, default: 1 },
} as const;

export interface Integration {
  id: string;
  teamId: string;
  botId: string;
  name: string;
  kind: IntegrationKind;
  /** Of a webhook. */
  webhookUrl: string | null;
  /** Sent with every call; values that are secret are masked. */
  headers: Readonly<Record<string, string>>;
  /** Of a model. */
  modelId: number | null;
  /** How long one call may take. */
  timeoutMs: number;
  /** Its share of the bot's conversations, relative to the others'; 0: it is not chosen. */
  weight: number;
  /** Asked when the chosen one fails, whatever its weight. */
  isFallback: boolean;
  isEnabled: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** Absent leaves a field as it is or takes its default; null is no address, and no model. */
export interface IntegrationInput {
  name?: string;
  kind?: 'webhook' | 'model';
  webhookUrl?: string | null;
  /** In place of all. The mask in place of a value means the one that is kept. */
  headers?: Readonly<Record<string, string>>;
  modelId?: number | null;
  timeoutMs?: number;
  weight?: number;
  isFallback?: boolean;
  isEnabled?: boolean;
}

export interface UpdatedIntegration extends Integration {
  /** It is called at another host from now on, where nobody may learn the secrets of its headers: they were taken away. */
  droppedSecrets: boolean;
}

/** As this process saw it since it began. */
export interface IntegrationHealth {
  integrationId: string;
  /** Of its last call. */
  state: 'untried' | 'ready' | 'failing';
  /** `open`: it failed several times in a row, and is not called for a moment. */
  circuit: 'closed' | 'half_open' | 'open';
  /** When the next call is let through; null while every call is. */
  pausedUntil: Date | null;
  calls: number;
  failures: number;
  lastCalledAt: Date | null;
  lastLatencyMs: number | null;
  /** Of its last call; null when that went well. */
  lastError: string | null;
}

/** What came of really calling an integration. */
export type IntegrationTrial =
  | { ok: true; latencyMs: number; answer: string }
  | { ok: false; latencyMs: number; error: string; statusCode: number | null };
