import type { AgentLoop, AgentLoopInput, CreatedAgentLoop } from '../loops/loops.types';
import type { AgentLoopDto, CreateAgentLoop } from './agent-loops.dto';

/** Absent fields stay absent. */
export function toLoopInput({ knowledgeChatbotId, ...input }: Partial<CreateAgentLoop>): AgentLoopInput {
  return { ...input, ...(knowledgeChatbotId === undefined ? {} : { knowledgeBotId: knowledgeChatbotId }) };
}

export function toAgentLoop(loop: AgentLoop): AgentLoopDto {
  const {
    teamId: _,
    knowledgeBotId,
    mcpServers,
    pluginIds,
    callbackHeaders,
    schedule,
    createdAt,
    updatedAt,
    ...rest
  } = loop;
  return {
    ...rest,
    mcpServers: mcpServers.map(({ headers, ...server }) => ({
      ...server,
      ...(headers ? { headers: { ...headers } } : {}),
    })),
    pluginIds: [...pluginIds],
    knowledgeChatbotId: knowledgeBotId,
    callbackHeaders: { ...callbackHeaders },
    schedule: schedule && { ...schedule, nextRunAt: schedule.nextRunAt?.toISOString() ?? null },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toCreatedAgentLoop({ loop, callbackSecret }: CreatedAgentLoop): AgentLoopDto {
  return { ...toAgentLoop(loop), callbackSecret };
}
