import type { HandOffPolicy } from '#domain/bots';
import type { Arrival } from '#domain/integrations';
import type { PluginRun } from '#domain/plugins';
import type {
  Reply,
  ReplyAttachment,
  ReplyConfiguration,
  ReplyExplanation,
  ReplyIntent,
  ReplyRequest,
  ReplySource,
  ReplyUsage,
} from '#domain/replies';
import type { PageRequest } from '#kernel';
import type { EscalationReason, Handling, Person } from './handoff/hand-off.types';

export interface AskInput {
  /** Whether somebody reads along; if nobody does, the model need not stream. */
  isStreamed: boolean;
  message: string;
  /** The caller's name for the conversation; a new conversation is begun when it is absent or not yet known. */
  sessionKey?: string;
  /** The end user, in the caller's words. */
  userRef?: string;
  /** Kept with the message. */
  metadata?: Record<string, unknown>;
  /** What the end user writes through; of a conversation that is new. The arrival's platform, else `api`, unless given. */
  channel?: string;
  /** Kept with the conversation, in place of what was kept before. */
  conversationMetadata?: Record<string, unknown>;
  /** Files that came with the message. */
  attachments?: readonly AskAttachment[];
  /** An open chat, whose conversation with the bot this is; goes before `sessionKey`. */
  chatId?: string;
  /** What applies where the bot's configuration says nothing. */
  configurationDefaults?: ReplyConfiguration;
  /** The same for its policy of going to a person. */
  handOffDefaults?: HandOffPolicy;
  /** The model that the caller named, in the caller's words; kept with the reply and nothing else. */
  modelName?: string;
  /** See ReplyRequest. */
  looking?: Pick<ReplyRequest, 'extraBotIds' | 'filter' | 'isStrict'>;
  /** Told how the reply came about, before the reply itself is; nobody else is, and nothing of it is stored. */
  onExplained?: (explanation: ReplyExplanation) => void;
  /** How the message came in by a messenger; kept with the conversation but for the message's id. */
  arrival?: Arrival;
  /** The id (UUID) of the message; a new one unless given. Who may have to ask again gives one, see `Turns.askOnce`. */
  userMessageId?: string;
}

/** A file as the message names it. */
export interface MessageAttachment {
  id: string;
  name: string;
  mediaType: string;
}

export interface AskAttachment extends MessageAttachment {
  content: ReplyAttachment;
}

/** What is known of a turn from its first moment. */
export interface TurnStart {
  botId: string;
  conversationId: string;
  sessionKey: string;
  userRef: string;
  channel: string;
  userMessageId: string;
  /** Of the reply. */
  messageId: string;
  askedAt: Date;
}

/** A finished turn. */
export interface Answer extends TurnStart {
  reply: Reply;
  answeredAt: Date;
  /** Who answers from now on. */
  handling: Handling;
  /** The text is what the end user is told, as that a person answers; no reply was stored. */
  isNotice?: true;
  /** The conversation's way to a person, while it is on it. */
  escalation?: AnswerEscalation;
}

export interface AnswerEscalation {
  id: string;
  reason: EscalationReason;
  /** Who was chosen, or has accepted; a user's id. */
  agentId: string | null;
}

/**
 * What a reader of a turn sees, in order: started, sources, any number of deltas, done. The cursor says how far a
 * reader has come: 0 started, 1 sources, 2 + n after the first n UTF-16 units of the text, and `done`. It depends on
 * the text alone, so a reader can resume at any process and after the turn is stored. When a person takes over before
 * the end, `withdrawn` takes the place of what is left: the reply is not kept, and what was told of it does not count.
 */
export type TurnFrame =
  | { type: 'started'; cursor: number; turn: TurnStart }
  | { type: 'sources'; cursor: number; sources: readonly ReplySource[] }
  | { type: 'delta'; cursor: number; text: string }
  | { type: 'done'; cursor: typeof DONE; answer: Answer }
  | { type: 'withdrawn'; cursor: typeof DONE; answer: Answer };

/** A tool was called. Has the cursor of what came before it: it is not told again, and `trace` of the reply has them all. */
export interface ToolFrame {
  type: 'tool';
  cursor: number;
  run: PluginRun;
}

export const DONE = 'done';

/** Where a reader stopped; before the first frame it is nowhere. */
export interface TurnPosition {
  messageId: string;
  cursor: number | typeof DONE;
}

