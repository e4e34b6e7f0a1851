import type { PageRequest } from '#kernel';

export const DISABLED_REASONS = ['by_owner', 'gone', 'failing'] as const;
export type DisabledReason = (typeof DISABLED_REASONS)[number];

/** Where a team wants to be told what happens, and of what. */
export interface Webhook {
  id: string;
  teamId: string;
  /** In whose words it is told. */
  dialect: string;
  url: string;
  /** Names of that dialect. */
  events: readonly string[];
  /** Undefined: of all bots. */
  botId: string | undefined;
  description: string | null;
  isActive: boolean;
  /** Null while it is active. */
  disabledReason: DisabledReason | null;
  disabledAt: Date | null;
  /** First failure since the last success. */
  failingSince: Date | null;
  lastSuccessAt: Date | null;
  lastFailureAt: Date | null;
  /** Until then the secret before the present one signs too. */
  previousSecretExpiresAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface CreateWebhook {
  url: string;
  events: readonly string[];
  /** Absent: one is made. */
  secret?: string;
  botId?: string;
  description?: string | null;
}

/** Absent fields stay as they are. */
export interface WebhookPatch {
  url?: string;
  events?: readonly string[];
  /** The one before it is valid for a day longer. */
  secret?: string;
  /** Null: of all bots. */
  botId?: string | null;
  description?: string | null;
  isActive?: boolean;
}

/** With the secret, which is told this once. */
export interface WebhookWithSecret {
  webhook: Webhook;
  secret: string;
}

export const DELIVERY_STATES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One event on its way to one webhook. */
export interface Delivery {
  id: string;
  webhookId: string;
  event: string;
  state: DeliveryState;
  isTest: boolean;
  /** Requests begun. */
  attempts: number;
  /** Null unless pending. */
  nextAttemptAt: Date | null;
  /** Of the last attempt whose end is known. */
  responseStatus: number | null;
  error: string | null;
  durationMs: number | null;
  /** When the event happened. */
  createdAt: Date;
  /** When it was delivered or given up. */
  settledAt: Date | null;
}

export const ATTEMPT_OUTCOMES = [
  /** A 2xx. */
  'delivered',
  /** Any other status. */
  'refused',
  'timed_out',
  /** No connection, or it broke. */
  'unreachable',
  /** The address leads where webhooks must not go. Nothing was sent. */
  'address_refused',
  /** Parley stopped or died meanwhile: the receiver may have got it or not. */
  'cut_off',
] as const;
export type AttemptOutcome = (typeof ATTEMPT_OUTCOMES)[number];

/** One request and what came of it. */
export interface Exchange {
  startedAt: Date;
  durationMs: number;
  outcome: Exclude<AttemptOutcome, 'cut_off'>;
  url: string;
  requestHeaders: Readonly<Record<string, string>>;
  responseStatus: number | null;
  responseHeaders: Readonly<Record<string, string>> | null;
  /** Its beginning. */
  responseBody: string | null;
  error: string | null;
  /** What the receiver asked for with a 429 or 503. */
  retryAfterMs: number | null;
}

/** A line of the log; `durationMs` is null when the end is unknown. */
export interface Attempt extends Omit<Exchange, 'durationMs' | 'outcome' | 'retryAfterMs'> {
  number: number;
  durationMs: number | null;
  outcome: AttemptOutcome;
}

export interface DeliveryWithAttempts extends Delivery {
  /** What was sent, to the byte. */
  body: string;
  log: readonly Attempt[];
}

export interface DeliveryListRequest extends PageRequest {
  state?: DeliveryState;
  event?: string;
  /** Of events that happened then or later. */
  since?: Date;
}

export interface ReplayRequest {
  since: Date;
  /** Exclusive. */
  until?: Date;
  /** Absent: whatever became of them. */
  state?: DeliveryState;
}

export interface WebhookStatistics {
  /** Of events since then. */
  since: Date;
  deliveries: Record<DeliveryState, number>;
  attempts: number;
  /** Of settled ones, 0 to 1; null without any. */
  successRate: number | null;
  /** Of attempts whose end is known, milliseconds; null without any. */
  duration: { p50Ms: number | null; p95Ms: number | null };
  byEvent: ReadonlyArray<{ event: string } & Record<DeliveryState, number>>;
}
