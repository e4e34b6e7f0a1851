import type { ConversationMessage, MessageRole, Conversation as StoredConversation } from '#domain/chats';
import { dateOf } from '#infra/http';
import { type Conversation, type ConversationQuery, type Message, type Role } from './conversations.dto';
import { idOrNull, keyOrNone, MANAGER_IDS } from './manager.ids';
import { pageOf } from './manager.paging';

const ROLE_OF: Record<MessageRole, Role> = { user: 'user', bot: 'assistant', agent: 'assistant', system: 'system' };

export function toConversationFilter(query: ConversationQuery) {
  const { platform, channel_id, user_id, status, from, to } = query;
  return {
    ...pageOf(query),
    ...(platform ? { platform } : {}),
    ...(channel_id ? { channelId: keyOrNone('channel', channel_id) } : {}),
    ...(user_id ? { userId: user_id } : {}),
    ...(status ? { status } : {}),
    ...(from ? { from: dateOf(from) } : {}),
    ...(to ? { to: dateOf(to) } : {}),
  };
}

export function toConversation(stored: StoredConversation): Conversation {
  return {
    id: MANAGER_IDS.encode('conversation', stored.id),
    bot_id: MANAGER_IDS.encode('bot', stored.botId),
    channel_id: idOrNull('channel', stored.channelId),
    platform: stored.channel,
    user: stored.arrival?.user ?? { id: stored.userRef, username: null, name: null },
    chat_id: stored.arrival?.chatId ?? null,
    status: stored.status === 'active' && stored.endedAt !== null ? 'ended' : stored.status,
    message_count: stored.messageCount,
    created_at: stored.startedAt.toISOString(),
    updated_at: stored.lastMessageAt.toISOString(),
  };
}

export function toMessage(stored: ConversationMessage): Message {
  return {
    id: MANAGER_IDS.encode('message', stored.id),
    role: ROLE_OF[stored.role],
    content: contentOf(stored),
    type: stored.isSynthetic ? 'synthetic' : 'regular',
    integration_id: idOrNull('integration', stored.integrationId),
    created_at: stored.at.toISOString(),
  };
}

function contentOf({ content, attachments = [] }: ConversationMessage): Message['content'] {
  if (attachments.length === 0) return content;
  const files = attachments.map(({ name, mediaType }) => ({ type: 'file', name, media_type: mediaType }));
  return [...(content === '' ? [] : [{ type: 'text', text: content }]), ...files];
}
