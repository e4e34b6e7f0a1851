import type { Arrival } from '../arrival';
import type { IntegrationKind } from '../integrations.types';

/** Who is to answer a turn, as the reply engine asks for it. */
export interface TurnToAnswer {
  teamId: string;
  botId: string;
  botName?: string | undefined;
  /** A conversation keeps its back-end; without one each turn is chosen for by itself. */
  conversationId?: string | undefined;
  /** The name that clients give the conversation. */
  sessionKey?: string | undefined;
  /** Of the message that is answered. */
  messageId?: string | undefined;
  userRef?: string | undefined;
  arrival?: Arrival | undefined;
}

/** What is sent to a back-end, beside what the turn says. */
export interface BackEndMessages {
  /** Oldest first; the last one is the present message. */
  messages: readonly { role: 'user' | 'assistant'; content: string }[];
}

export interface BackEndAttachment {
  url: string;
  name?: string;
  mediaType?: string;
}

export interface BackEndAnswer {
  text: string;
  attachments?: readonly BackEndAttachment[];
  metadata?: Readonly<Record<string, unknown>>;
  /** As the back-end says, in `metadata.usage`. */
  usage?: { inputTokens: number; outputTokens: number };
  /** US dollars, as the back-end says, in `metadata.cost_usd`. */
  costUsd?: number;
  /** 0 to 1, as the back-end says, in `metadata.confidence`. */
  confidence?: number;
}

/** How one call ended. */
export type BackEndEnd = { latencyMs: number } & (
  | { ok: true; answer: BackEndAnswer }
  | { ok: false; error: string; statusCode: number | null; wasCalled: boolean }
);

interface BackEndIdentity {
  id: string;
  name: string;
  kind: IntegrationKind;
}

/** One that answers by itself. */
export interface AnsweringBackEnd extends BackEndIdentity {
  kind: 'echo' | 'webhook';
  /** Never rejects but with the reason of an aborted `signal`. */
  answer(asked: BackEndMessages, signal?: AbortSignal): Promise<BackEndEnd>;
}

/** One that says by which model the reply engine answers. */
export interface ModelBackEnd extends BackEndIdentity {
  kind: 'model';
  /** Null: the model is gone; the bot's own answers. */
  modelId: number | null;
  /** For its first word, while there is somebody else to ask. */
  timeoutMs: number;
  /** For its health. */
  note(end: { latencyMs: number; error?: string }): void;
}

export type BackEnd = AnsweringBackEnd | ModelBackEnd;
