import {
  type Answer,
  type Conversation,
  type ConversationMessage,
  DONE,
  type FeedItem,
  type Handling,
  type MessageRole,
  type TurnFrame,
  type TurnPosition,
  type TurnStart,
} from '#domain/chats';
import type { ReplySource } from '#domain/replies';
import type { SseFrame } from '#infra/http';
import type { Citation, ConversationAnswer } from './conversation-answers.dto';
import type { ConversationWithMessages, LiveMessage, MessageOfConversation, Sender } from './conversations.dto';
import { articleId, SUPPORT_IDS } from './support.ids';

const SENDER_OF: Record<MessageRole, Sender> = { user: 'user', bot: 'ai', agent: 'agent', system: 'system' };

export const conversationId = (id: string) => SUPPORT_IDS.encode('conversation', id);
export const messageId = (id: string) => SUPPORT_IDS.encode('message', id);
export const agentId = (id: string | null | undefined) => (id ? SUPPORT_IDS.encode('agent', id) : null);

export function toAnswer(answer: Answer, token: string | undefined): ConversationAnswer {
  const { reply, handling, escalation } = answer;
  return {
    conversation_id: conversationId(answer.conversationId),
    response: reply.text,
    confidence: reply.confidence,
    sources: articlesOf(reply.sources),
    escalated: handling !== 'bot' || escalation !== undefined,
    timestamp: answer.answeredAt.toISOString(),
    message_id: answer.isNotice ? null : messageId(answer.messageId),
    user_message_id: messageId(answer.userMessageId),
    handling,
    status: statusOf(handling),
    assigned_agent: agentId(escalation?.agentId),
    citations: reply.sources.map(toCitation),
    ...(token === undefined ? {} : { conversation_token: token }),
  };
}

/** Of a conversation in which something was just said, which therefore is not resolved. */
export function statusOf(handling: Handling): 'active' | 'escalated' {
  return handling === 'bot' ? 'active' : 'escalated';
}

/** Each once, in the order of its best passage. */
export function articlesOf(sources: readonly ReplySource[]): string[] {
  const bestFirst = [...sources].sort((one, other) => other.score - one.score);
  return [...new Set(bestFirst.map(({ documentId }) => articleId(documentId)))];
}

export function toCitation(source: ReplySource, index: number): Citation {
  const { documentId, title, section, passage, score, metadata } = source;
  const url = webAddressOf(metadata?.url);
  return {
    number: index + 1,
    id: articleId(documentId),
    title,
    ...(section === null ? {} : { section }),
    passage,
    score,
    ...(url === undefined ? {} : { url }),
  };
}

/** What a page may put into a link. */
function webAddressOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : undefined;
}

/** One frame of a reply; its id is where a reader resumes. */
export function toReplyFrame(frame: TurnFrame, turn: TurnStart, token: string | undefined): SseFrame {
  return { id: `${messageId(turn.messageId)}.${frame.cursor}`, event: frame.type, data: dataOf(frame, token) };
}

function dataOf(frame: TurnFrame, token: string | undefined): unknown {
  switch (frame.type) {
    case 'started':
      return toStarted(frame.turn, token);
    case 'sources':
      return frame.sources.map(toCitation);
    case 'delta':
      return { text: frame.text };
    case 'done':
    case 'withdrawn':
      return toAnswer(frame.answer, token);
  }
}

function toStarted(turn: TurnStart, token: string | undefined) {
  return {
    conversation_id: conversationId(turn.conversationId),
    ...(token === undefined ? {} : { conversation_token: token }),
    message_id: messageId(turn.messageId),
    user_message_id: messageId(turn.userMessageId),
    timestamp: turn.askedAt.toISOString(),
  };
}

const FRAME_ID = new RegExp(`^(msg_[0-9a-f]{32})\\.(\\d{1,9}|${DONE})$`);

/** Reads `Last-Event-ID`; undefined when it is none of ours. */
export function toTurnPosition(lastEventId: string): TurnPosition | undefined {
  const [, encoded, cursor] = FRAME_ID.exec(lastEventId.trim()) ?? [];
  const id = encoded === undefined ? undefined : SUPPORT_IDS.decode('message', encoded);
  if (id === undefined || cursor === undefined) return undefined;
  return { messageId: id, cursor: cursor === DONE ? DONE : Number(cursor) };
}

/** @param messages the oldest after some position; one more than `limit` when there are more */
export function toConversation(
  conversation: Conversation,
  messages: readonly ConversationMessage[],
  { after, limit, includesSystem }: { after: number; limit: number; includesSystem: boolean },
): ConversationWithMessages {
  const shown = messages.slice(0, limit);
  return {
    conversation_id: conversationId(conversation.id),
    user_id: conversation.userRef,
    channel: conversation.channel,
    messages: shown.filter(({ role }) => includesSystem || role !== 'system').map(toMessage),
    status: conversation.status,
    created_at: conversation.startedAt.toISOString(),
    updated_at: conversation.lastMessageAt.toISOString(),
    metadata: conversation.metadata ?? {},
    handling: conversation.handling,
    assigned_agent: agentId(conversation.agent?.id),
    agent_name: conversation.agent?.name ?? null,
    last_position: shown.at(-1)?.position ?? after,
    has_more: messages.length > limit,
    resolved_at: conversation.resolvedAt?.toISOString() ?? null,
  };
}

export function toMessage(message: ConversationMessage): MessageOfConversation {
  const { id, role, content, at, confidence, sources, author } = message;
  const isReply = role === 'bot';
  return {
    id: messageId(id),
    sender: SENDER_OF[role],
    content,
    ...(isReply && confidence !== undefined ? { confidence } : {}),
    timestamp: at.toISOString(),
    ...(isReply && sources ? { citations: sources.map(toCitation) } : {}),
    ...(author ? { author: { id: agentId(author.id)!, name: author.name } } : {}),
  };
}

/** What happens in a conversation, as it happens; a message's frame id is where a reader goes on. */
export function toFeedFrame(item: FeedItem): SseFrame {
  if (item.type === 'message') {
    const data: LiveMessage = { ...toMessage(item.message), position: item.position };
    return { id: String(item.position), event: 'message', data };
  }
  const { handling, status, agent } = item;
  return {
    event: 'handling',
    data: { handling, status, assigned_agent: agentId(agent?.id), agent_name: agent?.name ?? null },
  };
}

/** Messages that tell what happens with the conversation are for those who ask for them. */
export function includesSystem(include: readonly string[] | undefined): boolean {
  return include?.includes('system') ?? false;
}
