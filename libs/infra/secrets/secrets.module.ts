import { Global, Module } from '@nestjs/common';
import { Config } from '#infra/config';
import { Sealer } from './sealer';

@Global()
@Module({
  providers: [{ provide: Sealer, useFactory: ({ secrets }: Config) => new Sealer(secrets.key), inject: [Config] }],
  exports: [Sealer],
})
export class SecretsModule {}
