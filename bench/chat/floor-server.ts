/**
 * The least that a durable chat turn can cost in Node: node:http and pg, nothing between. It looks the key up in memory,
 * reads the last ten messages, calls the model by fetch, and stores both messages in one statement. Not a product: it
 * checks nothing, keeps no usage and tells nobody.
 *
 *   node floor-server.js <database url> <LLM base url>
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';

const [databaseUrl, llmUrl] = process.argv.slice(2);
const pool = new Pool({ connectionString: databaseUrl, max: 10 });
const FLOOR_KEY = 'floor-key';
const KEYS = new Map([[createHash('sha256').update(FLOOR_KEY).digest('base64'), 'team']]);

const HISTORY = {
  name: 'history',
  text: 'select role, content from floor_message where conversation = $1 order by id desc limit 10',
};
const STORE = {
  name: 'store',
  text: `insert into floor_message (conversation, role, content) values ($1, 'user', $2), ($1, 'assistant', $3)`,
};

async function turn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const key = createHash('sha256').update(String(request.headers['x-api-key'])).digest('base64');
  const { conversation, message, stream } = JSON.parse(await textOf(request));
  if (!KEYS.has(key)) return void response.writeHead(401).end();
  const { rows } = await pool.query({ ...HISTORY, values: [conversation] });
  const messages = [...rows.reverse(), { role: 'user', content: message }];
  const answer = await fetch(`${llmUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'floor', messages, stream }),
  });
  const text = stream ? await passOn(answer, response) : contentOf(await answer.json());
  await pool.query({ ...STORE, values: [conversation, message, text] });
  if (stream) response.end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ text }));
}

function contentOf(answer: unknown): string {
  return (answer as { choices: [{ message: { content: string } }] }).choices[0].message.content;
}

async function passOn(answer: Response, response: ServerResponse): Promise<string> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const decoder = new TextDecoder();
  let text = '';
  let rest = '';
  for await (const chunk of answer.body!) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.startsWith('data: {')) continue;
      const delta = JSON.parse(line.slice(6)).choices[0]?.delta?.content;
      if (!delta) continue;
      text += delta;
      response.write(`data: ${JSON.stringify({ text: delta })}\n\n`);
    }
  }
  return text;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function main(): Promise<void> {
  await pool.query(`create table if not exists floor_message
    (id bigint generated always as identity primary key, conversation text, role text, content text)`);
  await pool.query('create index if not exists floor_message_idx on floor_message (conversation, id)');
  const server = createServer((request, response) => {
    turn(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1', () =>
    console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`),
  );
}

void main();
