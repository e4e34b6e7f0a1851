import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { defineGauge } from '#infra/metrics';
import { SECOND_MS } from '#kernel';
import { QueueDriver } from './queue-driver';

/** Reading them costs the queue a statement, and every process with every scraper asks for the same. */
const FRESH_MS = 5 * SECOND_MS;
/** Scrapers wait 10 s by default; the other metrics must come all the same. */
const MAX_READ_MS = 2 * SECOND_MS;

const gauges = {
  waiting: defineGauge({ name: 'queue_waiting_jobs', help: 'Jobs that are due and not yet taken.', labels: ['job'] }),
  delayed: defineGauge({ name: 'queue_delayed_jobs', help: 'Jobs that are not due yet.', labels: ['job'] }),
  running: defineGauge({ name: 'queue_running_jobs', help: 'Jobs that run, in whatever process.', labels: ['job'] }),
};
const oldest = defineGauge({
  name: 'queue_oldest_waiting_seconds',
  help: 'How long the job is due that waits longest; absent when none waits.',
  labels: ['job'],
});
const STATES = ['waiting', 'delayed', 'running'] as const;

type Depths = Awaited<ReturnType<QueueDriver['depths']>>;

/** What waits in the queue, over all processes, told to whoever reads the metrics. */
@Injectable()
export class QueueDepths implements BeforeApplicationShutdown {
  private readonly ends: Array<() => void>;
  private knownAges: { due: Promise<ReadonlyMap<string, number>>; atMs: number } | undefined;
  private known: { depths: Promise<Depths>; atMs: number } | undefined;

  constructor(private readonly driver: QueueDriver) {
    this.ends = STATES.map((state) =>
      gauges[state].readFrom(async () => [...(await this.read())].map(([job, depth]) => [job, depth[state]] as const)),
    );
    this.ends.push(oldest.readFrom(() => this.ages()));
  }

  /** At most a few seconds old. */
  read(): Promise<Depths> {
    const nowMs = performance.now();
    if (!this.known || nowMs - this.known.atMs > FRESH_MS) this.known = { depths: this.readNow(), atMs: nowMs };
    return this.known.depths;
  }

  /** @throws Error when the queue does not answer in time. */
  readNow(): Promise<Depths> {
    return within(this.driver.depths(), MAX_READ_MS);
  }

  private async ages(): Promise<Array<readonly [string, number]>> {
    const nowMs = performance.now();
    if (!this.knownAges || nowMs - this.knownAges.atMs > FRESH_MS)
      this.knownAges = { due: within(this.driver.oldestWaiting(), MAX_READ_MS), atMs: nowMs };
    return [...(await this.knownAges.due)].map(([job, dueAtMs]) => [
      job,
      Math.max(0, Date.now() - dueAtMs) / SECOND_MS,
    ]);
  }

  beforeApplicationShutdown(): void {
    for (const end of this.ends) end();
  }
}

async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The queue did not answer in time.')), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
