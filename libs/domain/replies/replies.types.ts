import type { MetadataFilter, SearchShortfall } from '#domain/knowledge';
import type { RelatedPrompt } from '#domain/questions';

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
  generatesRelatedPrompts?: boolean;
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
  /** Bots whose bases are searched as well. */
  extraBotIds?: readonly string[];
  /** Only passages that it fits are found. */
  filter?: MetadataFilter;
  /** True where the rules of an API leave no room for small talk and for speaking without looking things up. */
  isStrict?: boolean;
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
  metadata?: Readonly<Record<string, unknown>>;
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
  /** Whether the reply rests on sources; false for a no-context message and for small talk. */
  grounded: boolean;
  /** Name of the model that spoke. */
  model: string;
  /** Its id in the registry; absent when it has none, as when no model was asked. */
  modelId?: number;
  /** Models that were asked before it and failed; absent when the first one spoke. */
  failedModels?: readonly FailedModel[];
  /** Set when the text is the answer of a question, given as it stands. */
  isVerified?: boolean;
  /** Set when the message was a greeting, thanks and the like, which ask nothing. */
  isSmallTalk?: true;
  /** Of the question that was answered, or made by the model; absent when there are none. */
  relatedPrompts?: readonly ReplyPrompt[];
  shortfalls?: readonly ReplyShortfall[];
  /** Of the text: zero when no model made it. */
  usage: ReplyUsage;
  /** What the usage costs by the prices of the model that spoke, in US dollars; absent when nobody has said them. */
  costUsd?: number;
  /** Of what else was asked of models; absent when nothing was. */
  further?: FurtherUsage;
  latencyMs: number;
}

export interface ReplyPrompt extends RelatedPrompt {
  /** Whether a model made it up. */
  isGenerated: boolean;
}

export interface FurtherUsage {
  /** Of the model that made related prompts. */
  relatedPrompts?: ReplyUsage;
  embeddingTokens?: number;
  /** Of rerank models, in their providers' units. */
  searchUnits?: number;
}

export type ReplyEvent =
  | { type: 'started' }
  | { type: 'sources'; sources: readonly ReplySource[] }
  | { type: 'delta'; text: string }
  | { type: 'done'; reply: Reply };
