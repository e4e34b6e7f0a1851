import type { CallerTerms, HistoryMessage, Reply, ReplyConfiguration, ReplyEvent } from '#domain/replies';
import type { AskAttachment } from '../chats.types';

/** What is to be said next, to a caller who keeps the history. */
export interface CompletionInput {
  /** The last thing that the user has said. */
  message: string;
  /** What was said before it, oldest first. */
  history: readonly HistoryMessage[];
  attachments?: readonly AskAttachment[];
  caller: CallerTerms;
  /** In place of what the bot's configuration says. */
  configuration?: Pick<ReplyConfiguration, 'temperature' | 'topP' | 'maxReplyTokens'>;
  /** The end user, in the caller's words. */
  userRef?: string;
  /** Whether somebody reads along. */
  isStreamed: boolean;
  /** Aborts when nobody is to hear the reply any more. */
  signal?: AbortSignal;
  /** False leaves nothing behind. */
  isStored: boolean;
  /** The completion that this one goes on with. */
  previous?: Pick<StoredCompletion, 'id' | 'conversationId'>;
  /** What the caller may ask for again, made of the reply; absent: nothing. */
  contentOf?: (reply: Reply, id: string) => Readonly<Record<string, unknown>>;
}

export type CompletionEvent =
  | Exclude<ReplyEvent, { type: 'done' }>
  /** `conversationId`: where the turn was stored; absent when none was. */
  | { type: 'done'; id: string; reply: Reply; conversationId?: string };

/** A reply that was kept, with what its caller may ask for again. */
export interface StoredCompletion {
  id: string;
  botId: string;
  conversationId: string | null;
  content: Readonly<Record<string, unknown>> | null;
  createdAt: Date;
}
