/**
 * How fast webhooks are delivered, beside the least that a delivery can cost, in the same run on the same machine; the
 * README beside this file says what is measured and how.
 *
 *   npm run bench:webhooks -- [--sizes 1000,50000] [--engines bull,pg-boss,embedded] [--events 200] [--seconds 5]
 */
import 'reflect-metadata';
import os from 'node:os';
import { option } from '../retrieval/options';
import { type BurstResult, burst, eventData } from './burst';
import { measureFirstDelivery } from './first-delivery';
import { measureFloor } from './floor';
import { type Engine, Product } from './product';
import { Sinks } from './sinks';

const HEALTHY = 8;
const WEBHOOKS = 10;
const SLOW_MS = 2_000;
const WARM_UP_EVENTS = 1_000;
/** A small queue is gone in half a second, so it is measured so often; the run in the middle is told. */
const REPEATS = 5;
const SMALL = 5_000;
const WANTED_PER_SECOND = 1_500;
const WANTED_FIRST_MS = 50;

const sizes = (option('sizes') ?? '1000,50000').split(',').map(Number);
const oneByOne = Number(option('events') ?? 200);
const floorMs = Number(option('seconds') ?? 5) * 1_000;

const ENGINES: Record<Engine, { name: string; isPossible: boolean }> = {
  bull: {
    name: 'Bull, api and worker',
    isPossible: Boolean(process.env.DATABASE_URL && process.env.REDIS_URL),
  },
  'pg-boss': { name: 'pg-boss, api and worker', isPossible: Boolean(process.env.DATABASE_URL) },
  embedded: { name: 'embedded, one process', isPossible: true },
};

const HEAD = [
  'engine',
  'queued',
  'webhooks',
  'deliveries/s',
  'p50 ms',
  'p99 ms',
  'worker CPU ms',
  'PostgreSQL CPU ms',
  'twice',
  'missing',
];

async function main(): Promise<void> {
  const sinks = await Sinks.start(HEALTHY, SLOW_MS);
  try {
    const [load] = os.loadavg();
    console.log(`${os.availableParallelism()} cores, load ${load?.toFixed(1)}\n`);
    const floor = await measureFloor(sinks, eventData(), floorMs);
    const posts = `${floor.postsPerSecond.toFixed(0)} signed posts/s, ${floor.cpuMsPerPost.toFixed(3)} ms of CPU each`;
    console.log(`Floor: ${posts}, ${HEALTHY} receivers with 16 connections each.\n`);
    const possible = (option('engines') ?? 'bull,pg-boss,embedded').split(',') as Engine[];
    for (const engine of possible.filter((one) => ENGINES[one].isPossible)) await measure(engine, sinks);
    console.log(`\nWanted: >= ${WANTED_PER_SECOND} deliveries/s on Bull; first delivery p50 <= ${WANTED_FIRST_MS} ms.`);
  } finally {
    await sinks.stop();
  }
}

async function measure(engine: Engine, sinks: Sinks): Promise<void> {
  const { name } = ENGINES[engine];
  const product = await Product.start(engine);
  try {
    const first = await measureFirstDelivery(product, oneByOne);
    console.log(`${name}: first delivery p50 ${first.p50Ms} ms, p99 ${first.p99Ms} ms, of ${oneByOne} one by one`);
    if (engine === 'embedded') return;
    if (!product.isDurable) console.log('PostgreSQL is NOT durable: not figures to publish.');
    await burst(product, sinks, sinks.healthy, WARM_UP_EVENTS);
    console.log(`\n${line(HEAD)}\n${line(HEAD.map(() => '---'))}`);
    for (const size of sizes) {
      for (const { company, urls } of companies(sinks)) {
        const result = await middleBurst(product, sinks, urls, size);
        console.log(line([engine, String(size), company, ...cells(result)]));
      }
    }
    console.log('');
  } finally {
    await product.stop();
  }
}

async function middleBurst(
  product: Product,
  sinks: Sinks,
  urls: readonly string[],
  size: number,
): Promise<BurstResult> {
  const results: BurstResult[] = [];
  for (let run = 0; run < (size < SMALL ? REPEATS : 1); run++) {
    results.push(await burst(product, sinks, urls, size / WEBHOOKS));
  }
  results.sort((a, b) => a.perSecond - b.perSecond);
  return results[Math.floor(results.length / 2)]!;
}

/** The same eight, alone and among others. */
function companies(sinks: Sinks): Array<{ company: string; urls: string[] }> {
  return [
    { company: '8 healthy alone', urls: [...sinks.healthy] },
    { company: 'with 1 refusing, 1 slow', urls: [...sinks.healthy, sinks.refusing, sinks.slow] },
    { company: 'with 1 hanging, 1 slow', urls: [...sinks.healthy, sinks.hanging, sinks.slow] },
  ];
}

function cells({ perSecond, p50Ms, p99Ms, deliveringMs, databaseMs, again, missing }: BurstResult): string[] {
  return [
    perSecond.toFixed(0),
    String(p50Ms),
    String(p99Ms),
    deliveringMs.toFixed(2),
    databaseMs.toFixed(2),
    String(again),
    String(missing),
  ];
}

function line(columns: readonly string[]): string {
  return `| ${columns.join(' | ')} |`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
