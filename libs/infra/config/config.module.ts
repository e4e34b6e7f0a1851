import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from '#kernel';
import { Config } from './config';
import { ShutdownGrace } from './shutdown-grace';

/** Makes the settings, the clock and the deadline of the end injectable everywhere. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [{ provide: Config, useValue: config }, { provide: Clock, useValue: clock }, ShutdownGrace],
      exports: [Config, Clock, ShutdownGrace],
    };
  }
}
