/**
 * How fast analytics are read over HTTP when there are two years of messages of one bot; the README beside this file says
 * what is measured and how.
 *
 *   npm run bench:analytics -- [--messages 1000000] [--rounds 30]
 */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DAY_MS } from '../../libs/kernel';
import { must, registerTeam, WireClient } from '../../libs/testing/parley';
import { BenchProcess } from '../chat/processes';
import { ownDatabase } from '../chat/targets';
import { option } from '../retrieval/options';
import { countingOn, openDatabase } from './counting';
import { sizeOfTables, writeHistory } from './history';

const DIST = path.resolve(__dirname, '../..');
const WANTED_MS = 50;
const ENDPOINTS = ['messages', 'users', 'sessions', 'intents', 'usage', 'quality'];
const PERIODS = ['daily', 'weekly', 'monthly', 'all'];
const ZONES = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Chatham'];
const RANGES_DAYS = [730, 365, 90, 30];

const { DATABASE_URL: serverUrl } = process.env;
const messages = Number(option('messages') ?? (serverUrl ? 1_000_000 : 50_000));
const rounds = Number(option('rounds') ?? 30);

interface Api {
  process: BenchProcess;
  wire: WireClient;
}

async function startApi(url: string | undefined, dataDir: string, jwtSecret: string): Promise<Api> {
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: url ?? '',
    REDIS_URL: '',
    WORKER_IN_API: String(url === undefined),
    HOST: '127.0.0.1',
    PORT: '0',
    JWT_SECRET: jwtSecret,
    RATE_LIMIT_MULTIPLIER: '1000000',
    LOG_LEVEL: 'warn',
  };
  const ready = /Parley is ready at (http:\/\/\S+)/;
  const { process: started, match } = await BenchProcess.start(path.join(DIST, 'apps/api/main.js'), { env, ready });
  return { process: started, wire: new WireClient(match[1] ?? '') };
}

async function main(): Promise<void> {
  const database = serverUrl ? await ownDatabase(serverUrl) : undefined;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'));
  const jwtSecret = randomBytes(32).toString('hex');
  let api = await startApi(database?.url, dataDir, jwtSecret);
  try {
    const [load] = os.loadavg();
    console.log(`${os.availableParallelism()} cores, load ${load?.toFixed(1)}`);
    if (database && !database.isDurable) console.log('PostgreSQL is NOT durable: not figures to publish.');
    const { apiKey, asKey } = await registerTeam(api.wire);
    const botId: string = must(await asKey.post('/api/v1/chatbots', { name: 'Helper' }), 201).body.data.id;
    await api.process.stop();
    await prepare(database?.url, dataDir, botId);
    api = await startApi(database?.url, dataDir, jwtSecret);
    await measure(api.wire.withKey(apiKey), `/api/v1/chatbots/${botId}/analytics`);
  } finally {
    await api.process.stop();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function prepare(url: string | undefined, dataDir: string, botId: string): Promise<void> {
  const { database, close } = await openDatabase(url, dataDir);
  try {
    const [team] = await database.query<{ id: string }>('select team_id as id from bot where id = $1', [botId]);
    let startedMs = performance.now();
    const seconds = () => ((performance.now() - startedMs) / 1_000).toFixed(1);
    await writeHistory(database, { teamId: team!.id, botId, messages });
    console.log(`${messages} messages written in ${seconds()} s`);
    startedMs = performance.now();
    await countingOn(database).backlog.countAll();
    console.log(`counted in ${seconds()} s`);
    // Autovacuum does so in time.
    for (const table of ['analytics_cell', 'analytics_visit', 'analytics_intent', 'analytics_model']) {
      await database.query(`vacuum analyze ${table}`);
    }
    for (const line of await sizeOfTables(database)) console.log(line);
  } finally {
    await close();
  }
}

async function measure(asKey: WireClient, base: string): Promise<void> {
  console.log(
    `\n| endpoint | days | p50 ms | p95 ms | slowest question | its p95 ms |\n| --- | --- | --- | --- | --- | --- |`,
  );
  let isMissed = false;
  for (const endpoint of ENDPOINTS) {
    for (const days of RANGES_DAYS) {
      const { p50, p95, slowest } = await measureRange(asKey, `${base}/${endpoint}`, days);
      if (slowest.p95 > WANTED_MS) isMissed = true;
      const cells = [endpoint, days, p50.toFixed(1), p95.toFixed(1), slowest.question, slowest.p95.toFixed(1)];
      console.log(`| ${cells.join(' | ')} |`);
    }
  }
  console.log(`\nWanted: p95 <= ${WANTED_MS} ms of every question${isMissed ? ': MISSED' : ''}.`);
}

/** Every period in every zone, one request after the other. */
async function measureRange(asKey: WireClient, url: string, days: number) {
  const all: number[] = [];
  let slowest = { question: '', p95: 0 };
  const first = new Date(Date.now() - (days - 1) * DAY_MS).toISOString().slice(0, 10);
  for (const period of PERIODS) {
    for (const zone of ZONES) {
      const times: number[] = [];
      for (let round = -2; round < rounds; round++) {
        const startedMs = performance.now();
        must(await asKey.get(`${url}?startDate=${first}&period=${period}&timezone=${zone}`), 200);
        if (round >= 0) times.push(performance.now() - startedMs);
      }
      const p95 = percentile(times, 0.95);
      if (p95 > slowest.p95) slowest = { question: `${period}, ${zone}`, p95 };
      all.push(...times);
    }
  }
  return { p50: percentile(all, 0.5), p95: percentile(all, 0.95), slowest };
}

function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
