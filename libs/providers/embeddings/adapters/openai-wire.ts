/**
 * `/v1/embeddings` (OpenAI API reference, "Embeddings") as OpenAI, vLLM, LM Studio, text-embeddings-inference, LocalAI and
 * their like speak it, and the same under a deployment's path of Azure OpenAI. Base64 is asked for: it is a third of the
 * bytes and spares the parsing of floats. Servers that do not know it answer in floats, or refuse and are asked for floats.
 */
import type { BatchLimits } from '#providers/provider-http';
import { embeddingsErrors } from '../embeddings.errors';
import type { EmbeddingSettings } from '../embeddings.settings';
import type { EmbeddingWire, WireEmbeddings } from './http-embedding';

interface OpenAiItem {
  index?: unknown;
  embedding?: unknown;
}

interface OpenAiEmbeddings {
  data?: ReadonlyArray<OpenAiItem | null> | null;
  usage?: { prompt_tokens?: unknown } | null;
}

const OPENAI_URL = 'https://api.openai.com/v1';
/** The newest version of the data plane that is generally available. */
const AZURE_API_VERSION = '2024-10-21';
/**
 * OpenAI takes 2,048 texts and 300,000 tokens a call, Google's compatible API 100 texts; beyond some dozens a call is not
 * cheaper by the text.
 */
const LIMITS: BatchLimits = { maxTexts: 96, maxTokens: 100_000, concurrency: 4 };

class OpenAiWire implements EmbeddingWire {
  readonly limits = LIMITS;
  private asksForBase64 = true;

  constructor(
    readonly provider: string,
    readonly url: string,
    readonly headers: Readonly<Record<string, string>>,
    private readonly settings: Pick<EmbeddingSettings, 'model' | 'dimensions'>,
  ) {}

  bodyOf(texts: readonly string[]): object {
    const { model, dimensions } = this.settings;
    return {
      model,
      input: texts,
      encoding_format: this.asksForBase64 ? 'base64' : 'float',
      ...(dimensions === undefined ? {} : { dimensions }),
    };
  }

  read(answer: unknown, count: number): WireEmbeddings {
    const { data, usage } = (answer ?? {}) as OpenAiEmbeddings;
    const items = Array.isArray(data) ? data : [];
    const embeddings = items.length === count ? inOrder(items) : items;
    const tokens = usage?.prompt_tokens;
    return { embeddings, inputTokens: typeof tokens === 'number' ? tokens : undefined };
  }

  adaptTo(refusal: string): boolean {
    const isOfEncoding = /encoding_format|base64/i.test(refusal);
    if (isOfEncoding) this.asksForBase64 = false;
    return isOfEncoding;
  }
}

/** By their index; some servers leave it out and answer in order. */
function inOrder(items: ReadonlyArray<OpenAiItem | null>): unknown[] {
  const embeddings: unknown[] = Array.from({ length: items.length });
  for (const [at, item] of items.entries()) {
    embeddings[typeof item?.index === 'number' ? item.index : at] = item?.embedding;
  }
  return embeddings;
}

export function openAiWire(settings: EmbeddingSettings): EmbeddingWire {
  const { baseUrl = OPENAI_URL, apiKey } = settings;
  const headers: Record<string, string> = apiKey ? { authorization: `Bearer ${apiKey}` } : {};
  return new OpenAiWire('openai', `${withoutSlash(baseUrl)}/embeddings`, headers, settings);
}

/** Azure's path names the deployment; its newer `/openai/v1` is a compatible server like others. */
export function azureOpenAiWire(settings: EmbeddingSettings): EmbeddingWire {
  const { baseUrl, apiKey, apiVersion = AZURE_API_VERSION, model } = settings;
  if (!baseUrl) throw embeddingsErrors.base_url_missing();
  const resource = withoutSlash(baseUrl).replace(/\/openai$/, '');
  const query = new URLSearchParams({ 'api-version': apiVersion });
  const url = `${resource}/openai/deployments/${encodeURIComponent(model)}/embeddings?${query}`;
  return new OpenAiWire('azure.ai.openai', url, apiKey ? { 'api-key': apiKey } : {}, settings);
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
