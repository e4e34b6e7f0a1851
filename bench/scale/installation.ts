/** An api on a database of the bench's own, which may be kept for another run with the same bases. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { PassageIndexQueries } from '../../libs/domain/knowledge/passage-index.queries';
import { NearestIndexesQueries } from '../../libs/domain/knowledge/vectors/nearest-indexes.queries';
import { NearestIndexes } from '../../libs/domain/knowledge/vectors/nearest-indexes.service';
import type { Database } from '../../libs/infra/database';
import { newId } from '../../libs/kernel';
import { must, registerTeam, WireClient } from '../../libs/testing/parley';
import { openDatabase } from '../analytics/counting';
import { BenchProcess } from '../chat/processes';
import { EmbeddingServer } from '../indexing/embedding-server';
import { Loading } from './loading';
import { MadeUpVectors } from './made-up-vectors';
import { ScaledText } from './scaled-text';

const API = path.resolve(__dirname, '../../apps/api/main.js');
/** The same in every run: keys of a kept database must go on working. */
const JWT_SECRET = 'bench-scale'.repeat(6);
export const METRICS_TOKEN = 'bench-scale-metrics-token-of-32-or-more';
const SECRETS_KEY = Buffer.alloc(32, 7).toString('base64');

export interface Shape {
  passages: number;
  bases: number;
  /** Undefined: words alone. */
  dimensions: number | undefined;
}

interface Loaded {
  apiKey: string;
  baseIds: string[];
  port: number;
}

export interface Api {
  origin: string;
  pid: number;
  stop(): Promise<void>;
}

export class ScaleInstallation {
  private constructor(
    readonly url: string,
    private readonly name: string,
    private readonly serverUrl: string,
    readonly loaded: Loaded,
    readonly model: EmbeddingServer | undefined,
  ) {}

  static async open(serverUrl: string, shape: Shape, tell: (line: string) => void): Promise<ScaleInstallation> {
    const { passages, bases, dimensions } = shape;
    const name = `parley_bench_scale_${passages}_${bases}_${dimensions ?? 'words'}`;
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    const kept = await loadedBefore(serverUrl, name, url.href);
    const model = dimensions === undefined ? undefined : await EmbeddingServer.start(dimensions, kept?.port);
    if (kept) return new ScaleInstallation(url.href, name, serverUrl, kept, model);
    await onServer(serverUrl, `drop database if exists ${name} with (force)`);
    await onServer(serverUrl, `create database ${name}`);
    const loaded = await load(url.href, shape, model, tell);
    return new ScaleInstallation(url.href, name, serverUrl, loaded, model);
  }

  async database<Result>(work: (database: Database) => Promise<Result>): Promise<Result> {
    const { database, close } = await openDatabase(this.url, '');
    try {
      return await work(database);
    } finally {
      await close();
    }
  }

  /** Whether searches ask the vectors that are there. */
  useVectors(isUsed: boolean): Promise<unknown> {
    return this.database((database) => database.query('update lexical_index set has_vectors = $1', [isUsed]));
  }

  startApi(nodeOptions = ''): Promise<Api> {
    return startApi(this.url, this.model, nodeOptions);
  }

  async close({ keeps }: { keeps: boolean }): Promise<void> {
    this.model?.stop();
    if (!keeps) await onServer(this.serverUrl, `drop database if exists ${this.name} with (force)`);
  }
}

