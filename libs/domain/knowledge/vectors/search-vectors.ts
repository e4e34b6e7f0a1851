/**
 * The vectors of one search: asks for the query's as soon as it is known in which spaces they are needed, each space once,
 * however often the search begins anew. What the process knows of the bases from earlier searches is enough to begin.
 */
import { knowledgeErrors } from '../knowledge.errors';
import type { RetrievalMethod, SearchShortfall } from '../knowledge.types';
import type { VectorChannel } from '../passage-search.queries';
import type { BaseVectors } from '../posting-reading.queries';
import {
  type AnsweringVectors,
  type EmbeddedQuery,
  notTelling,
  type QueryEmbedder,
  unavailable,
  vectorsMissing,
} from './query-embedder.service';

export interface SearchedBase {
  number: number;
  vectors: BaseVectors | null;
}

export interface SearchChannels {
  channels: VectorChannel[];
  /** By index number, of the bases whose vectors take part. */
  probabilities: ReadonlyMap<number, (cosine: number) => number>;
  shortfalls: SearchShortfall[];
  inputTokens: number;
}

interface AskedChannel {
  space: AnsweringVectors['space'];
  bases: readonly SearchedBase[];
  query: EmbeddedQuery;
}

export class SearchVectors {
  private readonly asked = new Map<number, Promise<EmbeddedQuery>>();

  constructor(
    private readonly embedder: QueryEmbedder,
    private readonly text: string,
    private readonly method: RetrievalMethod | undefined,
  ) {}

  /** Begins to embed the query for these bases. */
  expect(bases: readonly (BaseVectors | null)[]): void {
    for (const base of bases) if (base && this.isSearched(base) && isAnswering(base)) void this.ask(base);
  }

  /** @param mayAsk false inside a transaction: then only what was asked before takes part */
  async channelsOf(bases: readonly SearchedBase[], mayAsk: boolean): Promise<SearchChannels> {
    const searched = bases.filter(({ vectors }) => vectors !== null && this.isSearched(vectors));
    const bySpace = Map.groupBy(searched, ({ vectors }) => vectors?.space?.number);
    const channels: AskedChannel[] = [];
    for (const [space, own] of bySpace) {
      const base = own[0]?.vectors as BaseVectors;
      if (space === undefined || !isAnswering(base) || !(mayAsk || this.asked.has(space))) continue;
      channels.push({ space: base.space, bases: own, query: fitting(await this.ask(base), base) });
    }
    return { ...combined(channels), shortfalls: shortfallsOf(searched, channels) };
  }

  /** By `keyword` a base is searched by words alone. */
  private isSearched(base: BaseVectors): boolean {
    return (this.method ?? base.method) !== 'keyword';
  }

  private ask(base: AnsweringVectors): Promise<EmbeddedQuery> {
    const { number } = base.space;
    const asking = this.asked.get(number) ?? this.embedder.embed(this.text, base);
    this.asked.set(number, asking);
    return asking;
  }
}

function isAnswering(base: BaseVectors): base is AnsweringVectors {
  return base.space !== null;
}

/** Vectors of two lengths do not compare. A space without any has nothing to find, and no length. */
function fitting(query: EmbeddedQuery, { space, modelId }: AnsweringVectors): EmbeddedQuery {
  if ('shortfall' in query || space.dimensions === null || query.dimensions === space.dimensions) return query;
  return { shortfall: unavailable(modelId, knowledgeErrors.dimensions_changed()) };
}

function combined(asked: readonly AskedChannel[]): Omit<SearchChannels, 'shortfalls'> {
  const channels: VectorChannel[] = [];
  const probabilities = new Map<number, (cosine: number) => number>();
  let inputTokens = 0;
  for (const { space, bases, query } of asked) {
    if ('shortfall' in query) continue;
    channels.push({
      space: space.number,
      extent: space,
      vector: query.literal,
      indexNumbers: bases.map(({ number }) => number),
    });
    for (const { number } of bases) probabilities.set(number, query.probabilityOf);
    inputTokens += query.inputTokens;
  }
  return { channels, probabilities, inputTokens };
}

/** One of a reason and model. */
function shortfallsOf(searched: readonly SearchedBase[], asked: readonly AskedChannel[]): SearchShortfall[] {
  const all = asked.flatMap(({ query }) => ('shortfall' in query ? [query.shortfall] : []));
  for (const { vectors } of searched) {
    if (vectors === null || vectors.space !== null) continue;
    if (vectors.isWanted) all.push(vectorsMissing(vectors));
    else if (vectors.wantedModelId !== null) all.push(notTelling(vectors.wantedModelId));
  }
  return [...new Map(all.map((one) => [`${one.reason} ${one.modelId}`, one])).values()];
}
