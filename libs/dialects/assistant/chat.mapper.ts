import type { Answer, Conversation, ConversationMessage, MessageRole } from '#domain/chats';
import type { ReplyUsage } from '#domain/replies';
import { ASSISTANT_IDS } from './assistant.ids';
import type { AttachmentReference, ChatAnswer, ChatHistory, ChatMessage, CompletedChat, TokenUsage } from './chat.dto';

const ROLES: Record<MessageRole, ChatMessage['role']> = {
  user: 'user',
  bot: 'assistant',
  agent: 'assistant',
  system: 'system',
};

/** @param model that the caller named */
export function toChatAnswer(answer: Answer, model: string | null | undefined): ChatAnswer {
  const { conversationId, reply, answeredAt } = answer;
  return {
    id: ASSISTANT_IDS.encode('chat', conversationId),
    message: reply.text,
    model: model ?? reply.model,
    usage: toUsage(reply.usage),
    created_at: answeredAt.toISOString(),
    ...messageIdOf(answer),
  };
}

export function messageIdOf({ messageId, isNotice }: Answer): { message_id?: string } {
  return isNotice ? {} : { message_id: ASSISTANT_IDS.encode('message', messageId) };
}

export function toUsage({ inputTokens, outputTokens }: ReplyUsage): TokenUsage {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}

export function toHistory(
  { id, startedAt, lastMessageAt }: Conversation,
  messages: readonly ConversationMessage[],
): ChatHistory {
  return {
    chat_id: ASSISTANT_IDS.encode('chat', id),
    messages: messages.map(toMessage),
    created_at: startedAt.toISOString(),
    updated_at: lastMessageAt.toISOString(),
  };
}

export function toCompleted(conversationId: string, { endedAt }: { endedAt: Date }): CompletedChat {
  return {
    chat_id: ASSISTANT_IDS.encode('chat', conversationId),
    status: 'completed',
    completed_at: endedAt.toISOString(),
  };
}

/** Keys of the files; undefined for a text that cannot be the id of one. */
export function toFileKeys(attachments: readonly AttachmentReference[] | null | undefined): Array<string | undefined> {
  return (attachments ?? []).map((one) => ASSISTANT_IDS.decode('file', typeof one === 'string' ? one : one.file_id));
}

function toMessage({ id, role, content, at }: ConversationMessage): ChatMessage {
  return {
    id: ASSISTANT_IDS.encode('message', id),
    role: ROLES[role],
    content,
    timestamp: at.toISOString(),
  };
}
