import { dateOf } from '#infra/http';
import { invalidInput } from '#kernel';
import type { Conversation, ConversationListRequest } from '../chats.types';
import { stageOf } from '../conversations.service';
import type { ConversationsQuery, ListedConversation } from './conversations.dto';

const PERIOD_PROBLEM = { field: 'to', message: 'to must be later than from.' };

/** @throws AppError `input.invalid` */
export function toListRequest({ from, to, ...query }: ConversationsQuery): ConversationListRequest {
  const period = {
    ...(from === undefined ? {} : { from: dateOf(from) }),
    ...(to === undefined ? {} : { to: dateOf(to) }),
  };
  if (period.from && period.to && period.from >= period.to) throw invalidInput([PERIOD_PROBLEM]);
  return { ...query, ...period };
}

export function toListedConversation(conversation: Conversation): ListedConversation {
  return {
    id: conversation.id,
    chatbotId: conversation.botId,
    sessionId: conversation.sessionKey,
    userId: conversation.userRef,
    platform: conversation.channel,
    channelId: conversation.channelId,
    address: conversation.arrival,
    status: stageOf(conversation),
    handling: conversation.handling,
    agent: conversation.agent,
    messageCount: conversation.messageCount,
    metadata: conversation.metadata,
    startedAt: conversation.startedAt.toISOString(),
    lastMessageAt: conversation.lastMessageAt.toISOString(),
    resolvedAt: conversation.resolvedAt?.toISOString() ?? null,
    endedAt: conversation.endedAt?.toISOString() ?? null,
  };
}
