import { Global, Module } from '@nestjs/common';
import { Config } from '#infra/config';
import { AddressGuard } from './address-guard';

@Global()
@Module({
  providers: [
    { provide: AddressGuard, useFactory: ({ outgoing }: Config) => new AddressGuard(outgoing), inject: [Config] },
  ],
  exports: [AddressGuard],
})
export class HttpClientModule {}
