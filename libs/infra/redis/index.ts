export { RedisModule } from './redis.module';
export { RedisConnections, type RedisPurpose, type RedisSettings } from './redis-connections';
export { RedisHealth, type RedisHealthReport } from './redis-health';
export { TroubleLog } from './trouble-log';
