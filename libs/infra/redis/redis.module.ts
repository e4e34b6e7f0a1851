import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from '#infra/config';
import { RedisConnections } from './redis-connections';
import { RedisHealth } from './redis-health';

/**
 * Gives everyone `RedisConnections` and `RedisHealth`, if the operator has named a Redis. Who works with and without it
 * injects them as optional.
 */
@Global()
@Module({})
export class RedisModule {
  static forRoot({ redis }: Pick<Config, 'redis'>): DynamicModule {
    if (!redis) return { module: RedisModule };
    const connections = {
      provide: RedisConnections,
      useFactory: async () => {
        const made = new RedisConnections(redis);
        await made.greet();
        return made;
      },
    };
    return {
      module: RedisModule,
      providers: [connections, RedisHealth],
      exports: [RedisConnections, RedisHealth],
    };
  }
}
