import type { FoundEntity, ResolvedReference, TurnContext } from '#domain/context';
import type { Arrival, BackEndAttachment, IntegrationKind } from '#domain/integrations';
import type { MetadataFilter, SearchShortfall } from '#domain/knowledge';
import type { PluginRun } from '#domain/plugins';
import type { RelatedPrompt } from '#domain/questions';
import type { LlmFinishReason } from '#providers/llm';
import type { CallerTerms, CallerToolCall } from './caller-terms';
import type { ReplyExplanation } from './explanation.types';

/** One earlier message of the conversation, oldest first. */
export interface HistoryMessage {
  role: 'user' | 'bot';
  text: string;
}

/** The part of a bot's configuration that replies look at, see BotConfiguration in `#domain/bots`. */
export interface ReplyConfiguration {
  modelId?: number;
  model?: string;
  fallbackModelIds?: readonly number[];
  rerankModelId?: number;
  temperature?: number;
  topP?: number;
  systemPrompt?: string;
  maxInputTokens?: number;
  maxReplyTokens?: number;
  /** The empty text lets a generating model say in its own words that it does not know. */
  fallbackMessage?: string;
  confidenceThreshold?: number;
  /** Lets a generating model answer from what it knows itself when the knowledge has nothing. */
  answersWithoutKnowledge?: boolean;
  /** Puts the fallback message before such an answer. */
  prefixesFallbackMessage?: boolean;
  /** Passages of each index that are looked at again, and what the search must think of them. */
  topK?: number;
  minK?: number;
  /** Passages that the reply may rest on, and what the second look must think of them; else the settings of their base. */
  topN?: number;
  minN?: number;
  /** Messages of the conversation, the present one included, that a back-end is shown; 1 to 100. */
  historyMessages?: number;
  generatesRelatedPrompts?: boolean;
  intents?: {
    /** An intent that has an answer of its own replies with it; true unless given. */
    answersDirectly?: boolean;
    /** How confident, 0 to 1, the trained model must be for that; 0.8 unless given. */
    minConfidence?: number;
  };
  extractive?: {
    /**
     * Sentences, 1 to 5, that the built-in model answers with: the best ones, from whichever passages hold them. Without it
     * it quotes the best sentence of the best passage with what belongs to it.
     */
    maxSentences?: number;
  };
  userContext?: {
    /** Whether what is known of the end user is looked at and added to; true unless given. */
    isUsed?: boolean;
    /** Lets the bot's model look for entities as well; false unless given. */
    extractsByModel?: boolean;
  };
}

/** What came along with a message, for this turn only. */
export type ReplyAttachment = {
  /** UUID of the file, if it is stored; sources name it as their document. */
  id?: string;
  name: string;
} & (
  | { text: string }
  /** `mediaType`: of the image, e.g. `image/png`. */
  | { mediaType: string; image: Uint8Array }
);

export interface ReplyRequest {
  teamId: string;
  botId: string;
  /** Display name; the bot introduces itself by it. */
  botName?: string;
  configuration: ReplyConfiguration;
  message: string;
  history: readonly HistoryMessage[];
  attachments?: readonly ReplyAttachment[];
  /** Whose message it is; without one, nothing that is known of users is looked at. */
  endUser?: { userRef: string; conversationId: string };
  /** How it came in, when it came by a messenger. */
  arrival?: Arrival;
  /** What its conversation is called by clients, and which of its messages this is; back-ends are told. */
  place?: { sessionKey: string; messageId: string };
  /** When the message was sent; now unless given. */
  at?: Date;
  /** Bots whose bases are searched as well. */
  extraBotIds?: readonly string[];
  /** Only passages that it fits are found. */
  filter?: MetadataFilter;
  /** True where the rules of an API leave no room for small talk and for speaking without looking things up. */
  isStrict?: boolean;
  /** True for a reply that nobody is told: what is tried out calls no plugin. */
  isTrial?: boolean;
  /** False when nobody reads along: the reply is then told in one delta, with only those sources that it cites. */
  stream?: boolean;
  /** Of a caller who speaks to the bot as to a model. */
  caller?: CallerTerms;
  /** True takes down how the reply comes about; false and absent cost nothing. */
  explain?: boolean;
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
  metadata?: Readonly<Record<string, unknown>>;
  /** From 1, in formats that have pages, slides or sheets. */
  page?: number;
  /**
   * What the reply quotes of the passage; else the sentence of it that supports what cites it, or that says most about the
   * message. Always `passage.slice(start, end)`. Absent for a passage without sentences.
   */
  quote?: string;
  /** Of the quote in the passage, in UTF-16 units; `end` exclusive. */
  start?: number;
  end?: number;
  /** Of the quote in the extracted text of its document, in characters, where that is known. */
  documentOffset?: number;
}

