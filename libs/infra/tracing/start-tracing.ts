import { SECOND_MS } from '#kernel';
import type { TracingSettings } from './sdk';
import { useTracer } from './span';

/** A collector that does not answer holds the end of the process no longer. */
const FLUSH_LIMIT_MS = 3 * SECOND_MS;

let stopSdk: (() => Promise<void>) | undefined;

/** To be called before anything is traced; without settings nothing of the SDK is loaded. */
export function startTracing(settings: TracingSettings | undefined): void {
  if (!settings || stopSdk) return;
  const { startSdk } = require('./sdk') as typeof import('./sdk');
  const { tracer, stop } = startSdk(settings);
  stopSdk = stop;
  useTracer(tracer);
}

/** Sends what is finished and makes no more traces. Never rejects; does nothing when none are made. */
export async function stopTracing(): Promise<void> {
  const stop = stopSdk;
  stopSdk = undefined;
  useTracer(undefined);
  if (!stop) return;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, FLUSH_LIMIT_MS);
  });
  await Promise.race([stop().catch(() => undefined), limit]);
  clearTimeout(timer);
}
