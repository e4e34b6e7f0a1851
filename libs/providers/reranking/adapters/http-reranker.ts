/**
 * What rerank models behind HTTP have in common: texts go out in batches, and of what comes back there has to be one score for
 * each. How a provider words a call and its answer is its `RerankWire`. Scores of several calls compare, because these models
 * look at a query with one text at a time.
 */
import { type Batch, Batches, type BatchLimits, ProviderEndpoint, postAdapting } from '#providers/provider-http';
import type { Reranker, Reranking, RerankRequest } from '../reranking.contract';
import { rerankingErrors } from '../reranking.errors';
import type { RerankerSettings } from '../reranking.settings';

export interface RerankWire {
  /** In OpenTelemetry's words for `gen_ai.provider.name`. */
  readonly provider: string;
  readonly url: string;
  readonly limits: BatchLimits;
  bodyOf(query: string, texts: readonly string[]): object;
  read(answer: unknown): WireRanking;
  /** As of `postAdapting`. */
  adaptTo?(refusal: string): boolean;
}

export interface WireRanking {
  /** Best first or in any other order. */
  results: ReadonlyArray<{ index: unknown; score: unknown }>;
  searchUnits: number | undefined;
  inputTokens: number | undefined;
}

/** Some servers send the texts back, whether asked or not. */
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

export class HttpReranker implements Reranker {
  readonly name: string;
  readonly provider: string;
  private readonly endpoint: ProviderEndpoint;
  private readonly batches: Batches;

  constructor(
    { name, apiKey, timeoutMs, fetch }: RerankerSettings,
    private readonly wire: RerankWire,
  ) {
    this.name = name;
    this.provider = wire.provider;
    this.batches = new Batches(wire.limits);
    this.endpoint = new ProviderEndpoint({
      url: wire.url,
      headers: apiKey ? { authorization: `Bearer ${apiKey}` } : {},
      apiKey,
      timeoutMs,
      maxAnswerBytes: MAX_ANSWER_BYTES,
      errors: rerankingErrors,
      fetch,
    });
  }

  async rerank({ query, texts, signal }: RerankRequest): Promise<Reranking> {
    // Half a surrogate pair, as a cut text may end with, is more than some servers can read.
    const [asked, worded] = [query.toWellFormed(), texts.map((text) => text.toWellFormed())];
    const answers = await this.batches.run(worded, signal, (batch, either) => this.rerankBatch(asked, batch, either));
    const counted = answers.flatMap(({ inputTokens }) => inputTokens ?? []);
    return {
      scores: answers.flatMap(({ scores }) => scores),
      searchUnits: sumOf(answers.map(({ searchUnits }) => searchUnits)),
      ...(counted.length === 0 ? {} : { inputTokens: sumOf(counted) }),
    };
  }

  private async rerankBatch(query: string, { texts }: Batch, signal: AbortSignal): Promise<Reranking> {
    const { wire, endpoint } = this;
    const bodyOf = () => wire.bodyOf(query, texts);
    const answer = await postAdapting(endpoint, bodyOf, signal, (refusal) => wire.adaptTo?.(refusal));
    const { results, searchUnits = 1, inputTokens } = wire.read(answer);
    const scores = this.scoresOf(results, texts.length);
    return { scores, searchUnits, ...(inputTokens === undefined ? {} : { inputTokens }) };
  }

  private scoresOf(results: WireRanking['results'], count: number): number[] {
    const byIndex = new Map(results.map(({ index, score }) => [index, score]));
    return Array.from({ length: count }, (_, at) => {
      const score = byIndex.get(at);
      if (typeof score !== 'number')
        throw this.endpoint.unreadable(`There is no score for text ${at} of ${count} (${results.length} results).`);
      return score;
    });
  }
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
