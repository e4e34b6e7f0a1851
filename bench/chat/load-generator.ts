/**
 * A closed loop: every worker sends its next message when it has read the answer to the last. A process of its own, so
 * that its work is not counted as the server's. Takes one LoadOrder over IPC, tells when it begins to measure, then the
 * result.
 */
import { Client } from 'undici';
import type { LoadNews, LoadOrder, LoadRequest, LoadResult, Percentiles } from './load.types';

interface Sample {
  latencyMs: number;
  firstTokenMs: number | undefined;
}

class Worker {
  private readonly client: Client;
  private readonly path: string;

  constructor(
    private readonly order: LoadOrder,
    private readonly request: LoadRequest,
  ) {
    const { origin, pathname } = new URL(request.url);
    this.client = new Client(origin, { pipelining: 1, bodyTimeout: 120_000, headersTimeout: 120_000 });
    this.path = pathname;
  }

  async turn(): Promise<Sample> {
    const startedMs = performance.now();
    const { statusCode, body } = await this.client.request({
      method: 'POST',
      path: this.path,
      headers: this.order.headers,
      body: this.request.body,
    });
    const firstTokenMs = await this.read(body, startedMs);
    if (statusCode >= 300) throw new Error(`status ${statusCode}`);
    return { latencyMs: performance.now() - startedMs, firstTokenMs };
  }

  close(): Promise<void> {
    return this.client.close();
  }

  private async read(body: AsyncIterable<Buffer>, startedMs: number): Promise<number | undefined> {
    const mark = this.order.firstTokenMark;
    let firstTokenMs: number | undefined;
    for await (const chunk of body) {
      if (mark !== undefined && firstTokenMs === undefined && chunk.includes(mark)) {
        firstTokenMs = performance.now() - startedMs;
      }
    }
    if (mark !== undefined && firstTokenMs === undefined) throw new Error('a stream without a first token');
    return firstTokenMs;
  }
}

async function measure(order: LoadOrder): Promise<LoadResult> {
  const workers = order.requests.map((request) => new Worker(order, request));
  const samples: Sample[] = [];
  const failures: string[] = [];
  let isMeasuring = false;
  let isOver = false;
  const loop = async (worker: Worker) => {
    while (!isOver) {
      try {
        const sample = await worker.turn();
        if (isMeasuring && !isOver) samples.push(sample);
      } catch (error) {
        failures.push(String(error));
        if (failures.length > 1_000) isOver = true;
      }
    }
  };
  const loops = workers.map(loop);
  await wait(order.warmUpMs);
  tell({ kind: 'measuring' });
  isMeasuring = true;
  const startedMs = performance.now();
  await wait(order.measureMs);
  isOver = true;
  const elapsedMs = performance.now() - startedMs;
  const result = resultOf(samples, failures, elapsedMs);
  tell({ kind: 'result', result });
  await Promise.all(loops);
  await Promise.all(workers.map((worker) => worker.close()));
  return result;
}

function resultOf(samples: readonly Sample[], failures: readonly string[], elapsedMs: number): LoadResult {
  const firstTokens = samples.flatMap(({ firstTokenMs }) => (firstTokenMs === undefined ? [] : [firstTokenMs]));
  return {
    turns: samples.length,
    failures: failures.length,
    ...(failures[0] === undefined ? {} : { firstFailure: failures[0] }),
    elapsedMs,
    latencyMs: percentiles(samples.map(({ latencyMs }) => latencyMs)),
    ...(firstTokens.length > 0 ? { firstTokenMs: percentiles(firstTokens) } : {}),
  };
}

function percentiles(values: readonly number[]): Percentiles {
  const sorted = Float64Array.from(values).sort();
  // Without a single answer there is nothing to tell; -1 passes through JSON, NaN would not.
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? -1;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function tell(news: LoadNews): void {
  process.send?.(news);
}

function wait(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

process.once('message', (order: LoadOrder) => {
  measure(order).then(
    () => process.disconnect(),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
