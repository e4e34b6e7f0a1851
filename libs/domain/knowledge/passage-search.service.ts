/**
 * Finds passages by their words and, where their bases have vectors, by their meaning. First the best candidates by BM25,
 * from the packed postings of all bases with statistics over all of them, so that their sums compare, and beside them the
 * passages whose vectors are nearest to the query's; then all of them are scored by their texts and vectors (`fusion`).
 *
 * Vectors cost no round trip of their own: the query is embedded while the postings are read, and its nearest passages come
 * with the texts of the candidates.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { FoundPassage, SearchOutcome, SearchRequest } from './knowledge.types';
import { type WeightedQuery, weighQuery } from './lexical/query-weights';
import { type Candidate, topPassages } from './lexical/top-passages';
import { likePatterns } from './like-patterns';
import { passageFilterOf } from './passage-filter';
import { type PassageAddress, type PassageRow, PassageSearchQueries } from './passage-search.queries';
import { PostingReader } from './posting-reader.service';
import type { FoundIndex, FoundPostings, PostingQuery } from './posting-reading';
import { type Candidates, scoredPassages } from './scored-passages';
import { QueryEmbedder } from './vectors/query-embedder.service';
import { type SearchChannels, SearchVectors } from './vectors/search-vectors';
import { VectorCatalog } from './vectors/vector-catalog';

/** Enough for the best ten: 500 do not rank them better (measured up to a million passages). */
const CANDIDATES = 50;
/** From so many wanted passages on, twice as many candidates. */
const LONG_RESULT = 20;
/** Deleted passages take the places of others until they are merged away; more than this is not made up for. */
const MAX_DELETED_SHARE = 0.75;
/** Only bases that are written without a pause use them up; then their writers are asked to wait for one search. */
const MAX_ATTEMPTS = 3;
/**
 * Passages of keyword searches: candidates from the index, and newest passages that are read one by one to find parts of
 * words, over all bases (about 50 ms). In larger bases older passages are found by whole words only.
 */
const KEYWORD_CANDIDATES = 300;
const KEYWORD_SCANNED = 10_000;

const NOTHING: SearchOutcome = { passages: [], channels: ['words'], shortfalls: [], embeddingTokens: 0 };

type AddressedCandidate = Candidate & PassageAddress;

interface Found extends Candidates {
  vectors: SearchChannels;
}

/** One for a process: it remembers what it has searched. */
@Injectable()
export class PassageSearch {
  private readonly catalog = new VectorCatalog();

  constructor(
    private readonly reader: PostingReader,
    private readonly queries: PassageSearchQueries,
    private readonly embedder: QueryEmbedder,
    private readonly database: Database,
  ) {}

  /** The passages of `find`. */
  async search(request: SearchRequest): Promise<FoundPassage[]> {
    return (await this.find(request)).passages;
  }

  /**
   * Best first. An embedding model that does not answer is a shortfall, no error.
   *
   * @throws `input.invalid` naming a fault in the filter as `metadata_filter...`
   */
  async find(request: SearchRequest): Promise<SearchOutcome> {
    const query = postingQueryOf(request);
    if (request.limit < 1 || query.baseIds.length === 0) return NOTHING;
    const wanted = request.limit > LONG_RESULT ? Math.max(2 * CANDIDATES, request.limit) : CANDIDATES;
    const asked = new SearchVectors(this.embedder, request.query, request.method);
    asked.expect(this.catalog.of(query.baseIds));
    const found = await this.undisturbed(query.baseIds, (isHeld) => this.findCandidates(query, wanted, asked, !isHeld));
    const { channels, shortfalls, inputTokens } = found.vectors;
    return {
      passages: scoredPassages(found, request),
      channels: channels.length > 0 ? ['words', 'vectors'] : ['words'],
      shortfalls,
      embeddingTokens: inputTokens,
    };
  }

  /**
   * Passages whose title, heading or text contains every word of the query, as whole words or within others, whatever the
   * case. Best first; `minScore` counts as in `search`.
   *
   * @throws as `find`
   */
  async searchKeyword(request: SearchRequest): Promise<FoundPassage[]> {
    const patterns = likePatterns(request.query);
    const query = postingQueryOf(request);
    if (request.limit < 1 || request.baseIds.length === 0 || patterns.length === 0) return [];
    const found = await this.undisturbed(query.baseIds, () => this.reader.read(query));
    const weighted = weighQuery(found.query, found.postings, found.statistics);
    const rows = await this.queries.findMatching({
      addresses: bestCandidates(found, weighted, KEYWORD_CANDIDATES),
      indexNumbers: found.indexes.map(({ number }) => number),
      patterns,
      filter: query.filter,
      scanned: Math.ceil(KEYWORD_SCANNED / Math.max(1, found.indexes.length)),
      limit: Math.max(KEYWORD_CANDIDATES, request.limit),
    });
    return scoredPassages({ found, weighted, rows }, { ...request, isEveryRowFound: true });
  }

