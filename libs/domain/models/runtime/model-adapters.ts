import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Notices } from '#infra/notices';
import { AppError, Clock } from '#kernel';
import type { ClosableLlm } from '#providers/llm';
import type { ModelEntity } from '../model.entity';
import { modelErrors } from '../models.errors';
import { modelsChanged } from '../models.notices';
import type { ModelKind } from '../models.types';
import { brokenEmbedding, brokenLlm, brokenReranker } from './broken-models';
import {
  type ExternalEmbedding,
  type ExternalLlm,
  type ExternalModel,
  type ExternalReranker,
  spaceOf,
} from './external-model';
import { ModelMakers } from './model-makers';
import { ModelWatch } from './model-watch';
import { WatchedLlm, watchedEmbedding, watchedReranker } from './watched-models';

/** Each may hold connections. The one that was made first gives way; it is made again when it is asked for. */
const MAX_ADAPTERS = 1_000;

type OfKind<Kind extends ModelKind> = Extract<ExternalModel, { kind: Kind }>;

/** The teams' models of this process: each is made once from a version of its row, and closed when the row changes. */
@Injectable()
export class ModelAdapters implements OnApplicationShutdown {
  private readonly models = new Map<number, ExternalModel>();

  constructor(
    private readonly makers: ModelMakers,
    private readonly clock: Clock,
    notices: Notices,
  ) {
    notices.on(modelsChanged, ({ modelId }) => this.forget(modelId));
  }

  /** Of the row, or of a later version of it if that is known already. */
  of<Kind extends ModelKind>(row: ModelEntity & { kind: Kind }): OfKind<Kind> {
    const known = this.models.get(row.id);
    if (known && known.version >= row.version && known.kind === row.kind) return known as OfKind<Kind>;
    this.forget(row.id);
    const made = this.make(row);
    this.models.set(row.id, made);
    this.giveWay();
    return made as OfKind<Kind>;
  }

  /** If it has been made. */
  find(id: number): ExternalModel | undefined {
    return this.models.get(id);
  }

  list(): Iterable<ExternalModel> {
    return this.models.values();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.models.values()].map((model) => model.close()));
  }

  /** Calls under way come to their end. */
  private forget(id: number): void {
    const known = this.models.get(id);
    if (!known) return;
    this.models.delete(id);
    known.close().catch(() => undefined);
  }

  private giveWay(): void {
    for (const oldest of this.models.keys()) {
      if (this.models.size <= MAX_ADAPTERS) return;
      this.forget(oldest);
    }
  }

  private make(row: ModelEntity): ExternalModel {
    const watch = new ModelWatch({ ...row, secret: this.secretOf(row) }, this.clock);
    switch (row.kind) {
      case 'llm':
        return this.makeLlm(row, watch);
      case 'embedding':
        return this.makeEmbedding(row, watch);
      case 'rerank':
        return this.makeReranker(row, watch);
    }
  }

  private makeLlm(row: ModelEntity, watch: ModelWatch): ExternalLlm {
    const bare: ClosableLlm = orBroken(
      () => this.makers.llm(row),
      (error) => brokenLlm(row, error),
    );
    const { id, version, contextTokens, inputPrice, outputPrice } = row;
    const speaking = { id, model: new WatchedLlm(bare, watch), contextTokens, inputPrice, outputPrice };
    return { kind: 'llm', id, version, watch, bare, speaking, close: () => bare.close() };
  }

  private makeEmbedding(row: ModelEntity, watch: ModelWatch): ExternalEmbedding {
    const bare = orBroken(
      () => this.makers.embedding(row),
      (error) => brokenEmbedding(row, error),
    );
    return { kind: 'embedding', ...measured(row, watch), bare, watched: watchedEmbedding(bare, watch) };
  }

  private makeReranker(row: ModelEntity, watch: ModelWatch): ExternalReranker {
    const bare = orBroken(
      () => this.makers.reranker(row),
      (error) => brokenReranker(row, error),
    );
    return { kind: 'rerank', ...measured(row, watch), bare, watched: watchedReranker(bare, watch) };
  }

  /** So that it is never repeated; one that does not open is told of by whoever makes the model. */
  private secretOf(row: ModelEntity): string | null {
    return orBroken(
      () => this.makers.apiKeyOf(row),
      () => null,
    );
  }
}

function measured(row: ModelEntity, watch: ModelWatch) {
  const { id, version, calibration, provider, baseUrl, model, settings } = row;
  const space = spaceOf({ provider, baseUrl, model, dimensions: settings.dimensions });
  return { id, version, watch, space, calibration, ready: undefined, isReady: false, close: async () => undefined };
}

/** @param otherwise makes what fails with the error whenever it is called */
function orBroken<T>(make: () => T, otherwise: (error: AppError) => T): T {
  try {
    return make();
  } catch (error) {
    return otherwise(error instanceof AppError ? error : modelErrors.not_usable({ cause: error }));
  }
}
