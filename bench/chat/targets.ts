/** What is measured: Parley, the floor, and the LLM server asked directly. */
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { createBotThatKnows, must, registerTeam, WireClient } from '../../libs/testing/parley';
import { SyntheticText } from '../indexing/synthetic-text';
import type { LoadRequest } from './load.types';
import { BenchProcess } from './processes';

const DIST = path.resolve(__dirname, '../..');
const FLOOR_KEY = 'floor-key';
const MESSAGE = 'When does the parcel that I ordered last week arrive?';
const PASSAGES = 2_000;
const ITEMS_PER_REQUEST = 500;

export type Mode = 'json' | 'sse';

export interface Target {
  name: string;
  headers: Record<string, string>;
  /** One a worker; each has a conversation of its own. */
  requests(mode: Mode, count: number): LoadRequest[] | Promise<LoadRequest[]>;
  /** Its answers are never streamed. */
  isWhole?: boolean;
  /** What the first token of a streamed answer comes with. */
  firstTokenMark: string;
  /** Processes that answer. */
  pids: readonly number[];
  /** Processes that work for them in the background. */
  backgroundPids: readonly number[];
}

const JSON_HEADERS = { 'content-type': 'application/json' };

export function llmAlone(baseUrl: string, pid: number | undefined): Target {
  return {
    name: 'LLM server alone',
    headers: JSON_HEADERS,
    requests: (mode, count) => {
      const messages = [{ role: 'user', content: MESSAGE }];
      const body = JSON.stringify({ model: 'm', messages, stream: mode === 'sse' });
      return Array.from({ length: count }, () => ({ url: `${baseUrl}/chat/completions`, body }));
    },
    firstTokenMark: '"content":"',
    pids: pid === undefined ? [] : [pid],
    backgroundPids: [],
  };
}

export async function floor(databaseUrl: string, llmUrl: string): Promise<{ target: Target; stop(): Promise<void> }> {
  const { process, match } = await BenchProcess.start(path.join(DIST, 'bench/chat/floor-server.js'), {
    args: [databaseUrl, llmUrl],
    ready: /ready at (\S+)/,
  });
  const target: Target = {
    name: 'floor',
    headers: { ...JSON_HEADERS, 'x-api-key': FLOOR_KEY },
    requests: (mode, count) =>
      conversations(count).map((conversation) => ({
        url: `${match[1]}/`,
        body: JSON.stringify({ conversation, message: MESSAGE, stream: mode === 'sse' }),
      })),
    firstTokenMark: '"text"',
    pids: [process.pid],
    backgroundPids: [],
  };
  return { target, stop: () => process.stop() };
}

export interface ParleySettings {
  databaseUrl: string | undefined;
  llmUrl: string;
  dataDir: string;
}

