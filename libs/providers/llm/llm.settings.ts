import type { LookupFunction } from 'node:net';
import { isKnownToSeeImages } from './image-models';
import type { LlmCapabilities, LlmModel } from './llm.contract';

export const LLM_PROVIDERS = ['openai-compatible', 'azure-openai', 'anthropic', 'google', 'ollama'] as const;
export type LlmProvider = (typeof LLM_PROVIDERS)[number];

/** What people say of a model and adapters believe. */
export type StatedCapabilities = Pick<LlmCapabilities, 'streaming' | 'tools' | 'jsonOutput' | 'images'>;

export interface LlmSettings {
  provider: LlmProvider;
  /** In the registry. */
  name: string;
  /** As the provider calls it; the deployment of Azure OpenAI. */
  model: string;
  /** The provider's own unless given; Azure OpenAI has none. A slash at the end does not matter. */
  baseUrl?: string;
  apiKey?: string;
  /** Of Azure OpenAI. */
  apiVersion?: string;
  /** Until an answer begins, and then between two pieces of it; for an answer in one piece, until it is there. */
  timeoutMs: number;
  maxInputTokens?: number;
  /** Streaming and tools unless said otherwise, and images if the model is known for that. A model that does not stream is asked for one object. */
  capabilities?: Partial<StatedCapabilities>;
  /** Guards: what calls go through that use fetch, and how connections that do not look up names. */
  fetch?: typeof globalThis.fetch;
  lookup?: LookupFunction;
}

export interface ClosableLlm extends LlmModel {
  /** Lets running calls end and closes the connections. */
  close(): Promise<void>;
}

const DEFAULT_MAX_INPUT_TOKENS = 8_000;

export function capabilitiesOf(
  settings: Pick<LlmSettings, 'model' | 'capabilities' | 'maxInputTokens'>,
): LlmCapabilities {
  const { model, maxInputTokens = DEFAULT_MAX_INPUT_TOKENS } = settings;
  const { streaming = true, tools = true, jsonOutput = false } = settings.capabilities ?? {};
  const { images = isKnownToSeeImages(model) } = settings.capabilities ?? {};
  return { streaming, tools, jsonOutput, images, assessment: false, groundedOnly: false, maxInputTokens };
}
