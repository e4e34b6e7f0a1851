/**
 * Events at `/api/v1/webhooks`: the names of this API and those of the support API, which has no path of its own for
 * webhooks. Payloads carry both spellings.
 */
import { botCreated } from '#domain/bots';
import {
  agentReplied,
  conversationEnded,
  conversationEscalated,
  conversationResolved,
  conversationStarted,
  messageRated,
  messageReceived,
  messageSent,
  type Rating,
} from '#domain/chats';
import { userRegistered } from '#domain/identity';
import { trainingCompleted } from '#domain/training';
import { type EventVocabulary, namedEvent, on } from '#domain/webhooks';
import { prefixedIds } from '#infra/http';
import {
  ChatbotCreatedData,
  ConversationEndedData,
  ConversationEscalatedData,
  ConversationEventData,
  ConversationResolvedData,
  FeedbackSubmittedData,
  MessageEventData,
  TrainingCompletedData,
  UserRegisteredData,
} from './platform.events.dto';

export const PLATFORM_EVENTS = [
  'message.received',
  'message.sent',
  'conversation.started',
  'conversation.ended',
  'user.registered',
  'chatbot.created',
  'training.completed',
] as const;

export const SUPPORT_EVENTS = [
  'conversation.created',
  'conversation.escalated',
  'conversation.resolved',
  'feedback.submitted',
] as const;

type EventName = (typeof PLATFORM_EVENTS)[number] | (typeof SUPPORT_EVENTS)[number];

/** Ids as the support API writes them. */
const SUPPORT_IDS = prefixedIds({ conversation: 'conv', message: 'msg', feedback: 'fb', agent: 'agent' });

/** Of judgements that were given in a word. */
const SCORES: Record<Rating, number> = { positive: 5, neutral: 3, negative: 1 };

interface InConversation {
  botId: string;
  conversationId: string;
  sessionKey: string;
  userRef: string;
  channel: string;
}

const EXAMPLE_ID = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const EXAMPLE_TIME = '2030-01-31T12:00:00.000Z';

const exampleConversation = presentConversation({
  botId: EXAMPLE_ID,
  conversationId: EXAMPLE_ID,
  sessionKey: 'session_1',
  userRef: 'user_42',
  channel: 'api',
});

const exampleMessage: MessageEventData = {
  ...exampleConversation,
  messageId: EXAMPLE_ID,
  role: 'user',
  content: 'How do I reset my password?',
  message_id: SUPPORT_IDS.encode('message', EXAMPLE_ID),
};

