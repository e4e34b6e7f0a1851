/** One earlier message of the conversation, oldest first. */
export interface HistoryMessage {
  role: 'user' | 'bot';
  text: string;
}

export interface ReplyRequest {
  teamId: string;
  botId: string;
  /** Display name; the bot introduces itself by it. */
  botName?: string;
  /** The bot's configuration, see BotConfiguration in `#domain/bots`. */
  configuration: {
    model?: string;
    temperature?: number;
    systemPrompt?: string;
    fallbackMessage?: string;
    confidenceThreshold?: number;
    /** Lets a generating model answer from what it knows itself when the knowledge has nothing. */
    answersWithoutKnowledge?: boolean;
  };
  message: string;
  history: readonly HistoryMessage[];
  /** False when nobody reads along: the reply is then told in one delta, with only those sources that it cites. */
  stream?: boolean;
  signal?: AbortSignal;
}

/** A passage that the reply rests on. */
export interface ReplySource {
  /** `<documentId>:<position>`. */
  id: string;
  documentId: string;
  baseId: string;
  title: string;
  section: string | null;
  /** Kind of the document: item, text, file, ... */
  type: string;
  passage: string;
  /** Calibrated probability, 0 to 1, that the passage answers the message. */
  score: number;
}

export interface ReplyUsage {
  inputTokens: number;
  outputTokens: number;
}

export interface Reply {
  /** Equals the deltas, joined. */
  text: string;
  /** `[n]` in the text cites the n-th. Empty when the knowledge does not hold the answer. */
  sources: readonly ReplySource[];
  /** Calibrated probability, 0 to 1, that the reply answers the message from the knowledge. */
  confidence: number;
  /** Whether the reply rests on sources; false for a no-context message and for small talk. */
  grounded: boolean;
  /** Name of the model that spoke. */
  model: string;
  usage: ReplyUsage;
  latencyMs: number;
}

export type ReplyEvent =
  | { type: 'started' }
  | { type: 'sources'; sources: readonly ReplySource[] }
  | { type: 'delta'; text: string }
  | { type: 'done'; reply: Reply };
