/**
 * What happens to turns when three times as many come as can be served, and afterwards. The README beside this file says what is
 * measured and how.
 *
 *   npm run bench:overload -- [--seconds 10] [--factor 3] [--capacity <turns a second>]
 */
import 'reflect-metadata';
import os from 'node:os';
import { createBotThatKnows, Installation, registerTeam, WireClient } from '../../libs/testing/parley';
import { callUntil } from '../limits/calling';
import { partOf } from '../limits/table';
import { option } from '../retrieval/options';
import { type Arrival, arrive, type Order } from './arrivals';

const measureMs = Number(option('seconds') ?? 10) * 1_000;
const factor = Number(option('factor') ?? 3);
const WARM_UP_MS = 5_000;
/** Callers who ask again at once, by whom the capacity is measured; enough to keep the api busy. */
const CALLERS = 24;
/** Of the capacity: what "1x" is. At the capacity itself any pause would never be made up for. */
const NORMAL_LOAD = 0.8;
/** Afterwards it counts as recovered in a second in which as many are answered as before, no slower than this many times before. */
const AS_BEFORE = 3;
/** Of what was answered before. */
const TOLERANCE = 0.9;
const SECOND_MS = 1_000;
const LAMPS = {
  title: 'Lamps',
  content: 'The reading lamp costs 39 euros. The desk lamp has a warranty of three years.',
};

async function main(): Promise<void> {
  const [load] = os.loadavg();
  console.log(`${os.availableParallelism()} cores, load ${load?.toFixed(1)}`);
  const parley = await Installation.start({ RATE_LIMIT_MULTIPLIER: '1000000' });
  try {
    const team = await registerTeam(new WireClient(parley.baseUrl));
    const { botId } = await createBotThatKnows(team.asKey, [LAMPS]);
    await run(orderOf(parley.baseUrl, team.apiKey, botId));
  } finally {
    await parley.remove();
  }
}

function orderOf(origin: string, apiKey: string, botId: string): Order {
  return {
    origin,
    path: `/api/v1/chatbots/${botId}/conversation`,
    headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
    body: () => JSON.stringify({ message: 'What does the reading lamp cost?' }),
  };
}

async function run(order: Order): Promise<void> {
  const capacity = Number(option('capacity')) || (await capacityOf(order));
  console.log(`capacity: ${capacity.toFixed(0)} turns a second with ${CALLERS} callers`);
  console.log('\n| load | arrivals/s | answered/s | p50 ms | p99 ms | refused | p50 ms | p99 ms | other |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  const normal = capacity * NORMAL_LOAD;
  const before = await phase('1x', order, normal);
  await phase(`${factor}x`, order, capacity * factor);
  const after = await phase('1x again', order, normal);
  const recoveredMs = recoveryOf(before, after);
  const words = recoveredMs === undefined ? 'not within the run' : `within ${recoveredMs / SECOND_MS} s`;
  console.log(`\nrecovered ${words} of the end of the overload`);
}

async function capacityOf(order: Order): Promise<number> {
  const { origin, path, headers } = order;
  const call = { origin, method: 'POST' as const, path, headers, body: order.body(0) };
  await callUntil(call, 200, CALLERS, WARM_UP_MS);
  const answered = await callUntil(call, 200, CALLERS, measureMs);
  return (answered.length * SECOND_MS) / measureMs;
}

async function phase(name: string, order: Order, perSecond: number): Promise<Arrival[]> {
  const arrivals = await arrive(order, perSecond, measureMs);
  const answered = arrivals.filter(({ status }) => status === 200).map(({ latencyMs }) => latencyMs);
  const refused = arrivals.filter(({ status }) => status === 503).map(({ latencyMs }) => latencyMs);
  const cells = [
    perSecond.toFixed(0),
    ((answered.length * SECOND_MS) / measureMs).toFixed(0),
    ...[0.5, 0.99].map((part) => partOf(answered, part).toFixed(0)),
    refused.length,
    ...[0.5, 0.99].map((part) => partOf(refused, part).toFixed(0)),
    arrivals.length - answered.length - refused.length,
  ];
  console.log(`| ${name} | ${cells.join(' | ')} |`);
  return arrivals;
}

/** Until the first second from which on as many are answered as before, and as quickly. */
function recoveryOf(before: readonly Arrival[], after: readonly Arrival[]): number | undefined {
  const limitMs = AS_BEFORE * partOf(ofAnswered(before), 0.5);
  const seconds = Array.from({ length: Math.floor(measureMs / SECOND_MS) }, (_, second) =>
    after.filter(({ atMs }) => Math.floor(atMs / SECOND_MS) === second),
  );
  const wanted = (ofAnswered(before).length / before.length) * TOLERANCE;
  const isGood = seconds.map((of) => {
    const answered = ofAnswered(of);
    return answered.length >= wanted * of.length && partOf(answered, 0.5) <= limitMs;
  });
  const lastBad = isGood.lastIndexOf(false);
  return lastBad === isGood.length - 1 ? undefined : (lastBad + 1) * SECOND_MS;
}

function ofAnswered(arrivals: readonly Arrival[]): number[] {
  return arrivals.filter(({ status }) => status === 200).map(({ latencyMs }) => latencyMs);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
