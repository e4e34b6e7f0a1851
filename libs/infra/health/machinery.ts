import { Injectable, type OnModuleInit, Optional } from '@nestjs/common';
import { DatabaseHealth } from '#infra/database';
import { QueueDepths } from '#infra/queue';
import { RedisHealth } from '#infra/redis';
import { type ComponentReport, HealthComponents } from './health-components';

/** The parts that every process of Parley stands on. */
@Injectable()
export class Machinery implements OnModuleInit {
  constructor(
    private readonly components: HealthComponents,
    private readonly database: DatabaseHealth,
    private readonly queues: QueueDepths,
    @Optional() private readonly redis?: RedisHealth,
  ) {}

  onModuleInit(): void {
    this.components.add({ name: 'database', isEssential: true, check: () => this.database.check() });
    this.components.add({ name: 'redis', isEssential: false, check: () => this.checkRedis() });
    this.components.add({ name: 'queues', isEssential: false, check: () => this.checkQueues() });
  }

  private async checkRedis(): Promise<ComponentReport> {
    return this.redis ? this.redis.check() : { status: 'not used' };
  }

  private async checkQueues(): Promise<ComponentReport> {
    const startedMs = performance.now();
    await this.queues.readNow();
    return { status: 'ok', latencyMs: Math.round((performance.now() - startedMs) * 100) / 100 };
  }
}
