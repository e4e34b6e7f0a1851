/**
 * What a chat turn costs, beside the least that it could cost, measured in the same run on the same machine: turns per
 * second, CPU per turn, and how much later than the model's first token the client gets it.
 *
 *   npm run bench:chat -- [--concurrency 1,16,64] [--latency 0,50] [--seconds 8] [--modes json,sse] [--no-retrieval]
 *     [--no-dialects]
 *
 * DATABASE_URL names the PostgreSQL server to measure on (a durable one, for figures that mean something); REDIS_URL is
 * passed on. LLM_URL names an OpenAI-compatible server to use instead of the bench's own; --latency then does nothing.
 */
import 'reflect-metadata';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { option } from '../retrieval/options';
import { clientCosts } from './client-cost';
import type { LoadNews, LoadOrder, LoadResult } from './load.types';
import { BenchProcess, cpuMsBetween, cpuMsOfEach } from './processes';
import { Report } from './report';
import { floor, llmAlone, type Mode, ownDatabase, parley, type Target } from './targets';

const SECOND_MS = 1_000;
const WARM_UP_MS = 2 * SECOND_MS;
const measureMs = Number(option('seconds') ?? 8) * SECOND_MS;
const concurrencies = (option('concurrency') ?? '1,16,64').split(',').map(Number);
const latencies = (option('latency') ?? '0,50').split(',').map(Number);
const modes = (option('modes') ?? 'json,sse').split(',') as Mode[];
const wantsRetrieval = !process.argv.includes('--no-retrieval');
const wantsDialects = !process.argv.includes('--no-dialects');

type Database = Awaited<ReturnType<typeof ownDatabase>>;

async function main(): Promise<void> {
  const report = new Report();
  for (const latencyMs of process.env.LLM_URL ? [0] : latencies) await measureAll(latencyMs, report);
  report.printVerdict();
}

async function measureAll(latencyMs: number, report: Report): Promise<void> {
  const llm = await llmServer(latencyMs);
  const { DATABASE_URL: serverUrl } = process.env;
  const database = serverUrl ? await ownDatabase(serverUrl) : undefined;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'));
  report.printHeading(latencyMs, database);
  const product = await parley({ databaseUrl: database?.url, llmUrl: llm.url, dataDir });
  const least = database ? await floor(database.url, llm.url) : undefined;
  try {
    for (const mode of modes) report.addClientCost(mode, await clientCosts(llm.url, mode));
    const targets = [llmAlone(llm.url, llm.pid), ...(least ? [least.target] : []), product.plain];
    await measureTargets(targets, { latencyMs, database, report });
    if (wantsRetrieval) await measureTargets([await product.withRetrieval()], { latencyMs, database, report });
    if (wantsDialects) await measureTargets(await product.inBothDialects(), { latencyMs, database, report });
  } finally {
    await Promise.all([product.stop(), least?.stop(), llm.stop()]);
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The targets of one mode and concurrency follow each other closely, so that all meet the machine in the same mood. */
async function measureTargets(
  targets: readonly Target[],
  { latencyMs, database, report }: { latencyMs: number; database: Database | undefined; report: Report },
): Promise<void> {
  for (const mode of modes) {
    for (const concurrency of concurrencies) {
      for (const target of targets) {
        if (mode === 'sse' && target.isWhole) continue;
        const row = await measure(target, mode, concurrency, database);
        report.add({ target: target.name, mode, concurrency, latencyMs, ...row });
      }
    }
  }
}

async function measure(target: Target, mode: Mode, concurrency: number, database: Database | undefined) {
  let databasePids: number[] = [];
  const used = () => ({
    appMs: cpuMsOfEach(target.pids),
    backgroundMs: cpuMsOfEach(target.backgroundPids),
    databaseMs: cpuMsOfEach(databasePids),
  });
  let before = used();
  const result = await load(
    {
      headers: target.headers,
      requests: await target.requests(mode, concurrency),
      ...(mode === 'sse' ? { firstTokenMark: target.firstTokenMark } : {}),
      warmUpMs: WARM_UP_MS,
      measureMs,
    },
    async () => {
      // Connections come with the load.
      databasePids = (await database?.pids()) ?? [];
      before = used();
    },
  );
  const after = used();
  const perTurn = (part: keyof typeof before) => cpuMsBetween(before[part], after[part]) / result.turns;
  return { result, appMs: perTurn('appMs'), backgroundMs: perTurn('backgroundMs'), databaseMs: perTurn('databaseMs') };
}

async function load(order: LoadOrder, onMeasuring: () => Promise<void>): Promise<LoadResult> {
  const generator = fork(path.join(__dirname, 'load-generator.js'));
  const exited = once(generator, 'exit');
  const result = new Promise<LoadResult>((resolve, reject) => {
    generator.on('message', (news: LoadNews) => {
      if (news.kind === 'measuring') void onMeasuring();
      else resolve(news.result);
    });
    generator.on('exit', () => reject(new Error('The load generator has ended without a result.')));
  });
  generator.send(order);
  const measured = await result;
  await exited;
  return measured;
}

async function llmServer(latencyMs: number): Promise<{ url: string; pid: number | undefined; stop(): Promise<void> }> {
  if (process.env.LLM_URL) {
    return { url: process.env.LLM_URL.replace(/\/+$/, ''), pid: undefined, stop: () => Promise.resolve() };
  }
  const { process: server, match } = await BenchProcess.start(
    path.resolve(__dirname, '../../libs/testing/llm/serve.js'),
    { args: ['--port', '0', '--latency', String(latencyMs), '--tokens', '16'], ready: /(http:\/\/[^\s/]+(?:\/v1)?)/ },
  );
  return { url: `${match[1]?.replace(/\/v1$/, '')}/v1`, pid: server.pid, stop: () => server.stop() };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
