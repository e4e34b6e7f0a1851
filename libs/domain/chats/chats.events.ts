import { defineEvent } from '#infra/events';
import type { MessengerUser, Rating, Score } from './chats.types';
import type { EscalationReason } from './handoff/hand-off.types';
import type { SentReply } from './sent-reply';

export interface InConversation {
  botId: string;
  conversationId: string;
  sessionKey: string;
  userRef: string;
  channel: string;
  /** The messenger's channel; null for conversations of others. */
  channelId: string | null;
}

interface MessageData extends InConversation {
  messageId: string;
  content: string;
}

interface InEscalation extends InConversation {
  escalationId: string;
}

interface WithAgent extends InEscalation {
  agentId: string;
  agentName: string;
}

/** The first message of a conversation arrived. */
export const conversationStarted = defineEvent<'conversation.started', InConversation>('conversation.started');

/** A conversation had no message for the configured time, or its bot was deleted. */
export const conversationEnded = defineEvent<'conversation.ended', InConversation & { messageCount: number }>(
  'conversation.ended',
);

/** A conversation was deleted, with all that was said. */
export const conversationDeleted = defineEvent<'conversation.deleted', InConversation & { messageCount: number }>(
  'conversation.deleted',
);

/** An end user's message was stored. */
export const messageReceived = defineEvent<
  'message.received',
  MessageData & {
    /** Whose message it is: as the messenger knows them, else by the `userRef` alone. */
    user: MessengerUser;
  }
>('message.received');

/** A bot's reply was stored. */
export const messageSent = defineEvent<
  'message.sent',
  MessageData & {
    /** The message that it answers, and when that was sent (ISO 8601). */
    userMessageId: string;
    askedAt: string;
    reply: SentReply;
  }
>('message.sent');

/** A person's reply was stored. */
export const agentReplied = defineEvent<'message.agent-replied', MessageData & { agentId: string }>(
  'message.agent-replied',
);

/** A person is wanted in a conversation; one was chosen already when `agentId` is given. */
export const conversationEscalated = defineEvent<
  'conversation.escalated',
  InEscalation & { reason: EscalationReason; agentId: string | null; agentName: string | null }
>('conversation.escalated');

/** A person was chosen later than at the escalation, or another one in their place. */
export const conversationAssigned = defineEvent<'conversation.assigned', WithAgent>('conversation.assigned');

/** A person has accepted: from now on the bot is silent. */
export const conversationTakenOver = defineEvent<'conversation.taken-over', WithAgent & { waitedMs: number }>(
  'conversation.taken-over',
);

/** The bot answers again. `handledMs` is 0 when nobody had accepted. */
export const conversationReturned = defineEvent<'conversation.returned', InEscalation & { handledMs: number }>(
  'conversation.returned',
);

/** What the end user wanted is done; a new message opens the conversation again. */
export const conversationResolved = defineEvent<
  'conversation.resolved',
  InConversation & { escalationId: string | null; resolvedAt: string }
>('conversation.resolved');

/** A person judged a reply or a conversation. */
export const messageRated = defineEvent<
  'message.rated',
  {
    botId: string;
    conversationId: string;
    channel: string;
    channelId: string | null;
    ratingId: string;
    rating: Rating;
    /** 1 to 5; null when the judgement was given in a word. */
    score: Score | null;
    messageId: string | null;
    /** Of the message that is judged; null when none was chosen for it. */
    integrationId: string | null;
    /** In the words of who judges; else those of the message that is judged. */
    query: string | null;
    response: string | null;
    userRef: string | null;
    comment: string | null;
  }
>('message.rated');
