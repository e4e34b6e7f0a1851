/**
 * From the upload to the last document that is ready: over HTTP, through the queue, by a worker, with the vectors of a model
 * that costs next to nothing. Counted are the bytes of the texts.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { must, registerTeam, WireClient } from '../../libs/testing/parley';
import { BenchProcess, cpuMs } from '../chat/processes';
import { ownDatabase } from '../chat/targets';
import { Random } from '../retrieval/random';
import { EmbeddingServer } from './embedding-server';
import { SyntheticText } from './synthetic-text';

const DIST = path.resolve(__dirname, '../..');
const DIMENSIONS = 384;
const MIN_CHARS = 20_000;
const MAX_CHARS = 50_000;
const UPLOADS_AT_ONCE = 8;
const POLL_MS = 100;

export interface EndToEndOptions {
  megabytes: number;
  withVectors: boolean;
  tell(line: string): void;
}

interface Document {
  title: string;
  content: string;
}

export async function measureEndToEnd({ megabytes, withVectors, tell }: EndToEndOptions): Promise<void> {
  const { DATABASE_URL: serverUrl } = process.env;
  const database = serverUrl ? await ownDatabase(serverUrl) : undefined;
  const model = withVectors ? await EmbeddingServer.start(DIMENSIONS) : undefined;
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'));
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: database?.url ?? '',
    ...(database ? {} : { REDIS_URL: '' }),
    REDIS_KEY_PREFIX: `bench-${randomBytes(4).toString('hex')}`,
    WORKER_IN_API: String(!database),
    HOST: '127.0.0.1',
    PORT: '0',
    WORKER_PORT: '0',
    JWT_SECRET: randomBytes(32).toString('hex'),
    RATE_LIMIT_MULTIPLIER: '1000000',
    LOG_LEVEL: 'warn',
    ...model?.env,
  };
  const api = await start('api', env, /Parley is ready at (http:\/\/\S+)/);
  const worker = database ? await start('worker', env, /worker runs/) : undefined;
  try {
    const { asKey } = await registerTeam(new WireClient(api.match[1] ?? ''));
    const uploads = new Uploads(asKey);
    // Compiles what is about to be measured.
    await uploads.run(documentsOf(0.5, 'warm-up'));
    const documents = documentsOf(megabytes, 'measured');
    const bytes = documents.reduce((sum, { content }) => sum + content.length, 0);
    const pids = [api.process.pid, ...(worker ? [worker.process.pid] : [])];
    const cpu = () => pids.reduce((sum, pid) => sum + (cpuMs(pid) ?? 0), 0);
    const cpuBeforeMs = cpu();
    const { uploadedMs, readyMs } = await uploads.run(documents);
    const mbPerSecond = (ms: number) => (bytes / 1_000 / ms).toFixed(2);
    const cpuOfMb = (cpu() - cpuBeforeMs) / (bytes / 1e6);
    tell(
      `${documents.length} documents, ${(bytes / 1e6).toFixed(1)} MB: uploaded at ${mbPerSecond(uploadedMs)} MB/s, ready at ` +
        `${mbPerSecond(readyMs)} MB/s (wanted 1.5); ${cpuOfMb.toFixed(0)} ms CPU of api and worker a MB; ${model?.texts ?? 0} texts embedded`,
    );
    if (model) tell(`all vectors there after ${mbPerSecond(readyMs + (await uploads.waitForVectors()))} MB/s`);
  } finally {
    await Promise.all([api.process.stop(), worker?.process.stop()]);
    model?.stop();
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function start(app: 'api' | 'worker', env: Record<string, string>, ready: RegExp) {
  return BenchProcess.start(path.join(DIST, `apps/${app}/main.js`), { env, ready });
}

/** Paragraphs of made-up text. */
function documentsOf(megabytes: number, seed: string): Document[] {
  const text = new SyntheticText(seed);
  const random = new Random(seed);
  const documents: Document[] = [];
  for (let chars = 0; chars < megabytes * 1e6; ) {
    const length = MIN_CHARS + random.next() * (MAX_CHARS - MIN_CHARS);
    let content = '';
    while (content.length < length) content += `${text.passage()}.\n\n`;
    documents.push({ title: `Document ${documents.length}`, content });
    chars += content.length;
  }
  return documents;
}

class Uploads {
  private botId: string | undefined;
  private ended = 0;

  constructor(private readonly wire: WireClient) {}

  async run(documents: readonly Document[]): Promise<{ uploadedMs: number; readyMs: number }> {
    this.botId ??= must(await this.wire.post('/api/v1/chatbots', { name: 'Bench' }), 201).body.data.id;
    const startedMs = performance.now();
    let next = 0;
    const upload = async () => {
      for (let document = documents[next++]; document; document = documents[next++]) {
        must(await this.wire.post(this.path, document), 202);
      }
    };
    await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, upload));
    const uploadedMs = performance.now() - startedMs;
    this.ended += documents.length;
    while ((await this.count('ready')) < this.ended) {
      if ((await this.count('failed')) > 0) throw new Error('A document has failed.');
      await wait(POLL_MS);
    }
    return { uploadedMs, readyMs: performance.now() - startedMs };
  }

  /** How long it takes from now on. */
  async waitForVectors(): Promise<number> {
    const startedMs = performance.now();
    for (;;) {
      const { body } = must(await this.wire.get(`/api/v1/chatbots/${this.botId}/knowledge-bases`), 200);
      const states: unknown[] = body.data.map((base: { vectors?: { state?: string } }) => base.vectors?.state);
      if (states.every((state) => state === 'ready')) return performance.now() - startedMs;
      await wait(POLL_MS);
    }
  }

  private get path(): string {
    return `/api/v1/chatbots/${this.botId}/documents`;
  }

  private async count(status: 'ready' | 'failed'): Promise<number> {
    const { body } = must(await this.wire.get(`${this.path}?status=${status}&limit=1`), 200);
    return body.pagination.total;
  }
}