  /** Undefined when passages were replaced since their postings were read. */
  private async findCandidates(
    query: PostingQuery,
    wanted: number,
    asked: SearchVectors,
    mayAsk: boolean,
  ): Promise<Found | undefined> {
    const found = await this.reader.read(query);
    if (found === undefined) return undefined;
    this.catalog.learn(found.indexes);
    const vectors = await asked.channelsOf(found.indexes, mayAsk);
    const weighted = weighQuery(found.query, found.postings, found.statistics);
    const candidates = bestCandidates(found, weighted, wanted);
    const { probabilities } = vectors;
    if (candidates.length === 0 && vectors.channels.length === 0) return { found, weighted, rows: [], vectors };
    const { rows, versionSum } = await this.readTexts(query, candidates, vectors, wanted);
    const { known, others } = inOrderOf(candidates, rows);
    const isDisturbed = known.length < candidates.length && versionSum !== versionSumOf(found, candidates);
    return isDisturbed ? undefined : { found, weighted, rows: [...known, ...others], probabilities, vectors };
  }

  private readTexts(
    { filter }: PostingQuery,
    addresses: readonly PassageAddress[],
    { channels }: SearchChannels,
    limit: number,
  ) {
    if (channels.length === 0) return this.queries.findPassages(addresses);
    return this.queries.findNearest({ addresses, channels, filter, limit });
  }

  /** Takes the step until it gives a result. */
  private async undisturbed<Result>(
    baseIds: readonly string[],
    step: (isHeld: boolean) => Promise<Result | undefined>,
  ): Promise<Result> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const result = await step(false);
      if (result !== undefined) return result;
    }
    return this.database.transaction(async () => {
      await this.queries.holdStill(baseIds);
      const result = await step(true);
      if (result === undefined) throw new Error('The bases have changed although they were held still.');
      return result;
    });
  }
}

function postingQueryOf(request: SearchRequest): PostingQuery {
  return { baseIds: [...new Set(request.baseIds)], text: request.query, filter: passageFilterOf(request) };
}

/** Candidates of all bases compete with the same weights. Seqs are unique in their base only, so each is searched alone. */
function bestCandidates(found: FoundPostings, weighted: WeightedQuery, wanted: number): AddressedCandidate[] {
  const best = found.indexes.map((index) => {
    const limit = Math.ceil(wanted / (1 - lostShare(index)));
    const candidates = topPassages(postingsOf(index, weighted), { limit, allowed: index.allowed });
    return { limit, candidates: candidates.map((one) => ({ ...one, indexNumber: index.number })) };
  });
  const all = best.flatMap(({ candidates }) => candidates).sort((a, b) => b.impact - a.impact);
  return all.slice(0, Math.max(0, ...best.map(({ limit }) => limit)));
}

/** Share of the candidates that will turn out to be deleted. A filter knows only passages that are there. */
function lostShare({ allowed, deletedShare }: FoundIndex): number {
  return allowed === undefined ? Math.min(deletedShare, MAX_DELETED_SHARE) : 0;
}

function postingsOf(index: FoundIndex, { postings }: WeightedQuery): WeightedQuery['postings'] {
  return postings.map(({ weight, lists }) => ({ weight, lists: lists.filter((list) => index.lists.has(list)) }));
}

/** Versions only grow, so equal sums mean equal versions. */
function versionSumOf({ indexes }: FoundPostings, candidates: readonly PassageAddress[]): string {
  const numbers = new Set(candidates.map(({ indexNumber }) => indexNumber));
  const searched = indexes.filter(({ number }) => numbers.has(number));
  return String(searched.reduce((sum, { version }) => sum + BigInt(version), 0n));
}

/** The database answers in any order, without the passages that are gone, and with those that only vectors have found. */
function inOrderOf<Row extends PassageRow>(candidates: readonly PassageAddress[], rows: readonly Row[]) {
  const byAddress = new Map(rows.map((row) => [`${row.indexNumber} ${row.seq}`, row]));
  const known: Row[] = [];
  for (const { indexNumber, seq } of candidates) {
    const address = `${indexNumber} ${seq}`;
    const row = byAddress.get(address);
    if (row) known.push(row);
    byAddress.delete(address);
  }
  return { known, others: [...byAddress.values()] };
}
