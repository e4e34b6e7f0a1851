import type { AttemptOutcome, DeliveryState, Exchange } from '../webhooks.types';

/** A delivery that a courier has, until it says what came of it or gives it back, or its lease is over. */
export interface ClaimedDelivery {
  id: string;
  event: string;
  body: string;
  /** Of the attempt that it was claimed for, from 1. */
  number: number;
  /** Attempts before that count against the schedule. */
  failures: number;
  /** When the event happened. */
  createdAt: Date;
  /** Since when it might have been sent. */
  dueAt: Date;
  claimedAt: Date;
}

/** An attempt that is over. */
export interface EndedAttempt {
  delivery: ClaimedDelivery;
  /** Undefined when it was cut off and nobody knows its end. */
  exchange: Exchange | undefined;
}

/** What is written of an attempt: its line in the log, and what becomes of its delivery. */
export interface AttemptRecord extends Omit<Exchange, 'durationMs' | 'outcome' | 'retryAfterMs'> {
  deliveryId: string;
  claimedAt: Date;
  number: number;
  durationMs: number | null;
  outcome: AttemptOutcome;
  state: DeliveryState;
  failures: number;
  /** Null unless it stays pending. */
  nextAttemptAt: Date | null;
  settledAt: Date | null;
}
