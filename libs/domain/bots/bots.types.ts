import type { PageRequest } from '#kernel';

/** How a bot answers; every field is optional and unknown fields of the caller are kept. */
export interface BotConfiguration {
  /** Name of the model that generates; absent means the installation's default. */
  model?: string;
  /** Sampling temperature of a generating model, 0 to 2. */
  temperature?: number;
  systemPrompt?: string;
  /** Said when the knowledge does not hold the answer. */
  fallbackMessage?: string;
  /** A reply whose confidence (0 to 1) is lower gives way to the fallback message. */
  confidenceThreshold?: number;
  /** Lets a generating model answer from what it knows itself when the knowledge has nothing. */
  answersWithoutKnowledge?: boolean;
  [extra: string]: unknown;
}

export interface Bot {
  id: string;
  teamId: string;
  /** Immutable name for machines, unique in the team. */
  slug: string;
  /** Display name; two bots may share one. */
  name: string;
  description: string | null;
  engine: string;
  configuration: BotConfiguration;
  status: string;
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
}

/** Absent leaves a field as it is, null clears it; `configuration` is merged field by field. */
export type BotPatch = Partial<CreateBot>;

export interface BotListRequest extends PageRequest {
  /** Part of the name or description, in any case. */
  search?: string;
}
