import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ThrottlerStorage } from '@nestjs/throttler';
import { Clock } from '#kernel';
import { ApiKeyStrategy, JwtStrategy } from './access/strategies';
import { Admission } from './admission/admission';
import { FixedWindowStorage } from './admission/fixed-window-storage';
import { RateLimiter } from './admission/rate-limiter';
import type { Dialect } from './dialect';
import { Dialects } from './dialects';
import { FailureFilter } from './failures/failure.filter';
import { FailureLog } from './failures/failure-log';
import { InputPipe } from './input/input.pipe';

/** The app that imports it binds `ActorResolver` in a global module. */
@Global()
@Module({})
export class HttpModule {
  static forRoot(dialects: readonly Dialect[]): DynamicModule {
    return {
      module: HttpModule,
      providers: [
        { provide: Dialects, useValue: new Dialects(dialects) },
        { provide: ThrottlerStorage, useFactory: (clock: Clock) => new FixedWindowStorage(clock), inject: [Clock] },
        RateLimiter,
        Admission,
        FailureLog,
        FailureFilter,
        JwtStrategy,
        ApiKeyStrategy,
        InputPipe,
      ],
      exports: [Dialects, InputPipe],
    };
  }
}
