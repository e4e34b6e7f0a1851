/**
 * Queries -> vectors in the spaces of the bases that are searched. A search must not wait for a model that hangs, nor fail
 * because of one: what cannot be had becomes a shortfall.
 */
import { Injectable } from '@nestjs/common';
import { type ReadyEmbedding, ReadyModels } from '#domain/models';
import { AppError, SECOND_MS } from '#kernel';
import { knowledgeErrors } from '../knowledge.errors';
import type { SearchShortfall } from '../knowledge.types';
import type { BaseVectors } from '../posting-reading.queries';
import { vectorLiteral } from './embedded-text';
import { QueryCache, type QueryVector } from './query-cache';
import { within } from './within';

/** More than a model takes that works; people wait for the answer. */
const TIMEOUT_MS = 3 * SECOND_MS;

export type AnsweringVectors = BaseVectors & { space: NonNullable<BaseVectors['space']> };

export type EmbeddedQuery =
  | (QueryVector & { probabilityOf: (cosine: number) => number; inputTokens: number })
  | { shortfall: SearchShortfall };

/** One for a process: it remembers queries. */
@Injectable()
export class QueryEmbedder {
  private readonly cache = new QueryCache();
  private readonly running = new Map<string, Promise<QueryVector & { inputTokens: number }>>();

  constructor(private readonly models: ReadyModels) {}

  /** Never rejects. */
  async embed(text: string, base: AnsweringVectors): Promise<EmbeddedQuery> {
    const { teamId, modelId, space } = base;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const ready = await within(signal, this.models.embedding(teamId, modelId));
      if (ready === undefined || ready.space !== space.name) return { shortfall: vectorsMissing(base) };
      if (ready.probabilityOf === undefined) return { shortfall: notTelling(modelId) };
      return { ...(await this.vectorOf(text, ready, signal)), probabilityOf: ready.probabilityOf };
    } catch (error) {
      return { shortfall: unavailable(modelId, signal.aborted ? knowledgeErrors.embedding_too_slow() : error) };
    }
  }

  /** Searches that ask the same at the same time share one call; the first of them counts its tokens. */
  private async vectorOf(text: string, { space, model }: ReadyEmbedding, signal: AbortSignal) {
    const known = this.cache.get(space, text);
    if (known) return { ...known, inputTokens: 0 };
    const key = `${space}\n${text}`;
    const running = this.running.get(key);
    if (running) return { ...(await within(signal, running)), inputTokens: 0 };
    const asking = this.ask(text, space, model, signal).finally(() => this.running.delete(key));
    this.running.set(key, asking);
    return within(signal, asking);
  }

  private async ask(text: string, space: string, model: ReadyEmbedding['model'], signal: AbortSignal) {
    const { vectors, usage } = await model.embed({ texts: [text], purpose: 'query', signal });
    const vector = vectors[0] as Float32Array;
    const known = { literal: vectorLiteral(vector), dimensions: vector.length };
    this.cache.set(space, text, known);
    return { ...known, inputTokens: usage.inputTokens };
  }
}

export function vectorsMissing({ modelId, wantedModelId }: BaseVectors): SearchShortfall {
  const message = 'The passages are still being embedded: they were searched by words alone.';
  return { reason: 'vectors_missing', modelId: wantedModelId ?? modelId, message };
}

export function notTelling(modelId: number | null): SearchShortfall {
  const message = 'The embedding model does not tell answers from other texts: the search went by words alone.';
  return { reason: 'embedding_not_telling', modelId, message };
}

export function unavailable(modelId: number | null, error: unknown): SearchShortfall {
  const why = error instanceof AppError ? error.message : 'The embedding model could not be used.';
  return { reason: 'embedding_unavailable', modelId, message: `${why} The search went by words alone.` };
}
