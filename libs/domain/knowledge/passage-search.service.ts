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
import { bestCandidates } from './best-candidates';
import type { FoundPassage, SearchOutcome, SearchRequest } from './knowledge.types';
import { type WeightedQuery, weighQuery } from './lexical/query-weights';
import { likePatterns } from './like-patterns';
import { adviceOn, type PassageAdviser } from './passage-advice';
import { passageFilterOf } from './passage-filter';
import {
  type NearestRequest,
  type PassageAddress,
  type PassageRow,
  PassageSearchQueries,
} from './passage-search.queries';
import { PostingReader } from './posting-reader.service';
import type { FoundPostings, PostingQuery } from './posting-reading';
import type { HiddenRange } from './posting-reading.queries';
import { type Candidates, scoredPassages } from './scored-passages';
import { explainSearch } from './search-explanation';
import { wayOf } from './vectors/nearest-way';
import { QueryEmbedder } from './vectors/query-embedder.service';
import { type SearchChannels, SearchVectors } from './vectors/search-vectors';
import { VectorCatalog } from './vectors/vector-catalog';

/** Enough for the best ten: 500 do not rank them better (measured up to a million passages). */
const CANDIDATES = 50;
/** From so many wanted passages on, twice as many candidates. */
const LONG_RESULT = 20;
/** Only bases that are written without a pause use them up; then their writers are asked to wait for one search. */
const MAX_ATTEMPTS = 3;
/** Where the best passages are of too few documents, those of others are looked for, so many times at most. */
const MAX_ROUNDS = 4;
/**
 * Passages of keyword searches: candidates from the index, and newest passages that are read one by one to find parts of
 * words, over all bases (about 50 ms). In larger bases older passages are found by whole words only.
 */
const KEYWORD_CANDIDATES = 300;
const KEYWORD_SCANNED = 10_000;

const NOTHING: SearchOutcome = { passages: [], channels: ['words'], shortfalls: [], embeddingTokens: 0 };

interface Found extends Candidates {
  vectors: SearchChannels;
}

type CandidateRow = Candidates['rows'][number];

/** What a search knows before it reads texts. */
interface Search {
  query: PostingQuery;
  found: FoundPostings;
  weighted: WeightedQuery;
  vectors: SearchChannels;
  wanted: number;
}

/** One for a process: it remembers what it has searched. */
@Injectable()
export class PassageSearch {
  private readonly catalog = new VectorCatalog();
  private readonly advisers: PassageAdviser[] = [];

  constructor(
    private readonly reader: PostingReader,
    private readonly queries: PassageSearchQueries,
    private readonly embedder: QueryEmbedder,
    private readonly database: Database,
  ) {}

