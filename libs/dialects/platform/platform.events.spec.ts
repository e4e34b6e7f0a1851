import type { DomainEvent } from '#infra/events';
import { platformEvents } from './platform.events';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const hex = key.replaceAll('-', '');
const conversation = { botId: key, conversationId: key, sessionKey: 's-1', userRef: 'user_42', channel: 'widget' };

const present = (name: keyof typeof platformEvents.events, data: object) => {
  const [cause] = platformEvents.events[name].causes;
  const event: DomainEvent = { id: key, name: cause!.event, teamId: key, occurredAt: new Date(0), data };
  return cause!.present(event);
};

const told = {
  chatbotId: key,
  conversationId: key,
  sessionId: 's-1',
  userId: 'user_42',
  channel: 'widget',
  conversation_id: `conv_${hex}`,
  user_id: 'user_42',
};

describe('events at /api/v1/webhooks', () => {
  test.each([
    ['message.received', 'user'],
    ['message.sent', 'bot'],
  ] as const)('%s tells the message in both spellings, and who wrote it', (name, role) => {
    const data = present(name, { ...conversation, messageId: key, content: 'Hello' });
    expect(data).toEqual({ ...told, messageId: key, role, content: 'Hello', message_id: `msg_${hex}` });
  });

  test.each(['conversation.started', 'conversation.created'] as const)('%s tells the conversation', (name) => {
    expect(present(name, conversation)).toEqual(told);
  });

  test('conversation.ended tells how many messages it had', () => {
    expect(present('conversation.ended', { ...conversation, messageCount: 6 })).toEqual({ ...told, messageCount: 6 });
  });

  test('feedback.submitted tells the judgement in both spellings', () => {
    const rated = {
      botId: key,
      conversationId: key,
      ratingId: key,
      rating: 'negative',
      score: null,
      messageId: null,
      comment: 'No.',
    };
    expect(present('feedback.submitted', rated)).toEqual({
      chatbotId: key,
      conversationId: key,
      messageId: null,
      feedbackId: key,
      rating: 1,
      judgement: 'negative',
      comment: 'No.',
      conversation_id: `conv_${hex}`,
      feedback_id: `fb_${hex}`,
    });
  });

  test('feedback.submitted tells the number of stars when there is one', () => {
    expect(
      present('feedback.submitted', { ...conversation, ratingId: key, rating: 'positive', score: 4 }),
    ).toMatchObject({
      rating: 4,
      judgement: 'positive',
    });
  });

  test('conversation.escalated tells why, and who is to answer', () => {
    const escalated = { ...conversation, escalationId: key, reason: 'low_confidence' };
    expect(present('conversation.escalated', { ...escalated, agentId: null, agentName: null })).toEqual({
      ...told,
      reason: 'low_confidence',
      assigned_agent: null,
    });
    expect(present('conversation.escalated', { ...escalated, agentId: key, agentName: 'Ann' })).toMatchObject({
      assigned_agent: `agent_${hex}`,
    });
  });

  test('conversation.resolved tells when', () => {
    const resolvedAt = '2030-01-31T12:00:00.000Z';
    expect(present('conversation.resolved', { ...conversation, escalationId: null, resolvedAt })).toEqual({
      ...told,
      resolved_at: resolvedAt,
    });
  });

  test('user.registered and chatbot.created tell who and what', () => {
    const user = { userId: key, username: 'jane', email: 'jane@example.com' };
    expect(present('user.registered', user)).toEqual({ ...user, user_id: key });
    expect(present('chatbot.created', { botId: key, name: 'Support' })).toEqual({ chatbotId: key, name: 'Support' });
  });

  test('are the names of the main API and of the support API', () => {
    expect(Object.keys(platformEvents.events)).toEqual([
      'message.received',
      'message.sent',
      'conversation.started',
      'conversation.ended',
      'user.registered',
      'chatbot.created',
      'training.completed',
      'conversation.created',
      'conversation.escalated',
      'conversation.resolved',
      'feedback.submitted',
    ]);
  });
});
