import type { AgentLoopInput, CreatedAgentLoop as NewLoop, AgentLoop as StoredLoop } from '#domain/agents';
import { SECOND_MS } from '#kernel';
import type { AgentLoop, CreateAgentLoop, CreatedAgentLoop, UpdateAgentLoop } from './agent-loops.dto';
import { idOrNull, keyOrNone, MANAGER_IDS } from './manager.ids';

export function toAgentLoop(stored: StoredLoop): AgentLoop {
  const { schedule } = stored;
  return {
    id: MANAGER_IDS.encode('agent loop', stored.id),
    name: stored.name,
    system_prompt: stored.systemPrompt,
    user_message: stored.userMessage,
    mcp_servers: stored.mcpServers.map((server) => ({ ...server })),
    callback_url: stored.callbackUrl,
    callback_headers: { ...stored.callbackHeaders },
    max_iterations: stored.maxIterations,
    max_tokens: stored.maxTokens,
    model: stored.model,
    model_id: stored.modelId,
    timeout: stored.timeoutMs / SECOND_MS,
    plugin_ids: [...stored.pluginIds],
    knowledge_bot_id: idOrNull('bot', stored.knowledgeBotId),
    schedule: schedule && {
      cron: schedule.cron,
      time_zone: schedule.timeZone,
      next_run_at: schedule.nextRunAt?.toISOString() ?? null,
    },
    status: stored.status,
    created_at: stored.createdAt.toISOString(),
    updated_at: stored.updatedAt.toISOString(),
  };
}

export function toCreatedAgentLoop({ loop, callbackSecret }: NewLoop): CreatedAgentLoop {
  return { ...toAgentLoop(loop), callback_secret: callbackSecret };
}

/** Of what is absent nothing is said. */
export function toAgentLoopInput(given: CreateAgentLoop | UpdateAgentLoop): AgentLoopInput {
  const input: AgentLoopInput = {
    name: given.name,
    systemPrompt: given.system_prompt,
    userMessage: given.user_message,
    mcpServers: given.mcp_servers,
    callbackUrl: given.callback_url,
    callbackHeaders: given.callback_headers,
    maxIterations: given.max_iterations,
    maxTokens: given.max_tokens,
    model: given.model,
    modelId: given.model_id,
    timeoutMs: given.timeout && given.timeout * SECOND_MS,
    pluginIds: given.plugin_ids,
    knowledgeBotId: given.knowledge_bot_id && keyOrNone('bot', given.knowledge_bot_id),
    schedule: given.schedule && { cron: given.schedule.cron, timeZone: given.schedule.time_zone },
    status: given.status,
  };
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
