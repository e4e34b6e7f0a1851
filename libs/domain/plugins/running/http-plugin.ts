/** A plugin that runs at somebody's HTTP service. What is sent and what may be answered stands in docs/plugins.md. */
import type { PluginTurn } from '../plugin-runs.types';
import type { PluginConfig, PluginToolDescription } from '../plugins.types';
import type { HttpCalls, HttpPluginAddress } from './http-call';
import { PluginFault } from './plugin-fault';
import type { HookInput, ReadyPlugin, ReadyTool } from './ready-plugin';
import { toldResult } from './told-result';

const MAX_FAULT = 500;

export interface HttpPlugin
  extends Pick<ReadyPlugin, 'name' | 'version' | 'circuitKey' | 'healthKey' | 'timeoutMs' | 'hooks'> {
  address: HttpPluginAddress;
  config: PluginConfig;
  toolDescriptions: readonly PluginToolDescription[];
}

export function httpPlugin(
  { address, config, toolDescriptions, ...described }: HttpPlugin,
  calls: HttpCalls,
): ReadyPlugin {
  const plugin = { name: described.name, version: described.version };
  const post = (hook: string, content: object, signal: AbortSignal) =>
    calls.post(address, hook, { hook, plugin, config, ...content }, signal);
  return {
    ...described,
    runs: () => true,
    async process({ hook, turn, text, message }: HookInput, signal) {
      const handler = hook.handler === undefined ? {} : { handler: hook.handler };
      const content = { ...handler, turn: toldTurn(turn), text, ...(message === undefined ? {} : { message }) };
      return textIn(await post(hook.name, content, signal), text);
    },
    hasTools: toolDescriptions.length > 0,
    tools: async () =>
      toolDescriptions.map(
        (tool): ReadyTool => ({
          ...tool,
          call: async (args, turn, signal) =>
            resultIn(await post('tool', { tool: tool.name, arguments: args, turn: toldTurn(turn) }, signal)),
        }),
      ),
    probe: async (signal) => void (await post('probe', {}, signal)),
  };
}

/** As the main API calls these things. */
function toldTurn({ botId, botName, conversationId, userRef }: PluginTurn) {
  return {
    chatbotId: botId,
    chatbotName: botName ?? null,
    conversationId: conversationId ?? null,
    userId: userRef ?? null,
  };
}

/** An answer without a text leaves it as it is. */
function textIn(answer: unknown, unchanged: string): string {
  const { text, error } = fieldsOf(answer);
  if (error !== undefined) throw new PluginFault(faultIn(error));
  if (text === undefined || text === null) return unchanged;
  if (typeof text !== 'string') throw new PluginFault('The answer of the plugin has a text that is none.');
  return text;
}

function resultIn(answer: unknown): string {
  const { result, error } = fieldsOf(answer);
  if (error !== undefined) throw new PluginFault(faultIn(error));
  if (result === undefined) throw new PluginFault('The answer of the plugin has no result.');
  return toldResult(result);
}

function fieldsOf(answer: unknown): Record<string, unknown> {
  if (answer === undefined) return {};
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer))
    throw new PluginFault('The answer of the plugin is no JSON object.');
  return answer as Record<string, unknown>;
}

function faultIn(error: unknown): string {
  return `The plugin says: ${toldResult(error).slice(0, MAX_FAULT)}`;
}
