import { AppError } from '#kernel';
import type { ServedTool, ToolServer } from '#providers/tool-servers';
import { PluginFault } from './plugin-fault';
import type { ReadyPlugin, ReadyTool } from './ready-plugin';
import { toldResult } from './told-result';

type Described = Pick<ReadyPlugin, 'name' | 'version' | 'circuitKey' | 'healthKey' | 'timeoutMs'>;

/** The tools of an MCP server. It has no hooks: the protocol knows none. */
export function mcpPlugin(described: Described, server: ToolServer): ReadyPlugin {
  const { timeoutMs } = described;
  return {
    ...described,
    hooks: [],
    runs: () => false,
    process: () => Promise.reject(new PluginFault('An MCP server has tools only.', 'skipped')),
    hasTools: true,
    tools: (signal) =>
      inWords(async () => (await server.list({ timeoutMs, signal })).map((tool) => readyTool(tool, server, timeoutMs))),
    probe: (signal) => inWords(async () => void (await server.probe({ timeoutMs, signal }))),
  };
}

function readyTool(tool: ServedTool, server: ToolServer, timeoutMs: number): ReadyTool {
  return {
    ...tool,
    call: (args, _turn, signal) =>
      inWords(async () => {
        const { text, isError } = await server.call(tool, args, { timeoutMs, signal });
        if (isError) throw new PluginFault(`The tool says that it failed: ${toldResult(text)}`);
        return toldResult(text);
      }),
  };
}

async function inWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const outcome = error.code === 'tool_servers.timed_out' ? 'timed_out' : 'failed';
    throw new PluginFault(error.message, outcome, error.kind === 'unavailable');
  }
}
