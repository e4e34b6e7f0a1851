/** An embedded installation of the bench's own, gone when it is closed. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { registerTeam, WireClient } from '../../libs/testing/parley';
import { BenchProcess } from '../chat/processes';

const API = path.resolve(__dirname, '../../apps/api/main.js');

export async function startOwnServer(): Promise<{ wire: WireClient; pid: number; stop(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'));
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    REDIS_URL: '',
    HOST: '127.0.0.1',
    PORT: '0',
    WORKER_PORT: '0',
    JWT_SECRET: randomBytes(32).toString('hex'),
    RATE_LIMIT_MULTIPLIER: '1000000',
    LOG_LEVEL: 'warn',
  };
  const { process, match } = await BenchProcess.start(API, { env, ready: /Parley is ready at (http:\/\/\S+)/ });
  const { asKey } = await registerTeam(new WireClient(match[1] ?? ''));
  return {
    wire: asKey,
    pid: process.pid,
    stop: async () => {
      await process.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
