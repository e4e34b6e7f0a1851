/**
 * What all embedding models behind HTTP have in common: texts get their prefix and go out in batches; what comes back is
 * counted, checked and made of length 1. How a provider words a call and its answer is its `EmbeddingWire`.
 */
import {
  type Batch,
  Batches,
  type BatchLimits,
  ProviderEndpoint,
  postAdapting,
  roughTokensOf,
} from '#providers/provider-http';
import type { EmbeddingModel, EmbeddingRequest, Embeddings } from '../embeddings.contract';
import { embeddingsErrors } from '../embeddings.errors';
import type { EmbeddingSettings } from '../embeddings.settings';
import { purposePrefixesOf } from '../purpose-prefixes';
import { unitVector, vectorIn } from './unit-vectors';

export interface EmbeddingWire {
  /** In OpenTelemetry's words for `gen_ai.provider.name`. */
  readonly provider: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: BatchLimits;
  bodyOf(texts: readonly string[]): object;
  /** As they came, in the order of the texts; undefined where there is none. */
  read(answer: unknown, count: number): WireEmbeddings;
  /** As of `postAdapting`. */
  adaptTo?(refusal: string): boolean;
}

export interface WireEmbeddings {
  embeddings: readonly unknown[];
  /** Undefined when the provider does not count. */
  inputTokens: number | undefined;
}

/** A call's worth of vectors of 8,192 floats takes about 17 MB in decimals. */
const MAX_ANSWER_BYTES = 24 * 1024 * 1024;

export class HttpEmbedding implements EmbeddingModel {
  readonly name: string;
  readonly provider: string;
  private readonly endpoint: ProviderEndpoint;
  private readonly batches: Batches;

  constructor(
    private readonly settings: EmbeddingSettings,
    private readonly wire: EmbeddingWire,
  ) {
    const { name, apiKey, timeoutMs, fetch } = settings;
    const { provider, url, headers, limits } = wire;
    this.name = name;
    this.provider = provider;
    this.batches = new Batches(limits);
    this.endpoint = new ProviderEndpoint({
      url,
      headers,
      apiKey,
      timeoutMs,
      maxAnswerBytes: MAX_ANSWER_BYTES,
      errors: embeddingsErrors,
      fetch,
    });
  }

  async embed({ texts, purpose, signal }: EmbeddingRequest): Promise<Embeddings> {
    const prefix = purposePrefixesOf(this.settings.model)[purpose];
    // Half a surrogate pair, as a cut text may end with, is more than some servers can read.
    const worded = texts.map((text) => (prefix + text).toWellFormed());
    const answers = await this.batches.run(worded, signal, (batch, either) => this.embedBatch(batch, either));
    const vectors = answers.flatMap((answer) => answer.vectors);
    this.checkDimensions(vectors);
    return { vectors, usage: { inputTokens: answers.reduce((sum, { usage }) => sum + usage.inputTokens, 0) } };
  }

  private async embedBatch({ texts }: Batch, signal: AbortSignal): Promise<Embeddings> {
    const { wire, endpoint } = this;
    const answer = await postAdapting(
      endpoint,
      () => wire.bodyOf(texts),
      signal,
      (refusal) => wire.adaptTo?.(refusal),
    );
    const { embeddings, inputTokens } = wire.read(answer, texts.length);
    if (embeddings.length !== texts.length)
      throw endpoint.unreadable(`There are ${embeddings.length} embeddings for ${texts.length} texts.`);
    const vectors = embeddings.map((embedding, at) => this.vectorOf(embedding, at));
    return { vectors, usage: { inputTokens: inputTokens ?? roughTokensOf(texts.join(' ')) } };
  }

  private vectorOf(embedding: unknown, at: number): Float32Array {
    const vector = vectorIn(embedding);
    const unit = vector && unitVector(vector);
    if (unit === undefined)
      throw this.endpoint.unreadable(`The embedding of text ${at} is no vector with a direction.`);
    return unit;
  }

  private checkDimensions(vectors: readonly Float32Array[]): void {
    const wanted = this.settings.dimensions ?? vectors[0]?.length;
    const odd = vectors.find(({ length }) => length !== wanted);
    if (odd !== undefined)
      throw this.endpoint.unreadable(`An embedding has ${odd.length} dimensions instead of ${wanted}.`);
  }
}
