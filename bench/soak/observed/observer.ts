/** Tells the bench, whenever it asks over IPC, how the process is that it is loaded into. Garbage is collected before. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { writeHeapSnapshot } from 'node:v8';
import type { Observation, Wish } from '../observation';

const RESOLUTION_MS = 10;
const NS_PER_MS = 1e6;

const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

process.on('message', ({ snapshot }: Wish) => {
  const observed = observation();
  if (snapshot !== undefined) writeHeapSnapshot(snapshot);
  process.send?.(observed);
});
// The process may end although somebody could ask.
process.channel?.unref();

function observation(): Observation {
  const delayed = { delayP99Ms: delay.percentile(99) / NS_PER_MS, delayMaxMs: delay.max / NS_PER_MS };
  // Twice: what the first one finds unreachable may hold others until its finalisers have run.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  delay.reset();
  return { rss, heapUsed, external, arrayBuffers, ...delayed, handles: process.getActiveResourcesInfo().length };
}
