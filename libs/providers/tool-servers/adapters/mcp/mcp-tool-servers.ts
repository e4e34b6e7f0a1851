import { type ToolServer, type ToolServerAddress, ToolServers } from '../../tool-servers.contract';
import { loadLibrary } from './mcp-library';
import { McpToolServer } from './mcp-tool-server';

/** Those that were used last are remembered, so that what was agreed on with them need not be found out again. */
const MAX_REMEMBERED = 1_000;

/** MCP servers. There is one object for each address and set of headers, as long as it is remembered. */
export class McpToolServers extends ToolServers {
  private readonly servers = new Map<string, McpToolServer>();

  /** @param fetch the way out, which refuses addresses that must not be reached */
  constructor(private readonly fetch: typeof globalThis.fetch) {
    super();
  }

  async at(address: ToolServerAddress): Promise<ToolServer> {
    const library = await loadLibrary();
    const key = JSON.stringify([address.url, Object.entries(address.headers ?? {}).sort()]);
    const server = this.servers.get(key) ?? new McpToolServer(address, this.fetch, library);
    this.servers.delete(key);
    this.servers.set(key, server);
    for (const oldest of this.servers.keys()) {
      if (this.servers.size <= MAX_REMEMBERED) break;
      this.servers.delete(oldest);
    }
    return server;
  }
}
