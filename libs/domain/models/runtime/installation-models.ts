import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { Clock } from '#kernel';
import { type LlmModel, LlmRegistry } from '#providers/llm';
import type { SpeakingModel } from '../models.types';
import { DEFAULT_EMBEDDING_ID, DEFAULT_LLM_ID, EXTRACTIVE_ID, EXTRACTIVE_NAME } from '../presets';
import { type ExternalEmbedding, spaceOf } from './external-model';
import { ModelMakers } from './model-makers';
import { ModelWatch } from './model-watch';
import { WatchedLlm, watchedEmbedding } from './watched-models';

/** A language model of this process. */
export interface InstalledLlm {
  bare: LlmModel;
  speaking: SpeakingModel;
  /** Undefined of what is built in, which cannot fail as a provider does. */
  watch: ModelWatch | undefined;
}

/** In the words of `LlmModel.provider`. */
const BUILT_IN = 'parley';
/** Of the preset's row, which nobody changes. */
const PRESET_VERSION = 1;

/** What every team has: the models of the registry, and the operator's embedding model. */
@Injectable()
export class InstallationModels {
  /** Undefined when the operator named none: no vectors. */
  readonly embedding: ExternalEmbedding | undefined;
  private readonly llms = new Map<LlmModel, InstalledLlm>();

  constructor(
    private readonly registry: LlmRegistry,
    private readonly config: Config,
    private readonly clock: Clock,
    makers: ModelMakers,
  ) {
    this.embedding = operatorsEmbedding(config, clock, makers);
  }

  /** @throws AppError `llm.none_registered` */
  defaultLlm(): InstalledLlm {
    return this.installed(this.registry.resolve());
  }

  /** In any case of its letters. */
  findLlm(name: string): InstalledLlm | undefined {
    const model = this.registry.find(name);
    return model && this.installed(model);
  }

  llmOfPreset(id: number): InstalledLlm | undefined {
    if (id === DEFAULT_LLM_ID) return this.defaultLlm();
    return id === EXTRACTIVE_ID ? this.findLlm(EXTRACTIVE_NAME) : undefined;
  }

  /** Of the models that have been called or looked at. */
  watches(): ModelWatch[] {
    const watches = [...this.llms.values()].map(({ watch }) => watch);
    return [...watches, this.embedding?.watch].filter((watch) => watch !== undefined);
  }

  private installed(bare: LlmModel): InstalledLlm {
    const known = this.llms.get(bare);
    if (known) return known;
    const made = this.make(bare);
    this.llms.set(bare, made);
    return made;
  }

  private make(bare: LlmModel): InstalledLlm {
    const unknown = { contextTokens: null, inputPrice: null, outputPrice: null };
    if (bare.provider === BUILT_IN) {
      const id = bare.name === EXTRACTIVE_NAME ? EXTRACTIVE_ID : null;
      return { bare, speaking: { id, model: bare, ...unknown }, watch: undefined };
    }
    const id = bare === this.registry.resolve() ? DEFAULT_LLM_ID : null;
    const secret = this.config.defaultLlm?.apiKey ?? null;
    const watch = new ModelWatch({ id, kind: 'llm', model: bare.name, secret }, this.clock);
    return { bare, speaking: { id, model: new WatchedLlm(bare, watch), ...unknown }, watch };
  }
}

function operatorsEmbedding(
  { defaultEmbedding }: Config,
  clock: Clock,
  makers: ModelMakers,
): ExternalEmbedding | undefined {
  if (defaultEmbedding === undefined) return undefined;
  const { baseUrl, apiKey, model } = defaultEmbedding;
  const id = DEFAULT_EMBEDDING_ID;
  const bare = makers.operatorsEmbedding(defaultEmbedding);
  const watch = new ModelWatch({ id, kind: 'embedding', model, secret: apiKey ?? null }, clock);
  return {
    kind: 'embedding',
    id,
    version: PRESET_VERSION,
    watch,
    bare,
    watched: watchedEmbedding(bare, watch),
    space: spaceOf({ provider: 'openai-compatible', baseUrl, model, dimensions: undefined }),
    calibration: null,
    ready: undefined,
    isReady: false,
    close: async () => undefined,
  };
}
