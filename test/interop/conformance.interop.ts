/**
 * The scenarios for servers of `@modelcontextprotocol/conformance` that need nothing but a server. The others call tools,
 * resources and prompts that a server would have to make up for them. The suite itself needs Node 22.
 */
import { execFile } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { registerTeam, sharedInstallation, WireClient } from '../../libs/testing/parley';

/** Another one may be named, as long as the package is not installed here. */
const {
  CONFORMANCE_SUITE: SUITE = path.join(__dirname, 'node_modules/@modelcontextprotocol/conformance/dist/index.js'),
} = process.env;

describe('the MCP server conforms in the scenario', () => {
  let proxy: http.Server;
  let address: string;

  beforeAll(async () => {
    const { baseUrl } = await sharedInstallation();
    const { apiKey, asKey } = await registerTeam(new WireClient(baseUrl));
    const { data: bot } = (await asKey.post('/api/v1/chatbots', { name: 'Helper' })).body;
    await asKey.post(`/api/v1/chatbots/${bot.id}/personalities`, { name: 'Friendly' });
    await asKey.post(`/api/v1/chatbots/${bot.id}/documents`, { title: 'Hours', content: 'Open from nine to five.' });
    proxy = await startProxy(new URL(baseUrl), apiKey);
    address = `http://localhost:${(proxy.address() as AddressInfo).port}/mcp`;
  });
  afterAll(() => {
    proxy?.close();
    proxy?.closeAllConnections();
  });

  test.each([
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
  ])('%s', async (scenario) => {
    const { code, output } = await run(['server', '--url', address, '--scenario', scenario]);
    expect([code, output]).toEqual([0, expect.stringContaining(' 0 failed')]);
  });
});

/** The suite cannot be given a credential; all else passes as it is sent, its Host and Origin too. */
async function startProxy({ hostname, port }: URL, key: string): Promise<http.Server> {
  const proxy = http.createServer((request, response) => {
    const headers = { ...request.headers, authorization: `Bearer ${key}` };
    const call = http.request({ hostname, port, path: request.url, method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    call.once('error', () => response.destroy());
    response.once('close', () => call.destroy());
    request.pipe(call);
  });
  await new Promise<void>((resolve) => proxy.listen(0, 'localhost', resolve));
  return proxy;
}

function run(args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SUITE, ...args], { cwd: __dirname }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
    });
  });
}
