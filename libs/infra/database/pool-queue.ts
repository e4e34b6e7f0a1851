import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { poolOf } from './channel-listener';

/** How much one look counts against those before it. */
const WEIGHT = 0.3;
/** Waits are told as at most this long; a pool that gives out nothing at all would make them endless. */
const LONGEST_WAIT_MS = 10_000;

/** How long calls wait for a free connection: as many as wait, at the pace at which connections were given out lately. */
@Injectable()
export class PoolQueue {
  private given = 0;
  private perMs = 0;
  private waits = 0;
  private lookedAtMs = performance.now();
  /** Looked at to the last moment of the process, when the data source has let go of it. */
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
    this.pool.on('acquire', () => {
      this.given += 1;
    });
  }

  /** To be called from time to time, some ten times a second. */
  look(): void {
    const nowMs = performance.now();
    const { waitingCount } = this.pool;
    const perMs = this.given / Math.max(1, nowMs - this.lookedAtMs);
    this.perMs += WEIGHT * (perMs - this.perMs);
    const waitMs = waitingCount === 0 ? 0 : Math.min(LONGEST_WAIT_MS, waitingCount / this.perMs);
    this.waits += WEIGHT * (waitMs - this.waits);
    this.given = 0;
    this.lookedAtMs = nowMs;
  }

  /** Milliseconds, smoothed over about a second. */
  get waitMs(): number {
    return this.waits;
  }
}