/** A model that was to speak and could not. */
export interface FailedModel {
  id: number | null;
  model: string;
  /** Of the error, e.g. `llm.provider_unavailable`. */
  code: string;
}

/** Why a reply was made by less than the bot asks for. */
export type ReplyShortfall = SearchShortfall | { reason: 'rerank_unavailable'; modelId: number; message: string };

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
  /**
   * Whether the reply rests on something: sources, what a tool said, or the answer that somebody wrote for an intent. False
   * for a no-context message and for small talk.
   */
  grounded: boolean;
  /** Name of the model that spoke. */
  model: string;
  /** Its id in the registry; absent when it has none, as when no model was asked. */
  modelId?: number;
  /** Models that were asked before it and failed; absent when the first one spoke. */
  failedModels?: readonly FailedModel[];
  /** Set when the text is the answer of a question or of an intent, given as it stands. */
  isVerified?: boolean;
  /** Set when the message was a greeting, thanks and the like, which ask nothing. */
  isSmallTalk?: true;
  /** Of the question that was answered, or made by the model; absent when there are none. */
  relatedPrompts?: readonly ReplyPrompt[];
  shortfalls?: readonly ReplyShortfall[];
  /** What the bot's trained model made of the message; absent when the bot has none. */
  intent?: ReplyIntent;
  /** What the message names and means; absent when that is nothing. */
  context?: ReplyContext;
  /** What plugins did, in the order in which they were asked; absent when none was. */
  trace?: { plugins: readonly PluginRun[] };
  /** The integration of the bot that answered, or apologized; absent when the bot answered by itself. */
  integration?: ReplyIntegration;
  /** Integrations that were to answer and could not, in the order in which they were asked; absent when none failed. */
  failedIntegrations?: readonly FailedIntegration[];
  /** Why the model stopped, unless it was finished. */
  finishReason?: Exclude<LlmFinishReason, 'stop'>;
  /** Tools of the caller that the model wants called before it goes on; the text may then be empty. */
  toolCalls?: readonly CallerToolCall[];
  /** Of the text: zero when no model made it. */
  usage: ReplyUsage;
  /** What the usage costs by the prices of the model that spoke, in US dollars; absent when nobody has said them. */
  costUsd?: number;
  /** Of what else was asked of models; absent when nothing was. */
  further?: FurtherUsage;
  latencyMs: number;
}

export interface ReplyIntegration {
  id: string;
  name: string;
  kind: IntegrationKind;
  /** Of its own call; of an apology, of all that was tried. */
  latencyMs: number;
  /** Everybody who was asked has failed, and the text says so; the integration is the one that was chosen. */
  isApology?: true;
  /** What a webhook gave beside the text. */
  attachments?: readonly BackEndAttachment[];
  metadata?: Readonly<Record<string, unknown>>;
}

export interface FailedIntegration {
  id: string;
  name: string;
  /** In words for people. */
  error: string;
  /** That it answered with, if it did. */
  statusCode: number | null;
  latencyMs: number;
  /** False: it was left alone, because it had failed several times in a row. */
  wasCalled: boolean;
}

export interface ReplyIntent {
  name: string;
  /** Calibrated, 0 to 1: that this intent is right and the message in scope. */
  confidence: number;
  inScope: boolean;
  /** Set when the reply is the intent's own answer. */
  isAnswer?: true;
  modelVersion: number;
}

export interface ReplyContext {
  /** The message with its references named; absent when it has none. */
  resolvedText?: string;
  references?: readonly ResolvedReference[];
  entities?: readonly FoundEntity[];
  /** What the user is about, most recent first. */
  topics?: readonly { name: string; confidence: number }[];
}

export interface ReplyPrompt extends RelatedPrompt {
  /** Whether a model made it up. */
  isGenerated: boolean;
}

export interface FurtherUsage {
  /** Of the model that made related prompts. */
  relatedPrompts?: ReplyUsage;
  /** Of a model whose words were not told, because no tool had given them ground. */
  unspoken?: ReplyUsage;
  embeddingTokens?: number;
  /** Of rerank models, in their providers' units. */
  searchUnits?: number;
}

export type ReplyEvent =
  | { type: 'started' }
  | { type: 'sources'; sources: readonly ReplySource[] }
  | { type: 'delta'; text: string }
  /** A model has called a tool of a plugin; before, between or after deltas. */
  | { type: 'tool'; run: PluginRun }
  | { type: 'done'; reply: Reply; toRemember?: TurnInContext; explanation?: ReplyExplanation };

/** What whoever stores the reply is to have remembered of the end user (`TurnContexts.remember`). */
export interface TurnInContext {
  /** What was read: the message, as pre-processing plugins have left it. */
  text: string;
  context: TurnContext;
}
