import { Global, Module } from '@nestjs/common';
import { Config } from '#infra/config';
import { createLogger } from './create-logger';
import { NestPinoLogger } from './nest-pino-logger';

/** Makes the logger of the process injectable, for `app.useLogger(app.get(NestPinoLogger))`. */
@Global()
@Module({
  providers: [
    {
      provide: NestPinoLogger,
      inject: [Config],
      useFactory: ({ logging }: Config) => new NestPinoLogger(createLogger(logging.level)),
    },
  ],
  exports: [NestPinoLogger],
})
export class LoggingModule {}
