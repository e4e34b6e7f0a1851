import { Module, type OnModuleInit, Optional } from '@nestjs/common';
import { Config } from '#infra/config';
import { HealthComponents } from '#infra/health';
import { Clock } from '#kernel';
import { S3BlobStore } from './adapters/s3/s3-blob-store.adapter';
import { s3Health } from './adapters/s3/s3-health';
import { BlobStore } from './blob-store.contract';
import { makeBlobStore } from './blob-store.factory';

/** The store of the settings. A bucket tells its health to whoever asks; a folder has nothing to tell. */
@Module({
  providers: [
    {
      provide: BlobStore,
      inject: [Config, Clock],
      useFactory: ({ blobStore }: Config, clock: Clock) => makeBlobStore(blobStore, clock),
    },
  ],
  exports: [BlobStore],
})
export class BlobStoreModule implements OnModuleInit {
  constructor(
    private readonly store: BlobStore,
    @Optional() private readonly health?: HealthComponents,
  ) {}

  onModuleInit(): void {
    if (this.store instanceof S3BlobStore) this.health?.add(s3Health(this.store));
  }
}
