/** Something that was named in a text. */
export interface FoundEntity {
  /** email, phone, url, money, quantity, date, code, or what the team calls the things of its lists. */
  type: string;
  /** Normalised: the same thing said in another way has the same value. */
  value: string;
  /** As said. */
  text: string;
  /** Place in the text, in UTF-16 units; `end` is behind it. */
  start: number;
  end: number;
  /** 0 to 1. */
  confidence: number;
  metadata?: Record<string, unknown>;
}

/** A pronoun or the like, and what it stands for. */
export interface ResolvedReference {
  /** As said. */
  reference: string;
  resolvedTo: string;
  /** Of the user's stored entity; null when it was named in the same message. */
  entityId: string | null;
  type: string;
  /** 0 to 1. */
  confidence: number;
}

export interface HistoryLine {
  role: 'user' | 'bot';
  text: string;
}

/** A turn that begins. */
export interface TurnToRead {
  teamId: string;
  botId: string;
  userRef: string;
  text: string;
  /** Oldest first. */
  history: readonly HistoryLine[];
  at: Date;
  signal?: AbortSignal;
}

/** What is known when a turn begins. */
export interface TurnContext {
  /** The message with its references named; the message itself when there are none. */
  resolvedText: string;
  references: readonly ResolvedReference[];
  /** Of this message. */
  entities: readonly FoundEntity[];
  /** Active ones of the user, most recent first. */
  topics: readonly { name: string; confidence: number }[];
  /** The stored context object. */
  known: Readonly<Record<string, unknown>>;
  /** What is known of the user, for a system message: short, bounded, as data. */
  prompt: string | undefined;
  /** What this turn is about, for `remember`. */
  spoken?: readonly { name: string; confidence: number; keywords: string[] }[];
}

/** A turn that was answered. */
export interface TurnToRemember {
  teamId: string;
  botId: string;
  userRef: string;
  /** Nothing is remembered when it is gone meanwhile, as when the user was erased. */
  conversationId?: string;
  text: string;
  reply: string;
  context: TurnContext;
  at: Date;
  /** Lets the bot's model look for entities as well, in a job. */
  extractsByModel?: boolean;
}
