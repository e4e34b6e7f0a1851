/**
 * What a refusal costs the api, beside the least that it does for anybody and a small request that is served. The README beside
 * this file says what is measured and how.
 *
 *   npm run bench:limits -- [--seconds 5] [--concurrency 8]
 */
import 'reflect-metadata';
import os from 'node:os';
import { createBotThatKnows, Installation, must, registerTeam, WireClient } from '../../libs/testing/parley';
import { cpuMs } from '../chat/processes';
import { option } from '../retrieval/options';
import { callUntil } from './calling';
import { type Measured, printTable } from './table';

const measureMs = Number(option('seconds') ?? 5) * 1_000;
const concurrency = Number(option('concurrency') ?? 8);
const WARM_UP_MS = 2_000;
/** Within the minute of the window that the refusals are counted in. */
const MANAGEMENT_PER_MINUTE = 30;
const LAMPS = { title: 'Lamps', content: 'The reading lamp costs 39 euros.' };
const MESSAGE = JSON.stringify({ message: 'What does the reading lamp cost?' });
/** As large as a message with some context; a refusal must not read it. */
const LONG_MESSAGE = JSON.stringify({ message: 'x'.repeat(8_000) });

interface Call {
  name: string;
  status: number;
  method?: 'GET' | 'POST';
  path: string;
  body?: string;
}

async function main(): Promise<void> {
  const [load] = os.loadavg();
  console.log(`${os.availableParallelism()} cores, load ${load?.toFixed(1)}, ${concurrency} callers`);
  const rows = [...(await withoutRateLimit()), ...(await withRateLimit())];
  printTable(rows);
}

async function withoutRateLimit(): Promise<Measured[]> {
  const parley = await Installation.start({ RATE_LIMIT_MULTIPLIER: '1000000' });
  try {
    const team = await registerTeam(new WireClient(parley.baseUrl));
    const { botId } = await createBotThatKnows(team.asKey, [LAMPS]);
    const conversation = `/api/v1/chatbots/${botId}/conversation`;
    const rows = [
      await measure(parley, team.apiKey, { name: 'health', status: 200, path: '/api/v1/health' }),
      await measure(parley, team.apiKey, { name: 'GET a chatbot', status: 200, path: `/api/v1/chatbots/${botId}` }),
      await measure(parley, team.apiKey, { ...post(conversation), name: 'a message, answered', status: 200 }),
    ];
    const budget = { subject: 'team', measure: 'requests', period: 'month', limit: 1 };
    must(await team.asUser.put('/api/v1/team/budgets', budget), 201);
    await team.asKey.post(conversation, { message: 'What does the lamp cost?' });
    rows.push(await measure(parley, team.apiKey, { ...post(conversation), name: '429 of a budget', status: 429 }));
    const long = { ...post(conversation, LONG_MESSAGE), name: '429 of a budget, 8 kB', status: 429 };
    rows.push(await measure(parley, team.apiKey, long));
    return rows;
  } finally {
    await parley.remove();
  }
}

async function withRateLimit(): Promise<Measured[]> {
  const parley = await Installation.start({ RATE_LIMIT_MULTIPLIER: '1' });
  try {
    const { apiKey } = await registerTeam(new WireClient(parley.baseUrl));
    const call: Call = { name: '429 of the rate limit', status: 429, path: '/api/v1/chatbots' };
    const key = { 'x-api-key': apiKey };
    for (let n = 0; n <= MANAGEMENT_PER_MINUTE; n += 1) await fetch(parley.baseUrl + call.path, { headers: key });
    return [await measure(parley, apiKey, call)];
  } finally {
    await parley.remove();
  }
}

function post(path: string, body = MESSAGE): Pick<Call, 'method' | 'path' | 'body'> {
  return { method: 'POST', path, body };
}

async function measure(parley: Installation, apiKey: string, call: Call): Promise<Measured> {
  const request = {
    origin: parley.baseUrl,
    method: call.method ?? 'GET',
    path: call.path,
    headers: { 'x-api-key': apiKey, 'content-type': 'application/json' },
    ...(call.body === undefined ? {} : { body: call.body }),
  };
  await callUntil(request, call.status, concurrency, WARM_UP_MS);
  const before = cpuMs(parley.pid);
  const latenciesMs = await callUntil(request, call.status, concurrency, measureMs);
  const usedMs = (cpuMs(parley.pid) ?? Number.NaN) - (before ?? Number.NaN);
  return { name: call.name, latenciesMs, cpuMs: usedMs, elapsedMs: measureMs };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
