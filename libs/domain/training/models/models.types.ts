import type { RankedIntent, TrainingReport } from '#domain/classification';
import type { TrainingMetrics } from '../sessions/sessions.types';

/** A bot keeps so many versions; the oldest that is not active gives way. */
export const MAX_VERSIONS = 20;
/** It stands in a row, and every process that answers for the bot holds it in memory. */
export const MAX_ARTEFACT_BYTES = 10 * 1024 * 1024;

/** A version of what a bot has learned, without its artefact. */
export interface TrainingModel {
  botId: string;
  version: number;
  isActive: boolean;
  sessionId: string;
  datasetIds: string[];
  artefactBytes: number;
  metrics: TrainingMetrics;
  createdAt: Date;
}

export interface TrainingModelDetails extends TrainingModel {
  report: TrainingReport;
  /** Of intents that have an answer of their own. */
  answers: Readonly<Record<string, string>>;
}

export interface NextVersion {
  version: number;
  /** Null when none is. */
  activeVersion: number | null;
}

export interface ActiveModel {
  version: number;
  /** Those that are still there and active. */
  datasetIds: string[];
  report: TrainingReport;
  activatedAt: Date;
}

/** What the active model makes of a text. */
export interface IntentReading {
  /** The best one, also when the text is out of scope. */
  intent: string;
  /** Calibrated, 0 to 1: that this intent is right and the text in scope. */
  confidence: number;
  inScope: boolean;
  /** Up to 5, best first. */
  ranking: readonly RankedIntent[];
  /** The intent's own; null when it has none. */
  answer: string | null;
  modelVersion: number;
}
