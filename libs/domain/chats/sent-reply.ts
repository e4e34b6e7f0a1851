import type { Reply } from '#domain/replies';

/** What is told of a reply with `message.sent`, for whoever counts. */
export interface SentReply {
  /** Null when no model made it. */
  model: string | null;
  modelId: number | null;
  inputTokens: number;
  outputTokens: number;
  /** Null when the model has no prices. */
  costUsd: number | null;
  latencyMs: number;
  confidence: number;
  isGrounded: boolean;
  isSmallTalk: boolean;
  /** Of the message, by the bot's trained model; null when it has none. */
  intent: string | null;
  intentConfidence: number | null;
  inScope: boolean | null;
}

/** As ReplyEngine names the absence of a model. */
const NO_MODEL = 'none';

export function sentReplyOf({ model, modelId, usage, costUsd, intent, ...reply }: Omit<Reply, 'text'>): SentReply {
  return {
    model: model === NO_MODEL ? null : model,
    modelId: modelId ?? null,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
    costUsd: costUsd ?? null,
    latencyMs: reply.latencyMs,
    confidence: reply.confidence,
    isGrounded: reply.grounded,
    isSmallTalk: reply.isSmallTalk === true,
    intent: intent?.name ?? null,
    intentConfidence: intent?.confidence ?? null,
    inScope: intent?.inScope ?? null,
  };
}
