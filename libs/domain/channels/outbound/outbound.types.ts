import type { OutboundAttachment, PreparedPart, ReplyAddress } from '#providers/channel-transport';

/** What was said in a conversation of a channel. */
export interface SaidMessage {
  messageId: string;
  /** The message that it answers; null when a person of the team said it. */
  userMessageId: string | null;
}

/** A message that waits to be sent. */
export interface WaitingMessage {
  id: string;
  chatId: string;
  threadId: string | null;
  replyTo: ReplyAddress | null;
  /** Null until it is first seen to. */
  parts: readonly PreparedPart[] | null;
  sentParts: number;
  failures: number;
  nextAttemptAt: Date;
}

export interface MessageWords {
  content: string;
  attachments: readonly OutboundAttachment[] | null;
}

export interface WaitingConversation {
  channelId: string;
  conversationId: string;
}
