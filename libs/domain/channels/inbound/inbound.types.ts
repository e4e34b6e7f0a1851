import type { InboundMessage } from '#providers/channel-transport';

/** What is left of a message once it is answered: where it came from. Its words are in the conversation. */
export type SeenMessage = Omit<InboundMessage, 'text' | 'attachments'>;

/** Whom the caller of a generic webhook asked, and what it was told; null: nobody answers. */
export interface WebhookAnswer {
  conversationId: string | null;
  messageId: string | null;
  reply: string | null;
}

export type UpdateState = 'waiting' | 'answered' | 'ignored' | 'failed';

/** A message of a platform that waits to be seen to. */
export interface WaitingUpdate {
  id: string;
  message: InboundMessage;
  /** Runs that were begun, those that were cut off included. */
  attempts: number;
  nextAttemptAt: Date;
  sessionKey: string | null;
  receivedAt: Date;
}

/** How it ended; `reason` says why nothing was said, or only what `answer` has. */
export type UpdateOutcome =
  | { state: 'answered'; conversationId: string; answer: WebhookAnswer }
  | { state: 'ignored' | 'failed'; reason: string; answer?: WebhookAnswer };
