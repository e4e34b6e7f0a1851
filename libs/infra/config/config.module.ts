import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from '#kernel';
import { Config } from './config';

/** Makes the settings and the clock injectable everywhere. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: Config, clock: Clock = new SystemClock()): DynamicModule {
    return {
      module: ConfigModule,
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock },
      ],
      exports: [Config, Clock],
    };
  }
}
