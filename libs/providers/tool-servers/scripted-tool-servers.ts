import {
  MAX_SERVED_TOOLS,
  type ServedResult,
  type ServedTool,
  type ToolServer,
  type ToolServerAddress,
  type ToolServerLimits,
  ToolServers,
} from './tool-servers.contract';
import { toolServerErrors } from './tool-servers.errors';

export interface ScriptedTool extends ServedTool {
  answer(args: Readonly<Record<string, unknown>>): ServedResult | Promise<ServedResult>;
}

/** Tools in memory, for tests of who calls them; every address has the same. */
export class ScriptedToolServers extends ToolServers {
  readonly asked: ToolServerAddress[] = [];

  constructor(private readonly tools: readonly ScriptedTool[]) {
    super();
  }

  async at(address: ToolServerAddress): Promise<ToolServer> {
    const within = <T>(limits: ToolServerLimits, work: () => T | Promise<T>) => {
      this.asked.push(address);
      return inTime(limits, work);
    };
    return {
      list: (limits) =>
        within(limits, () => this.tools.slice(0, MAX_SERVED_TOOLS).map(({ answer: _, ...tool }) => tool)),
      call: (tool, args, limits) =>
        within(limits, () => {
          const known = this.tools.find(({ name }) => name === tool.name);
          if (!known) throw toolServerErrors.refused();
          return known.answer(args);
        }),
      probe: (limits) => within(limits, () => ({ name: 'scripted', version: '1', protocolVersion: undefined })),
    };
  }
}

async function inTime<T>({ timeoutMs, signal }: ToolServerLimits, work: () => T | Promise<T>): Promise<T> {
  signal?.throwIfAborted();
  const ended = Promise.withResolvers<never>();
  const abort = () => ended.reject(signal?.reason);
  const timer = setTimeout(() => ended.reject(toolServerErrors.timed_out()), timeoutMs);
  signal?.addEventListener('abort', abort);
  try {
    return await Promise.race([Promise.resolve(work()), ended.promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