export const platformEvents: EventVocabulary<EventName> = {
  dialect: 'platform',
  events: {
    'message.received': namedEvent({
      description: "An end user's message was stored.",
      payload: MessageEventData,
      example: exampleMessage,
      causes: [on(messageReceived, ({ data }) => presentMessage(data, 'user'))],
    }),
    'message.sent': namedEvent({
      description: 'An answer to the end user was stored: of the chatbot, or of a person who took its place.',
      payload: MessageEventData,
      example: { ...exampleMessage, role: 'bot', content: 'Open Settings, then Security.' },
      causes: [
        on(messageSent, ({ data }) => presentMessage(data, 'bot')),
        on(agentReplied, ({ data }) => presentMessage(data, 'agent')),
      ],
    }),
    'conversation.started': namedEvent({
      description: 'The first message of a session arrived.',
      payload: ConversationEventData,
      example: exampleConversation,
      causes: [on(conversationStarted, ({ data }) => presentConversation(data))],
    }),
    'conversation.ended': namedEvent({
      description: 'A session had no message for the configured time, or its chatbot was deleted.',
      payload: ConversationEndedData,
      example: { ...exampleConversation, messageCount: 4 },
      causes: [
        on(conversationEnded, ({ data }) => ({ ...presentConversation(data), messageCount: data.messageCount })),
      ],
    }),
    'user.registered': namedEvent({
      description: 'A user registered. Webhooks of administrators hear it of every user.',
      payload: UserRegisteredData,
      example: { userId: EXAMPLE_ID, username: 'jane_doe', email: 'jane@example.com', user_id: EXAMPLE_ID },
      causes: [on(userRegistered, ({ data }) => ({ ...data, user_id: data.userId }), { reach: 'installation' })],
    }),
    'chatbot.created': namedEvent({
      description: 'A chatbot was created.',
      payload: ChatbotCreatedData,
      example: { chatbotId: EXAMPLE_ID, name: 'Customer Support Bot' },
      causes: [on(botCreated, ({ data }) => ({ chatbotId: data.botId, name: data.name }))],
    }),
    'training.completed': namedEvent({
      description: 'A training session has ended: completed, failed or cancelled.',
      payload: TrainingCompletedData,
      example: {
        chatbotId: EXAMPLE_ID,
        sessionId: EXAMPLE_ID,
        datasetId: EXAMPLE_ID,
        status: 'completed',
        metrics: { accuracy: 0.93 },
      },
      causes: [
        on(trainingCompleted, ({ data: { botId, sessionId, datasetId, status, metrics } }) => {
          return { chatbotId: botId, sessionId, datasetId, status, metrics: metrics && { ...metrics } };
        }),
      ],
    }),
    'conversation.created': namedEvent({
      description: 'A conversation was begun: `conversation.started` in the words of the support API.',
      payload: ConversationEventData,
      example: exampleConversation,
      causes: [on(conversationStarted, ({ data }) => presentConversation(data))],
    }),
    'conversation.escalated': namedEvent({
      description: 'A conversation needs a person.',
      payload: ConversationEscalatedData,
      example: { ...exampleConversation, reason: 'low_confidence', assigned_agent: null },
      causes: [
        on(conversationEscalated, ({ data }) => ({
          ...presentConversation(data),
          reason: data.reason,
          assigned_agent: data.agentId === null ? null : SUPPORT_IDS.encode('agent', data.agentId),
        })),
      ],
    }),
    'conversation.resolved': namedEvent({
      description: 'A conversation was resolved.',
      payload: ConversationResolvedData,
      example: { ...exampleConversation, resolved_at: EXAMPLE_TIME },
      causes: [
        on(conversationResolved, ({ data }) => ({ ...presentConversation(data), resolved_at: data.resolvedAt })),
      ],
    }),
    'feedback.submitted': namedEvent({
      description: 'A person judged an answer or a conversation.',
      payload: FeedbackSubmittedData,
      example: {
        chatbotId: EXAMPLE_ID,
        conversationId: EXAMPLE_ID,
        messageId: EXAMPLE_ID,
        feedbackId: EXAMPLE_ID,
        rating: 5,
        judgement: 'positive',
        comment: 'That helped.',
        conversation_id: SUPPORT_IDS.encode('conversation', EXAMPLE_ID),
        feedback_id: SUPPORT_IDS.encode('feedback', EXAMPLE_ID),
      },
      causes: [
        on(messageRated, ({ data }) => ({
          chatbotId: data.botId,
          conversationId: data.conversationId,
          messageId: data.messageId,
          feedbackId: data.ratingId,
          rating: data.score ?? SCORES[data.rating],
          judgement: data.rating,
          comment: data.comment,
          conversation_id: SUPPORT_IDS.encode('conversation', data.conversationId),
          feedback_id: SUPPORT_IDS.encode('feedback', data.ratingId),
        })),
      ],
    }),
  },
};

function presentConversation({
  botId,
  conversationId,
  sessionKey,
  userRef,
  channel,
}: InConversation): ConversationEventData {
  return {
    chatbotId: botId,
    conversationId,
    sessionId: sessionKey,
    userId: userRef,
    channel,
    conversation_id: SUPPORT_IDS.encode('conversation', conversationId),
    user_id: userRef,
  };
}

function presentMessage(
  data: InConversation & { messageId: string; content: string },
  role: MessageEventData['role'],
): MessageEventData {
  return {
    ...presentConversation(data),
    messageId: data.messageId,
    role,
    content: data.content,
    message_id: SUPPORT_IDS.encode('message', data.messageId),
  };
}
