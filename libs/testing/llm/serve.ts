/**
 * The load server as a process of its own; prints its base address when it listens.
 *
 *   node dist/libs/testing/llm/serve.js [--port 0] [--host 127.0.0.1] [--latency 0] [--tokens 16] [--chunk-delay 0]
 */
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createLoadServer } from './load-server';

/** Connections that wait to be accepted: as many as a bench may open at once. */
const BACKLOG = 4_096;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    latency: { type: 'string', default: '0' },
    tokens: { type: 'string', default: '16' },
    'chunk-delay': { type: 'string', default: '0' },
  },
});

const server = createLoadServer({
  latencyMs: Number(values.latency),
  tokens: Number(values.tokens),
  chunkDelayMs: Number(values['chunk-delay']),
});
server.listen({ port: Number(values.port), host: values.host, backlog: BACKLOG }, () => {
  const { address, port } = server.address() as AddressInfo;
  process.stdout.write(`http://${address}:${port}/v1\n`);
});
