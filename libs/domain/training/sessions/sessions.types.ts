import type { PageRequest } from '#kernel';
import type { Activation, ActivationPolicy } from '../comparisons/activation';

/** `pending` -> `in_progress` -> `completed` or `failed`; until then it can be cancelled. */
export const SESSION_STATUSES = ['pending', 'in_progress', 'completed', 'failed', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** What a run is at. */
export const SESSION_STAGES = ['reading', 'preparing', 'validating', 'fitting', 'packing'] as const;
export type SessionStage = (typeof SESSION_STAGES)[number];

/** Datasets beside the first one. */
export const MAX_ALSO_DATASETS = 20;
/** Seeds are whole numbers from 0; the classifier takes 32 bits. */
export const MAX_SEED = 2_147_483_647;

export interface SessionConfig {
  /** Other datasets of the bot to learn from, too. */
  alsoDatasetIds?: readonly string[];
  /** The same examples and seed give the same model. Default: 1. */
  seed?: number;
  /** Whether the bot reads intents by the new model at once. Default: `if_not_worse`. */
  activation?: ActivationPolicy;
}

export interface NewSession {
  datasetId: string;
  config?: SessionConfig | null;
}

/** One training of a bot from its datasets, and how far it is. */
export interface TrainingSession {
  id: string;
  teamId: string;
  botId: string;
  datasetId: string;
  /** `datasetId` and the others of the configuration. */
  datasetIds: string[];
  config: SessionConfig;
  status: SessionStatus;
  stage: SessionStage | null;
  /** 0 to 100; it begins anew when the session was cut off. */
  progress: number;
  metrics: TrainingMetrics | null;
  error: { code: string; message: string } | null;
  startedAt: Date | null;
  completedAt: Date | null;
  createdAt: Date;
}

/** Figures of the cross-validation are null where nothing could be held out. */
export interface TrainingMetrics {
  /** All that it was trained from, those out of scope included. */
  examples: number;
  intents: number;
  outOfScopeExamples: number;
  accuracy: number | null;
  macroF1: number | null;
  loss: number | null;
  calibrationError: number | null;
  durationMs: number;
  modelVersion: number;
  /** Ids of datasets. */
  trainedFrom: readonly string[];
  /** Absent of sessions that ended before there were policies. */
  activation?: Activation;
}

export interface SessionListRequest extends PageRequest {
  status?: SessionStatus;
}
