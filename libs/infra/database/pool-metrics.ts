import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { defineGauge } from '#infra/metrics';
import { poolOf } from './channel-listener';

const connections = defineGauge({
  name: 'database_pool_connections',
  help: 'Connections of the pool that are used and idle, and calls that wait for one.',
  labels: ['state'],
});

@Injectable()
export class PoolMetrics implements OnApplicationShutdown {
  private readonly end: () => void;

  constructor(dataSource: DataSource) {
    this.end = connections.readFrom(() => {
      const { totalCount, idleCount, waitingCount } = poolOf(dataSource);
      return [
        ['used', totalCount - idleCount],
        ['idle', idleCount],
        ['waiting', waitingCount],
      ];
    });
  }

  onApplicationShutdown(): void {
    this.end();
  }
}
