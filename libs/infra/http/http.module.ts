import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ThrottlerStorage } from '@nestjs/throttler';
import { IdempotentRequests } from '#infra/idempotency';
import { RedisConnections } from '#infra/redis';
import { Clock } from '#kernel';
import { ApiKeyStrategy, JwtStrategy } from './access/strategies';
import { Admission } from './admission/admission';
import { ExceededWindows } from './admission/exceeded-windows';
import { FixedWindowStorage } from './admission/fixed-window-storage';
import { RateLimiter } from './admission/rate-limiter';
import { RedisWindowStorage } from './admission/redis-window-storage';
import type { Dialect } from './dialect';
import { Dialects } from './dialects';
import { HttpDrain } from './drain';
import { FailureFilter } from './failures/failure.filter';
import { FailureLog } from './failures/failure-log';
import { InputPipe } from './input/input.pipe';
import { Once } from './once/once';
import { OverloadGuard } from './overload/overload.guard';

/** The app that imports it binds `ActorResolver` in a global module, and `IdempotentRequests` if keys of requests are to be looked at. */
@Global()
@Module({})
export class HttpModule {
  static forRoot(dialects: readonly Dialect[]): DynamicModule {
    return {
      module: HttpModule,
      providers: [
        { provide: Dialects, useValue: new Dialects(dialects) },
        {
          provide: ThrottlerStorage,
          inject: [Clock, { token: RedisConnections, optional: true }],
          useFactory: windowStorage,
        },
        RateLimiter,
        Admission,
        OverloadGuard,
        FailureLog,
        FailureFilter,
        JwtStrategy,
        ApiKeyStrategy,
        InputPipe,
        {
          provide: Once,
          inject: [{ token: IdempotentRequests, optional: true }],
          useFactory: (requests?: IdempotentRequests) => new Once(requests),
        },
        HttpDrain,
      ],
      exports: [Dialects, InputPipe, HttpDrain],
    };
  }
}

/** Over all processes if there is a Redis, else in this one. */
function windowStorage(clock: Clock, redis?: RedisConnections): ThrottlerStorage {
  const own = new FixedWindowStorage(clock);
  return redis ? new ExceededWindows(new RedisWindowStorage(redis, own), clock) : own;
}
