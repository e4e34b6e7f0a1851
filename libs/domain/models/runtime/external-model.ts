/** A model of a provider as this process calls it: made once of a version of its row, behind its watch. */
import { createHash } from 'node:crypto';
import type { EmbeddingModel } from '#providers/embeddings';
import type { LlmModel } from '#providers/llm';
import type { Reranker } from '#providers/reranking';
import type { Calibration } from '../calibration/calibration.types';
import type { ReadyEmbedding, ReadyReranker, SpeakingModel } from '../models.types';
import type { ModelWatch } from './model-watch';

interface External {
  id: number;
  version: number;
  watch: ModelWatch;
  close(): Promise<void>;
}

export interface ExternalLlm extends External {
  kind: 'llm';
  /** Past its watch. */
  bare: LlmModel;
  speaking: SpeakingModel;
}

/** What must be calibrated before it is of use. */
interface Measured<Model, Ready> extends External {
  bare: Model;
  watched: Model;
  /** What makes its numbers: those of one space compare. */
  space: string;
  /** As the row had it. */
  calibration: Calibration | null;
  /** Under way or done. */
  ready: Promise<Ready> | undefined;
  isReady: boolean;
}

export interface ExternalEmbedding extends Measured<EmbeddingModel, ReadyEmbedding> {
  kind: 'embedding';
}

export interface ExternalReranker extends Measured<Reranker, ReadyReranker | undefined> {
  kind: 'rerank';
}

export type ExternalModel = ExternalLlm | ExternalEmbedding | ExternalReranker;

interface SpaceParts {
  provider: string;
  /** Null: the provider's own. */
  baseUrl: string | null;
  model: string;
  dimensions: number | undefined;
}

/** 128 bits are enough that no two spaces meet. */
const SPACE_HEX_DIGITS = 32;

export function spaceOf({ provider, baseUrl, model, dimensions }: SpaceParts): string {
  const parts = JSON.stringify([provider, baseUrl, model, dimensions ?? null]);
  return createHash('sha256').update(parts).digest('hex').slice(0, SPACE_HEX_DIGITS);
}
