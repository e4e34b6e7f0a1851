import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from './database';

export interface HealthReport {
  status: 'ok' | 'down';
  /** Of one round trip; absent when there was no answer. */
  latencyMs?: number;
}

/** Above the time that the embedded engine needs to come back, and its longest ordinary statements. */
const MAX_ANSWER_MS = 5_000;

/** Whether the database answers, for probes of readiness. */
@Injectable()
export class DatabaseHealth {
  constructor(private readonly database: Database) {}

  async check(): Promise<HealthReport> {
    const startedAtMs = performance.now();
    const tooLate = new AbortController();
    try {
      const answer = this.database.query('SELECT 1');
      // Its own failure is reported below, or comes after nobody waits for it any more.
      answer.catch(() => undefined);
      const limit = delay(MAX_ANSWER_MS, undefined, { signal: tooLate.signal, ref: false });
      const rows = await Promise.race([answer, limit]);
      if (!rows) return { status: 'down' };
      return { status: 'ok', latencyMs: Math.round((performance.now() - startedAtMs) * 100) / 100 };
    } catch {
      return { status: 'down' };
    } finally {
      tooLate.abort();
    }
  }
}
