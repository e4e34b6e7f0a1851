import type { IntegrationKind } from '#domain/integrations';
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
  /** Who was chosen to answer; null when there was no choice. */
  integration: SentIntegration | null;
  /** Those that were to answer and did not. */
  failedIntegrations: readonly FailedIntegration[];
}

export interface SentIntegration {
  id: string;
  kind: IntegrationKind;
  latencyMs: number;
  /** Nobody could answer: the end user was told so. */
  isApology: boolean;
}

export interface FailedIntegration {
  id: string;
  latencyMs: number;
  /** False when it was not tried, because it had failed several times in a row. */
  wasCalled: boolean;
}

/** As ReplyEngine names the absence of a model. */
export const NO_MODEL = 'none';

export function sentReplyOf({
  model,
  modelId,
  usage,
  costUsd,
  intent,
  integration,
  failedIntegrations = [],
  ...reply
}: Omit<Reply, 'text'>): SentReply {
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
    integration: integration
      ? {
          id: integration.id,
          kind: integration.kind,
          latencyMs: integration.latencyMs,
          isApology: integration.isApology === true,
        }
      : null,
    failedIntegrations: failedIntegrations.map(({ id, latencyMs, wasCalled }) => ({ id, latencyMs, wasCalled })),
  };
}
