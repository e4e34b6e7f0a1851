/**
 * What Parley asks of a language model, whoever makes it. The request carries the knowledge apart from the messages, so
 * that an adapter can put it where its vendor wants it (prompt, documents field, tool result) and a model that only
 * quotes can quote exactly.
 */
export type LlmMessage =
  /** `images`: only for a model whose capabilities have them. */
  | { role: 'user'; text: string; images?: readonly LlmImage[] }
  /** `toolCalls`: what the model asked for with this message; the answers follow as messages of role `tool`. */
  | { role: 'assistant'; text: string; toolCalls?: readonly LlmToolCall[] }
  | { role: 'tool'; callId: string; text: string };

export interface LlmImage {
  /** `image/png`, `image/jpeg`, `image/gif` or `image/webp`, which all vendors take. */
  mediaType: string;
  bytes: Uint8Array;
}

/** Something that the model may ask for instead of answering. */
export interface LlmTool {
  /** Letters, digits, `_` and `-`, at most 64. */
  name: string;
  description: string;
  /** JSON Schema of an object. */
  parameters: Readonly<Record<string, unknown>>;
}

export interface LlmToolCall {
  /** Unique in the conversation. */
  id: string;
  name: string;
  /** JSON as the model wrote it, which may be none. */
  arguments: string;
}

/** `required`: some tool; `{ name }`: this one. */
export type LlmToolChoice = 'auto' | 'none' | 'required' | { name: string };

/** How the text is to be written: any JSON object, or one that fits a schema. */
export type LlmResponseFormat = { type: 'json_object' } | LlmJsonSchema;

export interface LlmJsonSchema {
  type: 'json_schema';
  /** Letters, digits, `_` and `-`, at most 64. */
  name: string;
  description?: string;
  schema: Readonly<Record<string, unknown>>;
  /** Whether the provider must hold the model to the schema; its own default unless given. */
  isStrict?: boolean;
}

/** A piece of knowledge that the answer may rest on. */
export interface LlmPassage {
  id: string;
  title: string;
  section: string | null;
  text: string;
  /** ISO 639-1, or `simple` when it is not known. */
  language: string;
  /** Calibrated probability, 0 to 1, that the passage answers the question. */
  score: number;
}

/** A file that the user has sent with the last message. */
export interface LlmAttachment {
  name: string;
  /** Absent: an image that the model cannot see. */
  text?: string;
  /** Whether the text goes on; the rest did not fit. */
  isCut?: boolean;
}

/** One question of the last message, made to stand alone, with the passages found for it, best first. */
export interface LlmQuestion {
  text: string;
  /** The words by which the passages were found; they may say the question in the words of the knowledge. */
  words: string;
  passages: readonly { id: string; score: number }[];
}

export interface LlmRequest {
  model: string;
  system: string;
  /** How the bot speaks: stands after `system`. */
  manner?: string;
  /** What is known of the user, as data; it gives no orders. */
  aboutUser?: string;
  /** Oldest first; the last one is what the user says now. */
  messages: readonly LlmMessage[];
  /** Distinct, best first; empty when the knowledge has nothing to say. */
  passages: readonly LlmPassage[];
  attachments?: readonly LlmAttachment[];
  /** False when there is no knowledge base at all, so that nobody expects answers from one. True unless given. */
  hasKnowledge?: boolean;
  /** Without passages: false holds the model to saying that it does not know. True unless given. */
  mayGuess?: boolean;
  /** What the last message asks; a model that understands conversations may ignore it. */
  questions: readonly LlmQuestion[];
  /** Offered to the model. Give none to a model whose capabilities lack them. */
  tools?: readonly LlmTool[];
  /** `auto` unless given. */
  toolChoice?: LlmToolChoice;
  /** 0 to 2; undefined leaves it to the model. */
  temperature?: number;
  /** Above 0 up to 1; undefined leaves it to the model. */
  topP?: number;
  /** Of the answer; undefined leaves it to the model. */
  maxTokens?: number;
  /** The text ends before the first of these; none of them is empty. */
  stop?: readonly string[];
  /** A model without `jsonOutput` is only told so in words. A model that only quotes ignores it. */
  responseFormat?: LlmResponseFormat;
  /** Of a model that only quotes: sentences to quote; undefined leaves it to the model. */
  maxSentences?: number;
  /** False when nobody reads along: the answer may then come as one delta, which is cheaper. Otherwise true. */
  stream?: boolean;
  signal?: AbortSignal;
}

export interface LlmUsage {
  inputTokens: number;
  outputTokens: number;
}

/** Why a model stopped: it was finished, it reached `maxTokens`, its vendor refused the content, or it wants tools called. */
export type LlmFinishReason = 'stop' | 'length' | 'refused' | 'tool_calls';

/** What a model that judges itself says before its first delta. */
export interface LlmAssessment {
  type: 'assessment';
  /** Calibrated probability, 0 to 1, that the text to come answers the message. */
  confidence: number;
  /** The passages it quotes, in the order of the text. */
  quotedPassageIds: readonly string[];
  /** Where in the texts of these passages, in UTF-16 units, `end` exclusive; one for each. */
  quotes?: readonly LlmQuote[];
}

export interface LlmQuote {
  passageId: string;
  start: number;
  end: number;
}

export type LlmEvent =
  | LlmAssessment
  | { type: 'delta'; text: string }
  /** Whole, after the text. */
  | { type: 'tool_call'; call: LlmToolCall }
  | { type: 'usage'; usage: LlmUsage }
  | { type: 'done'; finishReason: LlmFinishReason };

export interface LlmCapabilities {
  /** Several deltas as the text comes to be; otherwise one. */
  streaming: boolean;
  tools: boolean;
  /** Can be held to a JSON Schema. */
  jsonOutput: boolean;
  /** Understands images beside text. */
  images: boolean;
  /** Yields an `assessment` before the first delta. */
  assessment: boolean;
  /** Speaks only from passages; without any it says nothing. */
  groundedOnly: boolean;
  maxInputTokens: number;
}

export interface LlmModel {
  /** Unique in the registry, e.g. `extractive`. */
  readonly name: string;
  /** Who makes it, in OpenTelemetry's words for `gen_ai.provider.name`, e.g. `anthropic`; `parley` for what is built in. */
  readonly provider: string;
  readonly capabilities: LlmCapabilities;
  /**
   * Ends with `done`. Stops soon after `request.signal` aborts and throws its reason.
   *
   * @throws AppError of `llm.errors`
   */
  generate(request: LlmRequest): AsyncIterable<LlmEvent>;
}
