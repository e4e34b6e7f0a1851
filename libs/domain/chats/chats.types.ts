import type { Reply, ReplyConfiguration, ReplyRequest, ReplySource } from '#domain/replies';

export interface AskInput {
  /** Whether somebody reads along; if nobody does, the model need not stream. */
  isStreamed: boolean;
  message: string;
  /** The caller's name for the conversation; a new conversation is begun when it is absent or not yet known. */
  sessionKey?: string;
  /** The end user, in the caller's words. */
  userRef?: string;
  metadata?: Record<string, unknown>;
  /** An open chat, whose conversation with the bot this is; goes before `sessionKey`. */
  chatId?: string;
  /** What applies where the bot's configuration says nothing. */
  configurationDefaults?: ReplyConfiguration;
  /** See ReplyRequest. */
  looking?: Pick<ReplyRequest, 'extraBotIds' | 'filter' | 'isStrict'>;
}

/** What is known of a turn from its first moment. */
export interface TurnStart {
  botId: string;
  conversationId: string;
  sessionKey: string;
  userMessageId: string;
  /** Of the reply. */
  messageId: string;
  askedAt: Date;
}

/** A finished turn. */
export interface Answer extends TurnStart {
  reply: Reply;
  answeredAt: Date;
}

/**
 * What a reader of a turn sees, in order: started, sources, any number of deltas, done. The cursor says how far a
 * reader has come: 0 started, 1 sources, 2 + n after the first n UTF-16 units of the text, and `done`. It depends on
 * the text alone, so a reader can resume at any process and after the turn is stored.
 */
export type TurnFrame =
  | { type: 'started'; cursor: number; turn: TurnStart }
  | { type: 'sources'; cursor: number; sources: readonly ReplySource[] }
  | { type: 'delta'; cursor: number; text: string }
  | { type: 'done'; cursor: typeof DONE; answer: Answer };

export const DONE = 'done';

/** Where a reader stopped; before the first frame it is nowhere. */
export interface TurnPosition {
  messageId: string;
  cursor: number | typeof DONE;
}

export interface HistoryEntry {
  id: string;
  role: 'user' | 'bot';
  content: string;
  at: Date;
}

export const RATINGS = ['positive', 'neutral', 'negative'] as const;
export type Rating = (typeof RATINGS)[number];

export interface RateInput {
  conversationId: string;
  rating: Rating;
  messageId?: string;
  query?: string;
  response?: string;
  userRef?: string;
  comment?: string;
}
