#!/usr/bin/env node
/**
 * The scenarios for servers of `@modelcontextprotocol/conformance` against the built product: `node apps/build.mjs`, then
 * `node test/interop/conformance.mjs [its dist/index.js]`. It needs Node 22. Those that need nothing but a server must pass.
 * The others call tools, resources and prompts that a server would have to make up for them.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
const [suite = path.join(folder, 'node_modules/@modelcontextprotocol/conformance/dist/index.js')] =
  process.argv.slice(2);

const MUST_PASS = [
  'server-initialize',
  'ping',
  'logging-set-level',
  'tools-list',
  'resources-list',
  'prompts-list',
  'dns-rebinding-protection',
  // These two warn that no session is opened, as servers may.
  'server-sse-polling',
  'server-sse-multiple-streams',
];
const START_LIMIT_MS = 60_000;
const SCENARIO_LIMIT_MS = 60_000;

/** One process with the embedded database, as a newcomer starts it, and the key that it prints. */
async function startParley(dataDir) {
  const script = path.resolve(folder, '../../dist/apps/api/main.js');
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: '', REDIS_URL: '' };
  const server = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  const told = Promise.withResolvers();
  const limit = setTimeout(() => told.reject(new Error(`Parley did not start:\n${printed}`)), START_LIMIT_MS);
  server.once('exit', () => told.reject(new Error(`Parley has ended:\n${printed}`)));
  server.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
    const url = /ready at (http:\S+)/.exec(printed)?.[1];
    const key = /API key\s+(sk_live_\S+)/.exec(printed)?.[1];
    if (url && key) told.resolve({ url, key });
  });
  try {
    return { server, ...(await told.promise) };
  } finally {
    clearTimeout(limit);
  }
}

/** The suite cannot be given a credential; all else passes as it is sent, its Host and Origin too. */
async function startProxy({ url, key }) {
  const { hostname, port } = new URL(url);
  const proxy = http.createServer((request, response) => {
    const headers = { ...request.headers, authorization: `Bearer ${key}` };
    const call = http.request({ hostname, port, path: request.url, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    call.once('error', () => response.destroy());
    response.once('close', () => call.destroy());
    request.pipe(call);
  });
  await new Promise((resolve) => proxy.listen(0, 'localhost', resolve));
  return proxy;
}

/** What it printed, and whether it passed. */
function run(scenario, address, cwd) {
  const args = [suite, 'server', '--url', address, '--scenario', scenario];
  const child = spawn(process.execPath, args, { cwd, timeout: SCENARIO_LIMIT_MS });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text;
    });
  return new Promise((resolve) => child.once('close', (code) => resolve({ passed: code === 0, printed })));
}

const workDir = mkdtempSync(path.join(os.tmpdir(), 'parley-conformance-'));
let parley;
let proxy;
try {
  parley = await startParley(workDir);
  proxy = await startProxy(parley);
  const address = `http://localhost:${proxy.address().port}/mcp`;
  for (const scenario of MUST_PASS) {
    const { passed, printed } = await run(scenario, address, workDir);
    process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${scenario}\n`);
    if (passed) continue;
    process.stdout.write(printed);
    process.exitCode = 1;
  }
} finally {
  proxy?.close();
  proxy?.closeAllConnections();
  if (parley) {
    const ended = new Promise((resolve) => parley.server.once('exit', resolve));
    parley.server.kill();
    await ended;
  }
  rmSync(workDir, { recursive: true, force: true });
}
