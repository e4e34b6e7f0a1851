import type { PageRequest } from '#kernel';

/** How a bot answers; every field is optional and unknown fields of the caller are kept. */
export interface BotConfiguration {
  /** Name of the model that generates; absent means the installation's default. */
  model?: string;
  /** Id of the registered model that generates; goes before `model`. */
  modelId?: number;
  /** Asked in this order when the model fails. */
  fallbackModelIds?: number[];
  /** Id of the registered model that reranks; absent means the installation's default. */
  rerankModelId?: number;
  /** Of the conversation, as far back as they reach, that the model is shown. */
  maxInputTokens?: number;
  maxReplyTokens?: number;
  /** Sampling temperature of a generating model, 0 to 2. */
  temperature?: number;
  /** Nucleus sampling, 0 to 1; 0 leaves it to the model. */
  topP?: number;
  /** Passages that are retrieved of each index, and the score (0 to 1) that they must reach. */
  topK?: number;
  minK?: number;
  /** Passages that are left after reranking, and the score (0 to 1) that they must reach. */
  topN?: number;
  minN?: number;
  systemPrompt?: string;
  /** Said when the knowledge does not hold the answer; the empty text leaves it to the model to say so. */
  fallbackMessage?: string;
  /** A reply whose confidence (0 to 1) is lower gives way to the fallback message. */
  confidenceThreshold?: number;
  /** Lets a generating model answer from what it knows itself when the knowledge has nothing. */
  answersWithoutKnowledge?: boolean;
  /** Begins such an answer with the fallback message. */
  prefixesFallbackMessage?: boolean;
  /** Lets a generating model propose what to ask next. */
  generatesRelatedPrompts?: boolean;
  /** When a conversation goes to a person; never unless it is enabled. */
  handOff?: HandOffPolicy;
  /** When the trained intent of a message answers it. */
  intents?: IntentPolicy;
  /** How the built-in model quotes: with `maxSentences` (1 to 5) the best sentences of whichever passages hold them. */
  extractive?: { maxSentences?: number };
  /** Whether what is known of the end user is looked at and added to. */
  userContext?: UserContextPolicy;
  /** Messages of the conversation, the present one included, that whoever answers is shown; 1 to 100. */
  historyMessages?: number;
  /** How it behaves in messengers. */
  behaviors?: Behaviors;
  [extra: string]: unknown;
}

/** What makes a conversation go to a person. Absent triggers never do, but a wish for a person always does. */
export interface HandOffPolicy {
  /** False unless given. */
  isEnabled?: boolean;
  /** A reply whose confidence (0 to 1) is lower. */
  confidenceBelow?: number;
  /** The wish for a person; true unless given. */
  onUserRequest?: boolean;
  /** A message whose frustration (0 to 1) is higher. */
  frustrationAbove?: number;
  /** That many replies without grounds one after the other. */
  noContextTurns?: number;
  /** More turns than that. */
  maxTurns?: number;
  /** More minutes than that since the conversation began. */
  maxMinutes?: number;
}

/** What the bot does with the intent that its trained model finds in a message. */
export interface IntentPolicy {
  /** An intent that has an answer of its own replies with it; true unless given. */
  answersDirectly?: boolean;
  /** How confident (0 to 1) the model must be for that; 0.8 unless given. */
  minConfidence?: number;
}

export interface UserContextPolicy {
  /** True unless given. */
  isUsed?: boolean;
  /** Lets the bot's model look for entities as well; false unless given. */
  extractsByModel?: boolean;
}

/** Whom a bot answers in a group: everybody, who mentions it, or nobody. Whoever writes to it alone is always answered. */
export const RESPONSE_RULES = ['always', 'mentions', 'direct'] as const;
export type ResponseRule = (typeof RESPONSE_RULES)[number];

/** What one conversation of a messenger is: all that a user says in a chat, a thread, or a chat until it pauses. */
export const CONVERSATION_SCOPES = ['user', 'thread', 'session'] as const;
export type ConversationScope = (typeof CONVERSATION_SCOPES)[number];

/** What a bot does in the channels of messengers. Absent fields leave it to the channel. */
export interface Behaviors {
  /** Shows that it is writing; true unless given. */
  typingIndicator?: boolean;
  /** `mentions` unless given. */
  shouldRespond?: ResponseRule;
  /** Waits a random time within it before it answers; each 0 to 60,000, none unless given. */
  responseDelayMs?: { min?: number; max?: number };
  conversationScope?: ConversationScope;
  /** How long a conversation of scope `session` may pause; 1 to 525,600. */
  sessionTimeoutMinutes?: number;
}

export const BOT_STATUSES = ['active', 'disabled'] as const;
/** A disabled bot answers nobody. */
export type BotStatus = (typeof BOT_STATUSES)[number];

export interface Bot {
  id: string;
  /** Its id where ids are integers; unique in the installation. */
  number: number;
  teamId: string;
  /** Immutable name for machines, unique in the team. */
  slug: string;
  /** Display name; two bots may share one. */
  name: string;
  description: string | null;
  engine: string;
  configuration: BotConfiguration;
  status: BotStatus;
  /** Answers callers who name no bot. */
  isDefault: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** What a caller asks for; its known fields are checked by the service, and null is the same as absent. */
export type ConfigurationInput = Readonly<Record<string, unknown>>;

export interface CreateBot {
  name: string;
  description?: string | null;
  engine?: string | null;
  configuration?: ConfigurationInput | null;
  /** `active` unless given. */
  status?: BotStatus;
}

/** A bot whose slug the caller chooses. */
export interface CreateNamedBot extends Omit<CreateBot, 'name'> {
  /** Taken as it is. */
  slug: string;
  /** The slug unless given. */
  name?: string;
}

/** Absent leaves a field as it is, null clears it; `configuration` is merged field by field. */
export type BotPatch = Partial<CreateBot>;

export interface BotListRequest extends PageRequest {
  /** Part of the name or description, in any case. */
  search?: string;
  status?: BotStatus;
}
