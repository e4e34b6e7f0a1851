/**
 * Kills workers, apis, PostgreSQL and Redis at random moments under load and checks that nothing acknowledged is lost or
 * doubled; the README beside this file says how and what.
 */
import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { createBotThatKnows, registerTeam, WireClient } from '../../libs/testing/parley';
import { ownDatabase } from '../chat/targets';
import { option } from '../retrieval/options';
import { Cluster } from './cluster';
import { Load, type Successes, wait } from './load';
import { Verification } from './verification';

const documents = Number(option('documents') ?? 500);
const turns = Number(option('turns') ?? 500);
const kills = Number(option('kills') ?? 10);
/** Between two kills, on average; the load is spread over all of it. */
const GAP_MS = 4_000;
/** How long a service stays dead. */
const DEAD_MS = 1_000;
const EVENTS_TOLD_LIMIT_MS = 90_000;
/** Told in the report: those that a killed worker held. */
const SLOWEST = 10;

interface Kill {
  kind: string;
  atMs: number;
}

const run = promisify(execFile);
const shell = (command: string) => run('/bin/sh', ['-c', command]);

async function main(): Promise<void> {
  const { DATABASE_URL: serverUrl, REDIS_URL: redisUrl } = process.env;
  if (!serverUrl || !redisUrl) throw new Error('This needs DATABASE_URL and REDIS_URL.');
  const database = await ownDatabase(serverUrl);
  const cluster = await Cluster.start(database.url);
  const { asKey } = await registerTeam(new WireClient(cluster.baseUrl));
  const { botId } = await createBotThatKnows(asKey, [
    { title: 'Opening hours', content: 'The shop opens at 9:00 from Monday to Friday.' },
  ]);
  const load = new Load(asKey, botId);
  const breakages = breakagesOf(cluster, redisUrl);
  const totalMs = breakages.length * kills * GAP_MS;
  const killing = killAll(breakages);
  await Promise.all([load.upload(documents, totalMs / documents), load.ask(turns, totalMs / turns)]);
  const killed = await killing;
  await load.settled();
  const verification = new Verification(asKey, botId, database.url);
  const faults = await settledFaults(verification, load);
  report(killed, load, faults);
  await cluster.stop();
  await database.drop();
  process.exitCode = faults.length > 0 ? 1 : 0;
}

type Breakage = { kind: string; breakIt(): Promise<unknown> };

function breakagesOf(cluster: Cluster, redisUrl: string): Breakage[] {
  const breakages: Breakage[] = [
    { kind: 'worker', breakIt: () => cluster.killWorker() },
    { kind: 'api', breakIt: () => cluster.killApi() },
  ];
  for (const kind of ['postgres', 'redis']) {
    const [kill, start] = [option(`kill-${kind}`), option(`start-${kind}`)];
    if (kill === undefined || start === undefined) {
      console.log(`${kind} is left alone: --kill-${kind} and --start-${kind} say how it is killed and started`);
      continue;
    }
    const breakIt = async () => {
      await shell(kill);
      await wait(DEAD_MS);
      await shell(start);
      if (kind === 'redis') await forgetAll(redisUrl, cluster.keyPrefix);
    };
    breakages.push({ kind, breakIt });
  }
  return breakages;
}

/** In a random order and at random moments. */
async function killAll(breakages: readonly Breakage[]): Promise<Kill[]> {
  const plan = breakages.flatMap((breakage) => Array.from({ length: kills }, () => breakage));
  plan.sort(() => Math.random() - 0.5);
  const killed: Kill[] = [];
  for (const { kind, breakIt } of plan) {
    await wait(Math.random() * GAP_MS);
    killed.push({ kind, atMs: performance.now() });
    console.log(`${new Date().toISOString()} kill ${killed.length} of ${plan.length}: ${kind}`);
    await breakIt();
  }
  return killed;
}

/** Redis comes back with nothing of ours, whatever it had kept. */
async function forgetAll(redisUrl: string, keyPrefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    for await (const keys of redis.scanStream({ match: `*${keyPrefix}*`, count: 1_000 })) {
      if (keys.length > 0) await redis.unlink(keys);
    }
  } finally {
    redis.disconnect();
  }
}

/** Events are told again after a lease, so the last ones of a killed worker take their time. */
async function settledFaults(verification: Verification, load: Load): Promise<string[]> {
  const deadlineMs = performance.now() + EVENTS_TOLD_LIMIT_MS;
  for (;;) {
    const faults = await verification.faults(load);
    if (faults.length === 0 || performance.now() > deadlineMs) return faults;
    await wait(2_000);
  }
}

function report(killed: readonly Kill[], load: Load, faults: readonly string[]): void {
  console.log(`\nAcknowledged: ${load.documents.length} documents, ${load.turns.length} turns.`);
  console.log(`Not acknowledged: ${load.refused.documents} uploads, ${load.refused.turns} turns.\n`);
  const slowest = load.indexingMs.toSorted((a, b) => b - a).slice(0, SLOWEST);
  console.log(`The slowest documents were ready after ${slowest.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s.\n`);
  console.log('| killed | times | next turn answered after: p50, max ms | next document ready after: p50, max ms |');
  console.log('| --- | --- | --- | --- |');
  for (const kind of new Set(killed.map((kill) => kill.kind))) {
    const ofKind = killed.filter((kill) => kill.kind === kind);
    const cells = (['turnsMs', 'documentsMs'] as const).map((what) => recovery(ofKind, load.successes, what));
    console.log(`| ${kind} | ${ofKind.length} | ${cells.join(' | ')} |`);
  }
  console.log(faults.length === 0 ? '\nNothing is lost, nothing is there twice.' : `\n${faults.length} faults:`);
  for (const fault of faults.slice(0, 50)) console.log(`- ${fault}`);
}

function recovery(killed: readonly Kill[], successes: Successes, what: keyof Successes): string {
  const times = killed
    .map(({ atMs }) => Math.min(...successes[what].filter((ms) => ms > atMs)) - atMs)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  return `${times[Math.floor(times.length / 2)]?.toFixed(0)}, ${times.at(-1)?.toFixed(0)}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
