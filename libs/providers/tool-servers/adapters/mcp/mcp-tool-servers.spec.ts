import { AddressGuard } from '#infra/http-client';
import { TestMcpServer } from '#testing/plugins';
import { MAX_ANSWER_BYTES } from '../../tool-servers.contract';
import { describeToolServerContract, type ServerMood } from '../../tool-servers.contract-suite';
import { McpToolServers } from './mcp-tool-servers';

const IN_TIME = { timeoutMs: 20_000 };
const FLOOD_BYTES = 5 * 1024 * 1024;

describe('MCP servers', () => {
  const guard = new AddressGuard({ allowsPrivateAddresses: true });
  let served: TestMcpServer;
  let servers: McpToolServers;

  const behaviourOf = (mood: ServerMood, isOld: boolean) => ({
    isOld,
    hangs: mood === 'hanging',
    ...(mood === 'flooding' ? { floodsBytes: FLOOD_BYTES } : {}),
    ...(mood === 'refusing' ? { status: 503 } : {}),
    ...(mood === 'many_tools' ? { moreTools: 200 } : {}),
  });
  const opened = (isOld: boolean) => async () => {
    served.reset({ isOld });
    return {
      server: await servers.at({ url: served.url }),
      be: (mood: ServerMood) => served.reset(behaviourOf(mood, isOld)),
    };
  };

  beforeAll(async () => {
    served = await TestMcpServer.start();
  });
  beforeEach(() => {
    servers = new McpToolServers(guard.fetch);
    served.reset();
  });
  afterAll(async () => {
    await served.stop();
    await guard.onApplicationShutdown();
  });

  describeToolServerContract('a server of revision 2026-07-28', opened(false));
  describeToolServerContract('a server of revision 2025-11-25', opened(true));

  test('are asked one request a call once their revision is known, or three when it is an older one', async () => {
    const server = await servers.at({ url: served.url });
    const [add] = await server.list(IN_TIME);
    served.requests.length = 0;
    await (await servers.at({ url: served.url })).call(add!, { a: 1, b: 1 }, IN_TIME);
    expect(served.methods).toEqual(['tools/call']);
    expect(served.requests[0]!.headers['mcp-protocol-version']).toBe('2026-07-28');
    served.reset({ isOld: true });
    const old = await new McpToolServers(guard.fetch).at({ url: served.url });
    await old.list(IN_TIME);
    expect(served.methods).toEqual(['server/discover', 'initialize', 'notifications/initialized', 'tools/list']);
    served.requests.length = 0;
    await old.call(add!, { a: 1, b: 1 }, IN_TIME);
    expect(served.methods).toEqual(['initialize', 'notifications/initialized', 'tools/call']);
  });

  test('tell by which revision they answer a probe', async () => {
    const probed = { name: 'test-tools', version: '2.1.0' };
    const server = await servers.at({ url: served.url });
    expect(await server.probe(IN_TIME)).toEqual({ ...probed, protocolVersion: '2026-07-28' });
    served.reset({ isOld: true });
    expect(await server.probe(IN_TIME)).toEqual({ ...probed, protocolVersion: '2025-11-25' });
    expect(served.methods.at(-1)).toBe('ping');
  });

  test('get the headers of their address with every request, and say when those are not accepted', async () => {
    served.reset({ token: 'sesame' });
    const strangers = await servers.at({ url: served.url });
    await expect(strangers.list(IN_TIME)).rejects.toMatchObject({ code: 'tool_servers.refused_credentials' });
    const headers = { Authorization: 'Bearer sesame' };
    expect(await (await servers.at({ url: served.url, headers })).list(IN_TIME)).toHaveLength(4);
  });

  test('are cut off when they flood, long before all of it was sent', async () => {
    served.reset({ floodsBytes: 200 * MAX_ANSWER_BYTES });
    served.floodedBytes = 0;
    await expect((await servers.at({ url: served.url })).list(IN_TIME)).rejects.toMatchObject({
      code: 'tool_servers.answer_too_long',
    });
    expect(served.floodedBytes).toBeLessThan(100 * MAX_ANSWER_BYTES);
  });

  test('at a private address are not connected with', async () => {
    const careful = new AddressGuard({ allowsPrivateAddresses: false });
    const server = await new McpToolServers(careful.fetch).at({ url: served.url });
    await expect(server.list(IN_TIME)).rejects.toMatchObject({ code: 'http_client.address_refused' });
    expect(served.requests).toHaveLength(0);
    await careful.onApplicationShutdown();
  });

  test('that are not there are not reached', async () => {
    const gone = await TestMcpServer.start();
    const { url } = gone;
    await gone.stop();
    await expect((await servers.at({ url })).list(IN_TIME)).rejects.toMatchObject({
      code: 'tool_servers.unreachable',
      message: 'The tool server: The connection was refused.',
    });
  });

  test('that redirect are not followed', async () => {
    served.reset({ status: 307 });
    await expect((await servers.at({ url: served.url })).list(IN_TIME)).rejects.toMatchObject({
      code: 'http_client.redirected',
    });
  });
});
