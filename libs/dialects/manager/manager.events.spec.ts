import type { DomainEvent } from '#infra/events';
import { MANAGER_EVENTS, managerEvents } from './manager.events';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const hex = key.replaceAll('-', '');

const told = (name: keyof typeof managerEvents.events, data: object) => {
  const [cause] = managerEvents.events[name].causes;
  const event: DomainEvent = { id: key, name: cause!.event, teamId: key, occurredAt: new Date(0), data };
  return cause!.present(event);
};

describe('events at /v1/webhooks', () => {
  test('are the four of the dialect', () => {
    expect(Object.keys(managerEvents.events)).toEqual([...MANAGER_EVENTS]);
  });

  test('bot.message_received tells who wrote what, and by which channel', () => {
    const user = { id: '42', username: 'johndoe', name: null };
    const received = { botId: key, channelId: key, conversationId: key, messageId: key, user, content: 'Hello' };
    const shown = {
      bot_id: `bot_${hex}`,
      channel_id: `ch_${hex}`,
      conversation_id: `conv_${hex}`,
      message_id: `msg_${hex}`,
      user,
      content: 'Hello',
    };
    expect(told('bot.message_received', received)).toEqual(shown);
    expect(told('bot.message_received', { ...received, channelId: null })).toEqual({ ...shown, channel_id: null });
  });

  test('integration.failed tells what went wrong, and whether the user went without an answer', () => {
    const failed = { botId: key, integrationId: key, integrationName: 'A', conversationId: key };
    expect(told('integration.failed', { ...failed, error: 'No.', statusCode: null, isFinal: true })).toEqual({
      bot_id: `bot_${hex}`,
      integration_id: `int_${hex}`,
      integration_name: 'A',
      conversation_id: `conv_${hex}`,
      error: 'No.',
      status_code: null,
      final: true,
    });
  });

  test('agent_loop.completed is what a callback says', () => {
    const startedAt = '2030-01-31T12:00:00.000Z';
    const completed = {
      agentLoopId: key,
      agentLoopName: 'Report',
      executionId: key,
      status: 'timeout',
      result: { output: null, iterationsUsed: 3, toolCalls: 2 },
      metadata: { startedAt, completedAt: startedAt, durationSeconds: 0.5, model: null, tokensUsed: 7 },
      error: 'Too late.',
    };
    expect(told('agent_loop.completed', completed)).toEqual({
      agent_loop_id: `loop_${hex}`,
      agent_loop_name: 'Report',
      execution_id: `exec_${hex}`,
      status: 'timeout',
      result: { output: null, iterations_used: 3, tool_calls: 2 },
      metadata: {
        started_at: startedAt,
        completed_at: startedAt,
        duration_seconds: 0.5,
        model: null,
        tokens_used: 7,
      },
      error: 'Too late.',
    });
  });

  test('channel.disconnected tells why', () => {
    const disconnected = { channelId: key, botId: key, type: 'telegram', reason: 'manual' };
    expect(told('channel.disconnected', disconnected)).toEqual({
      channel_id: `ch_${hex}`,
      bot_id: `bot_${hex}`,
      type: 'telegram',
      reason: 'manual',
    });
  });
});
