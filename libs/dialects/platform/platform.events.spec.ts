import type { DomainEvent } from '#infra/events';
import { platformEvents } from './platform.events';

const key = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const hex = key.replaceAll('-', '');
const conversation = { botId: key, conversationId: key, sessionKey: 's-1', userRef: 'user_42' };

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
  channel: 'api',
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
      messageId: null,
      comment: 'No.',
    };
    expect(present('feedback.submitted', rated)).toEqual({
      chatbotId: key,
      conversationId: key,
      messageId: null,
      feedbackId: key,
      rating: 'negative',
      comment: 'No.',
      conversation_id: `conv_${hex}`,
      feedback_id: `fb_${hex}`,
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
