import { defineEvent } from '#infra/events';
import type { Rating } from './chats.types';

interface InConversation {
  botId: string;
  conversationId: string;
  sessionKey: string;
  userRef: string;
}

interface MessageData extends InConversation {
  messageId: string;
  content: string;
}

/** The first message of a conversation arrived. */
export const conversationStarted = defineEvent<'conversation.started', InConversation>('conversation.started');

/** A conversation had no message for the configured time, or its bot was deleted. */
export const conversationEnded = defineEvent<'conversation.ended', InConversation & { messageCount: number }>(
  'conversation.ended',
);

/** An end user's message was stored. */
export const messageReceived = defineEvent<'message.received', MessageData>('message.received');

/** A bot's reply was stored. */
export const messageSent = defineEvent<'message.sent', MessageData>('message.sent');

/** A person judged a reply. */
export const messageRated = defineEvent<
  'message.rated',
  {
    botId: string;
    conversationId: string;
    ratingId: string;
    rating: Rating;
    messageId: string | null;
    query: string | null;
    response: string | null;
    userRef: string | null;
    comment: string | null;
  }
>('message.rated');
