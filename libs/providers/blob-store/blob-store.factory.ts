import type { Clock } from '#kernel';
import { LocalBlobStore } from './adapters/local-folder/local-blob-store.adapter';
import { S3BlobStore } from './adapters/s3/s3-blob-store.adapter';
import type { S3Settings } from './adapters/s3/s3-settings';
import type { BlobStore } from './blob-store.contract';

export interface BlobStoreSettings {
  /** Absolute; used when there is no bucket. */
  folder: string;
  s3: S3Settings | undefined;
}

/** The bucket of the settings; without one, the folder. Touches neither before the first use. */
export function makeBlobStore({ folder, s3 }: BlobStoreSettings, clock: Clock): BlobStore {
  return s3 === undefined ? new LocalBlobStore(folder, clock) : new S3BlobStore(s3);
}
