/** Events at `/v1/webhooks`. They tell what happens in the whole team, whichever dialect, channel or job it came by. */
import { agentLoopCompleted } from '#domain/agents';
import { channelDisconnected } from '#domain/channels';
import { messageReceived } from '#domain/chats';
import { integrationFailed } from '#domain/integrations';
import { type EventVocabulary, namedEvent, on } from '#domain/webhooks';
import {
  AgentLoopCompletedData,
  BotMessageReceivedData,
  ChannelDisconnectedData,
  IntegrationFailedData,
} from './manager.events.dto';
import { idOrNull, MANAGER_IDS } from './manager.ids';

export const MANAGER_EVENTS = [
  'bot.message_received',
  'integration.failed',
  'agent_loop.completed',
  'channel.disconnected',
] as const;

type EventName = (typeof MANAGER_EVENTS)[number];

const EXAMPLE_KEY = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const exampleId = (kind: string) => MANAGER_IDS.encode(kind, EXAMPLE_KEY);

export const managerEvents: EventVocabulary<EventName> = {
  dialect: 'manager',
  events: {
    'bot.message_received': namedEvent({
      description: "An end user's message was stored.",
      payload: BotMessageReceivedData,
      example: {
        bot_id: exampleId('bot'),
        channel_id: exampleId('channel'),
        conversation_id: exampleId('conversation'),
        message_id: exampleId('message'),
        user: { id: '42', username: 'johndoe', name: 'John' },
        content: 'Hello',
      },
      causes: [
        on(messageReceived, ({ data }) => ({
          bot_id: MANAGER_IDS.encode('bot', data.botId),
          channel_id: idOrNull('channel', data.channelId),
          conversation_id: MANAGER_IDS.encode('conversation', data.conversationId),
          message_id: MANAGER_IDS.encode('message', data.messageId),
          user: { ...data.user },
          content: data.content,
        })),
      ],
    }),
    'integration.failed': namedEvent({
      description:
        'An integration was asked for an answer and failed; another one may have answered, which `final` tells.',
      payload: IntegrationFailedData,
      example: {
        bot_id: exampleId('bot'),
        integration_id: exampleId('integration'),
        conversation_id: exampleId('conversation'),
        error: 'The back-end answered with 500.',
        status_code: 500,
        integration_name: 'OpenAI GPT-4',
        final: true,
      },
      causes: [
        on(integrationFailed, ({ data }) => ({
          bot_id: MANAGER_IDS.encode('bot', data.botId),
          integration_id: MANAGER_IDS.encode('integration', data.integrationId),
          conversation_id: MANAGER_IDS.encode('conversation', data.conversationId),
          error: data.error,
          status_code: data.statusCode,
          integration_name: data.integrationName,
          final: data.isFinal,
        })),
      ],
    }),
    'agent_loop.completed': namedEvent({
      description: 'An execution of an agent loop has ended: completed, failed or out of time.',
      payload: AgentLoopCompletedData,
      example: {
        agent_loop_id: exampleId('agent loop'),
        agent_loop_name: 'Daily Sales Report',
        execution_id: exampleId('execution'),
        status: 'completed',
        result: { output: 'Sales rose by 4 %.', iterations_used: 3, tool_calls: 2 },
        metadata: {
          started_at: '2030-01-31T12:00:00.000Z',
          completed_at: '2030-01-31T12:00:45.500Z',
          duration_seconds: 45.5,
          model: 'gpt-4',
          tokens_used: 1_200,
        },
        error: null,
      },
      causes: [
        on(agentLoopCompleted, ({ data: { result, metadata, ...data } }) => ({
          agent_loop_id: MANAGER_IDS.encode('agent loop', data.agentLoopId),
          agent_loop_name: data.agentLoopName,
          execution_id: MANAGER_IDS.encode('execution', data.executionId),
          status: data.status,
          result: { output: result.output, iterations_used: result.iterationsUsed, tool_calls: result.toolCalls },
          metadata: {
            started_at: metadata.startedAt,
            completed_at: metadata.completedAt,
            duration_seconds: metadata.durationSeconds,
            model: metadata.model,
            tokens_used: metadata.tokensUsed,
          },
          error: data.error,
        })),
      ],
    }),
    'channel.disconnected': namedEvent({
      description: 'Nothing goes through a channel any more until it is connected again.',
      payload: ChannelDisconnectedData,
      example: { channel_id: exampleId('channel'), bot_id: exampleId('bot'), type: 'telegram', reason: 'Unauthorized' },
      causes: [
        on(channelDisconnected, ({ data }) => ({
          channel_id: MANAGER_IDS.encode('channel', data.channelId),
          bot_id: MANAGER_IDS.encode('bot', data.botId),
          type: data.type,
          reason: data.reason,
        })),
      ],
    }),
  },
};