/** `agent` is a person of the team; `system` tells the end user what happens with the conversation. */
export const MESSAGE_ROLES = ['user', 'bot', 'agent', 'system'] as const;
export type MessageRole = (typeof MESSAGE_ROLES)[number];

export interface HistoryEntry {
  id: string;
  role: MessageRole;
  content: string;
  at: Date;
  /** Of a reply: what the bot's trained model made of the message that it answers. */
  intent?: ReplyIntent;
}

/** `escalated`: a person is waited for or answers; `resolved`: until the next message. */
export type ConversationStatus = 'active' | 'escalated' | 'resolved';

/** As lists tell conversations apart: `ended` ones are those that were active until then. */
export const CONVERSATION_STAGES = ['active', 'escalated', 'resolved', 'ended'] as const;
export type ConversationStage = (typeof CONVERSATION_STAGES)[number];

/** An end user as a messenger knows them. */
export interface MessengerUser {
  id: string;
  username: string | null;
  name: string | null;
}

/** Where in a messenger's channel a conversation is held, and who with. */
export interface ConversationAddress {
  chatId: string;
  threadId: string | null;
  /** Who began it; username and name as they were last told. */
  user: MessengerUser;
}

export interface Conversation {
  id: string;
  teamId: string;
  botId: string;
  sessionKey: string;
  /** The end user, in the caller's words. */
  userRef: string;
  channel: string;
  /** The messenger's channel; null for others, and when that channel was deleted. */
  channelId: string | null;
  /** Null unless it is held by a messenger. */
  arrival: ConversationAddress | null;
  metadata: Record<string, unknown> | null;
  handling: Handling;
  status: ConversationStatus;
  /** Also the position of the latest message. */
  messageCount: number;
  startedAt: Date;
  lastMessageAt: Date;
  resolvedAt: Date | null;
  /** Null while it is open. */
  endedAt: Date | null;
  /** Who was chosen, or has accepted, while a person is waited for or answers. */
  agent: Person | null;
}

/** A message that was said in full. */
export interface ConversationMessage {
  id: string;
  /** From 1, in the order of the conversation. Replies that failed or were withdrawn leave gaps. */
  position: number;
  role: MessageRole;
  content: string;
  at: Date;
  /** Of a reply. */
  confidence?: number;
  sources?: readonly ReplySource[];
  model?: string;
  usage?: ReplyUsage;
  /** Of a reply that an integration was chosen for. */
  integrationId?: string;
  /** Neither a person nor a model or back-end wrote it, as system messages and apologies. */
  isSynthetic?: true;
  /** The person, when the role is agent; absent when they are no longer known. */
  author?: Person;
  attachments?: readonly MessageAttachment[];
  metadata?: Record<string, unknown>;
}

/** What a list of conversations is narrowed to. */
export interface ConversationFilter {
  /** What the end user writes through, as telegram or api. */
  platform?: string;
  channelId?: string;
  /** As the messenger, or else the caller, knows the end user. */
  userId?: string;
  status?: ConversationStage;
  /** When the latest message came: at or after it, and before it. */
  from?: Date;
  to?: Date;
}

export interface ConversationListRequest extends ConversationFilter, PageRequest {}

export interface TeamConversationsRequest {
  limit: number;
  /** Only conversations that began before the one of this id. */
  before?: string;
}

export interface MessageRange {
  /** Only later ones; 0 unless given. */
  afterPosition?: number;
  limit?: number;
}

/** What a reader of a conversation sees as it happens. */
export type FeedItem =
  | { type: 'message'; position: number; message: ConversationMessage }
  | { type: 'handling'; handling: Handling; status: ConversationStatus; agent: Person | null };

export const RATINGS = ['positive', 'neutral', 'negative'] as const;
export type Rating = (typeof RATINGS)[number];

/** How well, 1 to 5. */
export type Score = 1 | 2 | 3 | 4 | 5;

export interface RateInput {
  conversationId: string;
  rating: Rating;
  score?: Score;
  messageId?: string;
  query?: string;
  response?: string;
  userRef?: string;
  comment?: string;
}

/** A judgement of one message, wherever it was said. */
export interface MessageRatingInput {
  rating: Rating;
  comment?: string;
}

export interface ScoreInput {
  score: Score;
  messageId?: string;
  comment?: string;
}
