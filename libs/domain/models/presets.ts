/**
 * The models of every installation, ids 1 to 6. They have rows, so that others may refer to them, but what they are is
 * decided here and by the operator's settings: 1 and 2 are his default models if he named some.
 */
import type { Config } from '#infra/config';
import type { Model, ModelKind } from './models.types';

export const DEFAULT_LLM_ID = 1;
export const DEFAULT_EMBEDDING_ID = 2;
export const DEFAULT_RERANK_ID = 3;
export const EXTRACTIVE_ID = 4;
export const LEXICAL_ID = 5;
export const LEXICAL_RERANK_ID = 6;

/** Of the built-in language model in the registry of this process. */
export const EXTRACTIVE_NAME = 'extractive';

type Preset = Omit<Model, 'createdAt' | 'updatedAt'>;
type Settings = Pick<Config, 'defaultLlm' | 'defaultEmbedding'>;

export function presetsOf({ defaultLlm, defaultEmbedding }: Settings): ReadonlyMap<number, Preset> {
  const presets = [
    preset(DEFAULT_LLM_ID, 'llm', 'default', defaultLlm ?? 'extractive'),
    preset(DEFAULT_EMBEDDING_ID, 'embedding', 'default-embedding', defaultEmbedding ?? 'lexical'),
    preset(DEFAULT_RERANK_ID, 'rerank', 'default-rerank', 'lexical'),
    preset(EXTRACTIVE_ID, 'llm', 'extractive', 'extractive'),
    preset(LEXICAL_ID, 'embedding', 'lexical', 'lexical'),
    preset(LEXICAL_RERANK_ID, 'rerank', 'lexical-rerank', 'lexical'),
  ];
  return new Map(presets.map((one) => [one.id, one]));
}

export function isPreset(id: number): boolean {
  return id <= LEXICAL_RERANK_ID;
}

/** Of the operator's model only the name is told: where it runs and with which key is his own affair. */
function preset(id: number, kind: ModelKind, name: string, what: string | { model: string }): Preset {
  const isBuiltIn = typeof what === 'string';
  return {
    id,
    teamId: null,
    kind,
    provider: isBuiltIn ? 'builtin' : 'openai-compatible',
    name,
    model: isBuiltIn ? what : what.model,
    baseUrl: null,
    hasCredentials: false,
    contextTokens: null,
    inputPrice: null,
    outputPrice: null,
    capabilities: { streaming: kind === 'llm', tools: false, json: false, images: false },
    settings: {},
  };
}