async function startApi(url: string, model: EmbeddingServer | undefined, nodeOptions = ''): Promise<Api> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'));
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    REDIS_URL: '',
    WORKER_IN_API: 'false',
    HOST: '127.0.0.1',
    PORT: '0',
    JWT_SECRET,
    SECRETS_KEY,
    METRICS_TOKEN,
    RATE_LIMIT_MULTIPLIER: '1000000',
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: nodeOptions,
    ...model?.env,
  };
  const ready = /Parley is ready at (http:\/\/\S+)/;
  const { process, match } = await BenchProcess.start(API, { env, ready });
  return {
    origin: match[1] ?? '',
    pid: process.pid,
    stop: async () => {
      await process.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function load(
  url: string,
  { passages, bases, dimensions }: Shape,
  model: EmbeddingServer | undefined,
  tell: (line: string) => void,
): Promise<Loaded> {
  const api = await startApi(url, model);
  const { apiKey, asKey } = await registerTeam(new WireClient(api.origin));
  const bot = must(await asKey.post('/api/v1/chatbots', { name: 'Scale' }), 201).body.data;
  const items = [{ title: 'First', content: 'The first text of the base.' }];
  const first = must(await asKey.post(`/api/v1/chatbots/${bot.id}/knowledge-bases`, { name: 'Base', items }), 201);
  await api.stop();
  const { database, close } = await openDatabase(url, '');
  try {
    const baseIds = [first.body.data.id as string];
    const [{ teamId } = { teamId: '' }] = await database.query<{ teamId: string }>(
      'select team_id as "teamId" from bot where id = $1',
      [bot.id],
    );
    for (let number = 1; number < bases; number++) baseIds.push(await addBase(database, teamId, bot.id));
    if (model) await shareVectors(database, baseIds[0] as string);
    const startedMs = performance.now();
    const vectors = dimensions === undefined ? undefined : new MadeUpVectors(dimensions);
    const all = baseIds.map((baseId) => ({ baseId, teamId }));
    const seconds = () => (performance.now() - startedMs) / 1_000;
    await new Loading(database, new ScaledText()).fill(all, { passages, vectors });
    tell(`loaded in ${seconds().toFixed(0)} s, ${Math.round(passages / seconds())} passages/s`);
    const loadedSeconds = seconds();
    await new NearestIndexes(new NearestIndexesQueries(database)).tend(new AbortController().signal);
    if (model) tell(`index of nearest vectors tended in ${(seconds() - loadedSeconds).toFixed(0)} s`);
    const loaded = { apiKey, baseIds, port: model?.port ?? 0 };
    await database.query('create table bench_scale as select $1::jsonb as loaded', [JSON.stringify(loaded)]);
    return loaded;
  } finally {
    await close();
  }
}

async function addBase(database: Database, teamId: string, botId: string): Promise<string> {
  const baseId = newId();
  await database.query('insert into knowledge_base (id, team_id, bot_id, name) values ($1, $2, $3, $4)', [
    baseId,
    teamId,
    botId,
    `Base ${baseId}`,
  ]);
  await new PassageIndexQueries(database).createIndex(baseId);
  return baseId;
}

/** All bases have the vectors of the space that the product has given the first. */
async function shareVectors(database: Database, baseId: string): Promise<void> {
  await database.query('update lexical_index set has_vectors = true');
  const shared = await database.query(
    `insert into vector_index (index_number, space, model_id, wanted_space, wanted_model_id, aim_wanted)
     select i.number, coalesce(v.space, v.wanted_space), coalesce(v.model_id, v.wanted_model_id),
       coalesce(v.space, v.wanted_space), coalesce(v.model_id, v.wanted_model_id), false
     from vector_index v join lexical_index f on f.number = v.index_number and f.base_id = $1, lexical_index i
     where v.wanted_space is not null
     on conflict (index_number) do update set space = excluded.space, model_id = excluded.model_id,
       wanted_space = excluded.wanted_space, wanted_model_id = excluded.wanted_model_id, aim_wanted = false,
       pending_from = null returning 1`,
    [baseId],
  );
  if (shared.length === 0) throw new Error('The embedding model gave no space of vectors.');
}

async function loadedBefore(serverUrl: string, name: string, url: string): Promise<Loaded | undefined> {
  const found = await onServer(serverUrl, `select 1 from pg_database where datname = '${name}'`);
  if (found.length === 0) return undefined;
  const rows = await onServer(url, 'select loaded from bench_scale').catch(() => []);
  return (rows[0] as { loaded: Loaded } | undefined)?.loaded;
}

async function onServer(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