/** An api and a worker as an operator would run them, with rate limits that throttle nothing. */
export async function parley({ databaseUrl, llmUrl, dataDir }: ParleySettings): Promise<{
  plain: Target;
  withRetrieval(): Promise<Target>;
  /** One bot by both APIs. */
  inBothDialects(): Promise<Target[]>;
  stop(): Promise<void>;
}> {
  const env = {
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: '0',
    WORKER_PORT: '0',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, WORKER_IN_API: 'false' }),
    REDIS_KEY_PREFIX: `bench-${randomBytes(4).toString('hex')}`,
    JWT_SECRET: randomBytes(32).toString('hex'),
    RATE_LIMIT_MULTIPLIER: '1000000',
    LOG_LEVEL: 'warn',
    DEFAULT_LLM_BASE_URL: llmUrl,
    DEFAULT_LLM_API_KEY: 'bench',
    DEFAULT_LLM_MODEL: 'bench-model',
  };
  const api = await BenchProcess.start(path.join(DIST, 'apps/api/main.js'), {
    env,
    ready: /Parley is ready at (http:\/\/\S+)/,
  });
  const worker =
    databaseUrl === undefined
      ? undefined
      : await BenchProcess.start(path.join(DIST, 'apps/worker/main.js'), { env, ready: /worker runs/ });
  const baseUrl = api.match[1] ?? '';
  const { asKey, apiKey } = await registerTeam(new WireClient(baseUrl));
  const answering = {
    headers: { ...JSON_HEADERS, 'x-api-key': apiKey },
    firstTokenMark: 'event: delta',
    pids: [api.process.pid],
    backgroundPids: worker ? [worker.process.pid] : [],
  };
  const targetOf = (name: string, botId: string, messages: readonly string[]): Target => ({
    name,
    ...answering,
    requests: (mode, count) =>
      conversations(count).map((sessionId, worker) => ({
        url: `${baseUrl}/api/v1/chatbots/${botId}/conversation`,
        body: JSON.stringify({ sessionId, message: messages[worker % messages.length], stream: mode === 'sse' }),
      })),
  });
  const chatTarget = (name: string, botName: string, prompts: readonly string[]): Target => ({
    name,
    ...answering,
    isWhole: true,
    requests: (_mode, count) =>
      Promise.all(
        Array.from({ length: count }, async (_, worker) => {
          const chat = must(await asKey.post('/bots/chats/start'), 200).body.chat_id;
          const prompt = prompts[worker % prompts.length];
          return { url: `${baseUrl}/bots/chats/${chat}/send`, body: JSON.stringify({ prompt, bot_name: botName }) };
        }),
      ),
  });
  const bot = must(await asKey.post('/api/v1/chatbots', { name: 'Bench' }), 201).body.data;
  return {
    plain: targetOf('Parley', bot.id, [MESSAGE]),
    withRetrieval: async () => {
      const { botId, questions } = await botThatKnowsMuch(asKey);
      return targetOf('Parley, 2,000 passages', botId, questions);
    },
    inBothDialects: async () => {
      const knowing = await botThatKnowsMuch(asKey);
      const { botId: guessing } = await createBotThatKnows(asKey, []);
      const knowingName = await makeEqual(asKey, knowing.botId);
      const guessingName = await makeEqual(asKey, guessing);
      return [
        targetOf('Parley, main API, nothing known', guessing, [MESSAGE]),
        chatTarget('Parley, criabot, nothing known', guessingName, [MESSAGE]),
        targetOf('Parley, main API, 2,000 passages', knowing.botId, knowing.questions),
        chatTarget('Parley, criabot, 2,000 passages', knowingName, knowing.questions),
      ];
    },
    stop: async () => {
      await Promise.all([api.process.stop(), worker?.process.stop()]);
    },
  };
}

/** Sets what the dialects have different defaults for, so that both do the same work for the bot; gives its name. */
async function makeEqual(wire: WireClient, botId: string): Promise<string> {
  const retrieval = { topK: 5, minK: 0, topN: 5, minN: 0.7, generatesRelatedPrompts: false };
  const limits = { temperature: 0.5, maxInputTokens: 4_000, maxReplyTokens: 512 };
  const configuration = { ...retrieval, ...limits, answersWithoutKnowledge: true };
  return must(await wire.put(`/api/v1/chatbots/${botId}`, { configuration }), 200).body.data.slug;
}

async function botThatKnowsMuch(wire: WireClient): Promise<{ botId: string; questions: string[] }> {
  const text = new SyntheticText('chat');
  const items = Array.from({ length: PASSAGES }, (_, index) => ({ title: `Page ${index}`, content: text.passage() }));
  const { botId, baseId } = await createBotThatKnows(wire, items.slice(0, ITEMS_PER_REQUEST));
  const rest = items.slice(ITEMS_PER_REQUEST);
  for (const item of rest) must(await wire.post(`/api/v1/knowledge-bases/${baseId}/items`, item), 201);
  return { botId, questions: items.slice(0, 64).map(({ content }) => text.query(content)) };
}

function conversations(count: number): string[] {
  return Array.from({ length: count }, () => randomBytes(12).toString('hex'));
}

/** A database of the bench's own on the server, and the processes in which that serves it. */
export async function ownDatabase(serverUrl: string): Promise<{
  url: string;
  pids(): Promise<number[]>;
  isDurable: boolean;
  drop(): Promise<void>;
}> {
  const name = `parley_bench_${randomBytes(6).toString('hex')}`;
  const ask = (sql: string, values: unknown[] = []) => onServer(serverUrl, (client) => client.query(sql, values));
  await ask(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const { rows } = await ask("select current_setting('fsync') = 'on' as durable");
  return {
    url: url.href,
    isDurable: rows[0].durable,
    pids: async () => {
      const found = await ask('select pid from pg_stat_activity where datname = $1', [name]);
      return found.rows.map(({ pid }) => pid as number);
    },
    drop: async () => {
      await ask(`drop database if exists ${name} with (force)`);
    },
  };
}

async function onServer<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
