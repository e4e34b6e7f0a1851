import { Injectable } from '@nestjs/common';
import { RedisConnections } from './redis-connections';

export interface RedisHealthReport {
  status: 'ok' | 'down';
  /** Of one round trip; absent when there was no answer. */
  latencyMs?: number;
}

/** Whether Redis answers, for health pages. Parley serves without it, so it says nothing about readiness. */
@Injectable()
export class RedisHealth {
  constructor(private readonly redis: RedisConnections) {}

  async check(): Promise<RedisHealthReport> {
    try {
      return { status: 'ok', latencyMs: Math.round((await this.redis.ping()) * 100) / 100 };
    } catch {
      return { status: 'down' };
    }
  }
}
