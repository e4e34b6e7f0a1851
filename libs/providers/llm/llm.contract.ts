/**
 * What Parley asks of a language model, whoever makes it. The request carries the knowledge apart from the messages, so
 * that an adapter can put it where its vendor wants it (prompt, documents field, tool result) and a model that only
 * quotes can quote exactly.
 */
export interface LlmMessage {
  role: 'user' | 'assistant';
  text: string;
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
  /** Oldest first; the last one is what the user says now. */
  messages: readonly LlmMessage[];
  /** Distinct, best first; empty when the knowledge has nothing to say. */
  passages: readonly LlmPassage[];
  /** False when there is no knowledge base at all, so that nobody expects answers from one. True unless given. */
  hasKnowledge?: boolean;
  /** What the last message asks; a model that understands conversations may ignore it. */
  questions: readonly LlmQuestion[];
  /** 0 to 2; undefined leaves it to the model. */
  temperature?: number;
  /** Of the answer; undefined leaves it to the model. */
  maxTokens?: number;
  /** False when nobody reads along: the answer may then come as one delta, which is cheaper. Otherwise true. */
  stream?: boolean;
  signal?: AbortSignal;
}

export interface LlmUsage {
  inputTokens: number;
  outputTokens: number;
}

/** Why a model stopped: it was finished, it reached `maxTokens`, or its vendor refused the content. */
export type LlmFinishReason = 'stop' | 'length' | 'refused';

/** What a model that judges itself says before its first delta. */
export interface LlmAssessment {
  type: 'assessment';
  /** Calibrated probability, 0 to 1, that the text to come answers the message. */
  confidence: number;
  /** The passages it quotes, in the order of the text. */
  quotedPassageIds: readonly string[];
}

export type LlmEvent =
  | LlmAssessment
  | { type: 'delta'; text: string }
  | { type: 'usage'; usage: LlmUsage }
  | { type: 'done'; finishReason: LlmFinishReason };

export interface LlmCapabilities {
  /** Several deltas as the text comes to be; otherwise one. */
  streaming: boolean;
  tools: boolean;
  /** Can be held to a JSON Schema. */
  jsonOutput: boolean;
  /** Yields an `assessment` before the first delta. */
  assessment: boolean;
  /** Speaks only from passages; without any it says nothing. */
  groundedOnly: boolean;
  maxInputTokens: number;
}

export interface LlmModel {
  /** Unique in the registry, e.g. `extractive`. */
  readonly name: string;
  readonly capabilities: LlmCapabilities;
  /**
   * Ends with `done`. Stops soon after `request.signal` aborts and throws its reason.
   *
   * @throws AppError of `llm.errors`
   */
  generate(request: LlmRequest): AsyncIterable<LlmEvent>;
}