  /** From now on it is asked about the passages of its kind. */
  advisedBy(adviser: PassageAdviser): void {
    this.advisers.push(adviser);
  }

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
    const documents = request.perDocument ? request.limit : 0;
    const found = await this.undisturbed(query.baseIds, (isHeld) =>
      this.findCandidates(query, { wanted, documents, asked, mayAsk: !isHeld }),
    );
    const { channels, shortfalls, inputTokens } = found.vectors;
    const advice = await adviceOn(this.advisers, request, found.rows);
    const candidates = { ...found, advice };
    return {
      passages: scoredPassages(candidates, request),
      channels: channels.length > 0 ? ['words', 'vectors'] : ['words'],
      shortfalls,
      embeddingTokens: inputTokens,
      ...(request.explain ? { explanation: explainSearch(candidates, request) } : {}),
    };
  }

  /**
   * Passages whose title, heading or text contains every word of the query, as whole words or within others, whatever the
   * case. Best first; `minScore` counts as in `search`.
   *
   * @throws as `find`
   */
  async searchKeyword(request: SearchRequest): Promise<FoundPassage[]> {
    return (await this.findKeyword(request)).passages;
  }

  /** As `searchKeyword`, with an explanation if one is asked for. @throws as `find` */
  async findKeyword(request: SearchRequest): Promise<Pick<SearchOutcome, 'passages' | 'explanation'>> {
    const patterns = likePatterns(request.query);
    const query = postingQueryOf(request);
    if (request.limit < 1 || request.baseIds.length === 0 || patterns.length === 0) return { passages: [] };
    const found = await this.undisturbed(query.baseIds, () => this.reader.read(query));
    const weighted = weighQuery(found.query, found.postings, found.statistics);
    const rows = await this.queries.findMatching({
      addresses: await bestCandidates(found, weighted, KEYWORD_CANDIDATES),
      indexNumbers: found.indexes.map(({ number }) => number),
      patterns,
      filter: query.filter,
      scanned: Math.ceil(KEYWORD_SCANNED / Math.max(1, found.indexes.length)),
      limit: Math.max(KEYWORD_CANDIDATES, request.limit),
    });
    const candidates = { found, weighted, rows };
    const options = { ...request, isEveryRowFound: true };
    const passages = scoredPassages(candidates, options);
    return request.explain ? { passages, explanation: explainSearch(candidates, options) } : { passages };
  }

  /** Undefined when passages were replaced since their postings were read. */
  private async findCandidates(
    query: PostingQuery,
    { wanted, documents, asked, mayAsk }: { wanted: number; documents: number; asked: SearchVectors; mayAsk: boolean },
  ): Promise<Found | undefined> {
    const found = await this.reader.read(query);
    if (found === undefined) return undefined;
    this.catalog.learn(found.indexes);
    const vectors = await asked.channelsOf(found.indexes, mayAsk);
    const weighted = weighQuery(found.query, found.postings, found.statistics);
    const rows: CandidateRow[] = [];
    for (let round = 1; round <= MAX_ROUNDS; round++) {
      const more = await this.readCandidates({ query, found, weighted, vectors, wanted }, rows);
      if (more === undefined) return undefined;
      rows.push(...more.rows);
      if (more.isLast || new Set(rows.map(({ documentId }) => documentId)).size >= documents) break;
    }
    return { found, weighted, rows, probabilities: vectors.probabilities, vectors };
  }

  /**
   * The best passages of documents that have none in `known`. Undefined as in `findCandidates`; `isLast` when there were
   * not as many as wanted.
   */
  private async readCandidates(
    { query, found, weighted, vectors, wanted }: Search,
    known: readonly CandidateRow[],
  ): Promise<{ rows: CandidateRow[]; isLast: boolean } | undefined> {
    const passedOver = rangesOf(known);
    const candidates = await bestCandidates(found, weighted, wanted, { passedOver });
    const { channels } = vectors;
    if (candidates.length === 0 && channels.length === 0) return { rows: [], isLast: true };
    const hidden = [...found.indexes.flatMap((index) => index.hidden), ...passedOver];
    const texts = { filter: query.filter, hidden, indexes: found.indexes };
    const { rows, versionSum } = await this.readTexts(texts, candidates, vectors, wanted);
    const { known: read, others } = inOrderOf(candidates, rows);
    const isDisturbed = read.length < candidates.length && versionSum !== versionSumOf(found, candidates);
    if (isDisturbed) return undefined;
    const isLast = candidates.length < wanted && rows.length < wanted;
    return { rows: [...read, ...others], isLast };
  }

  private readTexts(
    { filter, hidden, indexes }: Pick<NearestRequest, 'filter' | 'hidden'> & Pick<FoundPostings, 'indexes'>,
    addresses: readonly PassageAddress[],
    { channels }: SearchChannels,
    limit: number,
  ) {
    if (channels.length === 0) return this.queries.findPassages(addresses);
    const ways = channels.map((channel) => {
      const searched = indexes.filter(({ number }) => channel.indexNumbers.includes(number));
      return { ...channel, way: wayOf(channel.extent, searched, limit) };
    });
    return this.queries.findNearest({ addresses, channels: ways, filter, hidden, limit });
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

/** Versions only grow, so equal sums mean equal versions. */
function versionSumOf({ indexes }: FoundPostings, candidates: readonly PassageAddress[]): string {
  const numbers = new Set(candidates.map(({ indexNumber }) => indexNumber));
  const searched = indexes.filter(({ number }) => numbers.has(number));
  return String(searched.reduce((sum, { version }) => sum + BigInt(version), 0n));
}

/** Where the passages of their documents stand. */
function rangesOf(rows: readonly CandidateRow[]): HiddenRange[] {
  const byDocument = new Map(rows.map((row) => [`${row.indexNumber} ${row.firstSeq}`, row]));
  return [...byDocument.values()].map(({ indexNumber, firstSeq, passageCount: count }) => ({
    ...{ indexNumber, firstSeq, count },
  }));
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
