/**
 * What a call to a model costs the caller in CPU: Parley's adapters beside the same call by fetch, by undici's own request
 * and by node:http, as one object and as a stream, on a server in another process that answers at once.
 *
 *   npm run bench:llm-client -- [--calls 3000] [--concurrency 16] [--tokens 16,300] [--chunk-delay 0] [--rounds 3]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request as httpRequest } from 'node:http';
import path from 'node:path';
import { Pool } from 'undici';
import type { ClosableLlm, LlmRequest } from '../../libs/providers/llm';
import { AzureOpenAiModel } from '../../libs/providers/llm/adapters/azure-openai/azure-openai-model';
import { OpenAiCompatibleModel } from '../../libs/providers/llm/adapters/openai-compatible/openai-compatible-model';
import { option } from '../retrieval/options';

const calls = Number(option('calls') ?? 3_000);
const concurrency = Number(option('concurrency') ?? 16);
const rounds = Number(option('rounds') ?? 3);
const chunkDelayMs = option('chunk-delay') ?? '0';
const tokenCounts = (option('tokens') ?? '16,300').split(',').map(Number);
const SERVER = path.resolve(__dirname, '../../libs/testing/llm/serve.js');
const JSON_HEADERS = { 'content-type': 'application/json' };

const REQUEST: LlmRequest = {
  model: 'm',
  system: 'You are a friendly assistant.',
  messages: [{ role: 'user', text: 'When does the parcel that I ordered last week arrive?' }],
  passages: [],
  questions: [],
};

type Call = (stream: boolean) => Promise<string>;

interface Client {
  name: string;
  call: Call;
  close(): Promise<unknown>;
}

/** What all but the adapter send. */
function bodyOf(stream: boolean): string {
  const messages = [
    { role: 'system', content: REQUEST.system },
    { role: 'user', content: REQUEST.messages[0]?.text },
  ];
  return JSON.stringify({
    model: 'm',
    messages,
    ...(stream ? { stream, stream_options: { include_usage: true } } : {}),
  });
}

/** The shortest reading of an answer that is right on this server: the text of each event, or of the object. */
function textIn(answer: string, stream: boolean): string {
  if (!stream) return JSON.parse(answer).choices[0].message.content;
  let text = '';
  for (const line of answer.split('\n'))
    if (line.startsWith('data: {')) text += JSON.parse(line.slice('data: '.length)).choices[0]?.delta.content ?? '';
  return text;
}

function adapter(baseUrl: string): Client {
  return speaking("Parley's adapter", new OpenAiCompatibleModel({ baseUrl, model: 'm', timeoutMs: 60_000 }));
}

/** What the same wire costs through a vendor's library. */
function byLangChain(baseUrl: string): Client {
  const settings = { name: 'm', model: 'm', timeoutMs: 60_000 };
  return speaking('through LangChain', new AzureOpenAiModel({ ...settings, baseUrl: baseUrl.replace(/\/v1$/, '') }));
}

function speaking(name: string, model: ClosableLlm): Client {
  return {
    name,
    call: async (stream) => {
      let text = '';
      for await (const event of model.generate({ ...REQUEST, stream })) if (event.type === 'delta') text += event.text;
      return text;
    },
    close: () => model.close(),
  };
}

function byFetch(baseUrl: string): Client {
  const url = `${baseUrl}/chat/completions`;
  return {
    name: 'fetch',
    call: async (stream) => {
      const answer = await fetch(url, { method: 'POST', headers: JSON_HEADERS, body: bodyOf(stream) });
      if (!stream) return textIn(await answer.text(), stream);
      const decoder = new TextDecoder();
      let text = '';
      for await (const bytes of answer.body!) text += decoder.decode(bytes, { stream: true });
      return textIn(text, stream);
    },
    close: () => Promise.resolve(),
  };
}

function byUndici(baseUrl: string): Client {
  const { origin, pathname } = new URL(`${baseUrl}/chat/completions`);
  const pool = new Pool(origin, { connections: 256, pipelining: 1 });
  return {
    name: 'undici request',
    call: async (stream) => {
      const options = { path: pathname, method: 'POST' as const, headers: JSON_HEADERS, body: bodyOf(stream) };
      const { body } = await pool.request(options);
      return textIn(await body.text(), stream);
    },
    close: () => pool.close(),
  };
}

function byHttp(baseUrl: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const url = `${baseUrl}/chat/completions`;
  return {
    name: 'node:http',
    call: (stream) =>
      new Promise((resolve, reject) => {
        const body = bodyOf(stream);
        const headers = { ...JSON_HEADERS, 'content-length': Buffer.byteLength(body) };
        const request = httpRequest(url, { method: 'POST', agent, headers }, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          answer.on('end', () => resolve(textIn(text, stream)));
        });
        request.on('error', reject).end(body);
      }),
    close: async () => agent.destroy(),
  };
}

async function repeat(call: Call, stream: boolean, count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) if ((await call(stream)) === '') throw new Error('The model said nothing.');
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** User and system time of this process per call, in microseconds. */
async function costOf(call: Call, stream: boolean): Promise<number> {
  await repeat(call, stream, calls / 4);
  const before = process.cpuUsage();
  await repeat(call, stream, calls);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

async function measure(tokens: number): Promise<void> {
  const args = [SERVER, '--tokens', String(tokens), '--chunk-delay', chunkDelayMs];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [address] = (await once(server.stdout, 'data')) as [Buffer];
  const clients = [adapter, byLangChain, byFetch, byUndici, byHttp].map((open) => open(address.toString().trim()));
  try {
    for (const stream of [false, true]) {
      for (const client of clients) console.log(row(tokens, stream, client.name, await best(client, stream)));
    }
  } finally {
    await Promise.all(clients.map((client) => client.close()));
    server.kill();
  }
}

/** The least of several rounds: what others do on the machine only adds. */
async function best(client: Client, stream: boolean): Promise<number> {
  const costs: number[] = [];
  for (let round = 0; round < rounds; round++) costs.push(await costOf(client.call, stream));
  return Math.min(...costs);
}

function row(tokens: number, stream: boolean, name: string, microseconds: number): string {
  const what = `${tokens} tokens, ${stream ? 'stream' : 'object'}`;
  return `${what.padEnd(20)} ${name.padEnd(18)} ${(microseconds / 1_000).toFixed(3)} ms CPU a call`;
}

async function main(): Promise<void> {
  for (const tokens of tokenCounts) await measure(tokens);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
