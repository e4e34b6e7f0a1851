/** An api and a worker as an operator runs them on one machine: the worker gives way. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { registerTeam, WireClient } from '../../../libs/testing/parley';
import { BenchProcess, cpuMs, familyCpuMs, machineCpuMs, parentOf, waitedMs } from '../../chat/processes';
import { ownDatabase } from '../../chat/targets';

const APPS = path.resolve(__dirname, '../../../apps');
const METRICS_TOKEN = randomBytes(16).toString('hex');

/** Processor time, and what is said otherwise. */
export interface Usage {
  apiMs: number;
  workerMs: number;
  databaseMs: number;
  machineMs: number;
  /** In which the api's event loop could have gone on and had no processor. */
  apiWaitedMs: number;
}

export type Installation = Awaited<ReturnType<typeof startInstallation>>;

/** On a database of its own on that server, without any provider of models. */
export async function startInstallation(serverUrl: string, workerNiceness: number) {
  const database = await ownDatabase(serverUrl);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'));
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    WORKER_IN_API: 'false',
    HOST: '127.0.0.1',
    PORT: '0',
    WORKER_PORT: '0',
    REDIS_KEY_PREFIX: `bench-${randomBytes(4).toString('hex')}`,
    JWT_SECRET: randomBytes(32).toString('hex'),
    RATE_LIMIT_MULTIPLIER: '1000000',
    METRICS_TOKEN,
    LOG_LEVEL: 'warn',
  };
  const api = await BenchProcess.start(path.join(APPS, 'api/main.js'), {
    env,
    ready: /Parley is ready at (http:\/\/\S+)/,
  });
  const worker = await BenchProcess.start(path.join(APPS, 'worker/main.js'), {
    env,
    niceness: workerNiceness,
    ready: /worker runs/,
  });
  const baseUrl = api.match[1]!;
  const { asKey, apiKey } = await registerTeam(new WireClient(baseUrl));
  return {
    wire: asKey,
    apiKey,
    /** Used so far; not a number where it cannot be read. The database's is that of its whole server. */
    used: async (): Promise<Usage> => ({
      apiMs: cpuMs(api.process.pid) ?? Number.NaN,
      workerMs: cpuMs(worker.process.pid) ?? Number.NaN,
      databaseMs: await serverCpuMs(database),
      machineMs: machineCpuMs(),
      apiWaitedMs: waitedMs(api.process.pid) ?? Number.NaN,
    }),
    /** How late the api's event loop was at most since this was asked before. */
    maxDelayMs: async (): Promise<number> => {
      const { body } = await new WireClient(baseUrl).withToken(METRICS_TOKEN).get('/api/v1/metrics');
      const found = /^parley_nodejs_eventloop_delay_seconds\{quantile="1"\} (\S+)/m.exec(body);
      return Number(found?.[1]) * 1_000;
    },
    stop: async () => {
      await Promise.all([api.process.stop(), worker.process.stop()]);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Connections come and go, so it is counted for the process that they are children of. */
async function serverCpuMs(database: Awaited<ReturnType<typeof ownDatabase>>): Promise<number> {
  const [pid] = await database.pids();
  const server = pid === undefined ? undefined : parentOf(pid);
  return (server === undefined ? undefined : familyCpuMs(server)) ?? Number.NaN;
}
