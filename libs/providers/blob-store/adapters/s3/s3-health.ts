import type { HealthComponent } from '#infra/health';
import { SECOND_MS } from '#kernel';
import type { S3BlobStore } from './s3-blob-store.adapter';

/** Below what the status page grants a part. */
const TIMEOUT_MS = 4 * SECOND_MS;

/** Tells operators whether the bucket answers: one HEAD each time somebody looks, which costs no more than that. */
export function s3Health(store: S3BlobStore): HealthComponent {
  return {
    name: 'blob-store',
    isEssential: false,
    check: async () => {
      const startedMs = performance.now();
      try {
        await store.checkBucket(AbortSignal.timeout(TIMEOUT_MS));
        return { status: 'ok', latencyMs: Math.round((performance.now() - startedMs) * 100) / 100 };
      } catch {
        return { status: 'down', note: 'The bucket of files does not answer.' };
      }
    },
  };
}
