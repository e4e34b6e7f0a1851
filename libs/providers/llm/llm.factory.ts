import { ANTHROPIC_BASE_URL, AnthropicModel } from './adapters/anthropic/anthropic-model';
import { AzureOpenAiModel } from './adapters/azure-openai/azure-openai-model';
import { GOOGLE_BASE_URL, GoogleModel } from './adapters/google/google-model';
import { OLLAMA_BASE_URL, OllamaModel } from './adapters/ollama/ollama-model';
import { OPENAI_BASE_URL, OpenAiCompatibleModel } from './adapters/openai-compatible/openai-compatible-model';
import { llmErrors } from './llm.errors';
import type { ClosableLlm, LlmProvider, LlmSettings } from './llm.settings';

/** Undefined where everybody has an address of their own. */
export const DEFAULT_BASE_URLS: Readonly<Record<LlmProvider, string | undefined>> = {
  'openai-compatible': OPENAI_BASE_URL,
  'azure-openai': undefined,
  anthropic: ANTHROPIC_BASE_URL,
  google: GOOGLE_BASE_URL,
  ollama: OLLAMA_BASE_URL,
};

/**
 * A model of any provider, ready to speak. Makes no connection and loads no vendor's library before the first call.
 *
 * @throws AppError `llm.base_url_missing`; TypeError when the address is no URL
 */
export function makeLlm(settings: LlmSettings): ClosableLlm {
  const { provider, baseUrl = DEFAULT_BASE_URLS[provider] } = settings;
  if (baseUrl === undefined) throw llmErrors.base_url_missing();
  const complete = { ...settings, baseUrl: baseUrl.replace(/\/+$/, '') };
  switch (provider) {
    case 'openai-compatible':
      return new OpenAiCompatibleModel({ ...complete, provider: 'openai' });
    case 'azure-openai':
      return new AzureOpenAiModel(complete);
    case 'anthropic':
      return new AnthropicModel(complete);
    case 'google':
      return new GoogleModel(complete);
    case 'ollama':
      return new OllamaModel(complete);
  }
}
