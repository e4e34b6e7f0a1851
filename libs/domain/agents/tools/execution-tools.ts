import { Injectable } from '@nestjs/common';
import { type NamedToolServer, type PluginTool, ToolCollections } from '#domain/plugins';
import { SECOND_MS } from '#kernel';
import type { ExecutionServer } from '../executions/executions.types';
import { type HeaderSecrets, LoopSecrets } from '../loops/loop-secrets';
import type { LoopRow } from '../loops/loops.queries';
import type { McpServerSetting } from '../loops/loops.types';

/** Of one call. Agents do work that takes longer than what a chat waits for. */
const SERVER_TIMEOUT_MS = 60 * SECOND_MS;
/** The built-in plugin `knowledge-search`; its row stands in migration 0023. */
const KNOWLEDGE_SEARCH_ID = '00000000-0000-7000-8000-000000000003';

export interface EquippedTools {
  tools: readonly PluginTool[];
  /** How it stands with each server and plugin. */
  servers: readonly ExecutionServer[];
}

/** What an execution may call: tools of MCP servers, of plugins, and the search of a bot's knowledge. */
@Injectable()
export class ExecutionTools {
  constructor(
    private readonly collections: ToolCollections,
    private readonly secrets: LoopSecrets,
  ) {}

  /** What cannot be had is told, and fails nothing. @throws the reason of an aborted signal */
  async of(loop: LoopRow, signal: AbortSignal): Promise<EquippedTools> {
    const { teamId, knowledgeBotId, mcpServers } = loop;
    const secrets = this.secrets.openHeaders(loop.id, loop.headerSecrets);
    const servers = mcpServers.flatMap((server) => namedServer(loop, server, secrets) ?? []);
    const { tools, sources } = await this.collections.collect(
      { teamId, botId: knowledgeBotId },
      { servers, pluginIds: pluginIdsOf(loop) },
      signal,
    );
    const reached = sources.slice(0, servers.length);
    const told = mcpServers.map((setting) => {
      const source = servers.some(({ name }) => name === setting.name) ? reached.shift() : undefined;
      return source ? standing(source) : { name: setting.name, ...UNREACHABLE[reasonOf(setting)] };
    });
    return { tools, servers: [...told, ...sources.slice(servers.length).map(standing)] };
  }
}

function pluginIdsOf({ pluginIds, knowledgeBotId }: LoopRow): readonly string[] {
  return knowledgeBotId === null ? pluginIds : [...new Set([...pluginIds, KNOWLEDGE_SEARCH_ID])];
}

function namedServer(
  { id, updatedAt }: LoopRow,
  { type, name, url }: McpServerSetting,
  secrets: HeaderSecrets,
): NamedToolServer | undefined {
  if (type !== 'http' || !url) return undefined;
  const key = `${id} ${name} ${updatedAt.getTime()}`;
  return { name, url, headers: secrets.servers[name] ?? {}, key, timeoutMs: SERVER_TIMEOUT_MS };
}

const UNREACHABLE = {
  noAddress: { status: 'unavailable', message: 'It has no URL, so that there is nothing to connect to.' },
  otherType: { status: 'unavailable', message: 'Only servers of type http can be reached from here.' },
} as const;

function reasonOf({ type }: McpServerSetting): keyof typeof UNREACHABLE {
  return type === 'http' ? 'noAddress' : 'otherType';
}

function standing({ name, fault }: { name: string; fault: string | null }): ExecutionServer {
  return { name, status: fault === null ? 'connected' : 'unavailable', message: fault };
}
