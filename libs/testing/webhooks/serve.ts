/**
 * Counting sinks as a process of its own: eight healthy ones, one that takes `--delay` milliseconds, one that never answers,
 * each on a port of its own as receivers are, and one more for who wants to know:
 *
 *   node dist/libs/testing/webhooks/serve.js [--healthy 8] [--delay 2000]
 *
 * prints `{"control", "healthy": [...], "slow", "hanging"}` with the URLs when all listen. By URL, `GET control` answers the
 * counts (`SinkCounts`) and `GET control?latencies` the milliseconds of each delivery; `DELETE control` forgets both.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { parseArgs } from 'node:util';
import { CountingSink } from './counting-sink';

const { values } = parseArgs({
  options: { healthy: { type: 'string', default: '8' }, delay: { type: 'string', default: '2000' } },
});

const sinks = new Map<string, CountingSink>();

async function open(sink: CountingSink): Promise<string> {
  const url = await listening(sink.server);
  sinks.set(url, sink);
  return url;
}

async function listening(server: Server): Promise<string> {
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1_024 });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

const control = createServer((request, response) => {
  if (request.method === 'DELETE') for (const sink of sinks.values()) sink.reset();
  const wanted = (sink: CountingSink) => (request.url?.endsWith('?latencies') ? sink.latenciesMs : sink.read());
  const answer = Object.fromEntries([...sinks].map(([url, sink]) => [url, wanted(sink)]));
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
});

async function main(): Promise<void> {
  const addresses = {
    control: await listening(control),
    healthy: await Promise.all(Array.from({ length: Number(values.healthy) }, () => open(new CountingSink()))),
    slow: await open(new CountingSink({ delayMs: Number(values.delay) })),
    hanging: await open(new CountingSink('hanging')),
  };
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
}

void main();
