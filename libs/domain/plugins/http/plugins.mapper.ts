import type { InstalledPlugin, Plugin, PluginInput, PluginStatus, PluginWithSecret } from '../plugins.types';
import type { ChatbotPlugin, ChatbotPluginStatus } from './chatbot-plugins.dto';
import type { RegisteredPlugin, UpdatePlugin } from './plugins.dto';

/** `serverUrl` is another name for the entry point of an MCP server. */
export function toPluginInput({ serverUrl, ...body }: UpdatePlugin): PluginInput {
  return serverUrl ? { ...body, kind: 'mcp', entryPoint: serverUrl } : body;
}

export function toRegisteredPlugin({ teamId, createdAt, updatedAt, ...plugin }: Plugin): RegisteredPlugin {
  return {
    ...plugin,
    hooks: [...plugin.hooks],
    tools: [...plugin.tools],
    configOptions: plugin.configOptions.map(({ values, ...option }) => ({
      ...option,
      ...(values ? { values: [...values] } : {}),
    })),
    isSystem: teamId === null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toPluginWithSecret({ plugin, secret }: PluginWithSecret): RegisteredPlugin {
  return { ...toRegisteredPlugin(plugin), ...(secret === undefined ? {} : { secret }) };
}

export function toChatbotPlugin({ botId, plugin, createdAt, updatedAt, ...rest }: InstalledPlugin): ChatbotPlugin {
  return {
    ...rest,
    chatbotId: botId,
    pluginId: plugin.id,
    plugin: toRegisteredPlugin(plugin),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toChatbotPluginStatus({ botId, health, checkedAt, ...status }: PluginStatus): ChatbotPluginStatus {
  return {
    ...status,
    chatbotId: botId,
    checkedAt: checkedAt.toISOString(),
    health: { ...health, lastRunAt: health.lastRunAt?.toISOString() ?? null },
  };
}
