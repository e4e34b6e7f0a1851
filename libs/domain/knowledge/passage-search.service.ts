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
import { CandidateSearch } from './candidate-search';
import type { FoundPassage, SearchOutcome, SearchRequest } from './knowledge.types';
import { weighQuery } from './lexical/query-weights';
import { likePatterns } from './like-patterns';
import { adviceOn, type PassageAdviser } from './passage-advice';
import { passageFilterOf } from './passage-filter';
import { PassageSearchQueries } from './passage-search.queries';
import { PostingReader } from './posting-reader.service';
import type { PostingQuery } from './posting-reading';
import { givenPassages, scoreRows } from './scored-passages';
import { explainSearch } from './search-explanation';
import { QueryEmbedder } from './vectors/query-embedder.service';
import { SearchVectors } from './vectors/search-vectors';
import { VectorCatalog } from './vectors/vector-catalog';

/** Enough for the best ten: 500 do not rank them better (measured up to a million passages). */
const CANDIDATES = 50;
/** From so many wanted passages on, twice as many candidates. */
const LONG_RESULT = 20;
/** Only bases that are written without a pause use them up; then their writers are asked to wait for one search. */
const MAX_ATTEMPTS = 3;
/**
 * Passages of keyword searches: candidates from the index, and newest passages that are read one by one to find parts of
 * words, over all bases (about 50 ms). In larger bases older passages are found by whole words only.
 */
const KEYWORD_CANDIDATES = 300;
const KEYWORD_SCANNED = 10_000;

const NOTHING: SearchOutcome = { passages: [], channels: ['words'], shortfalls: [], embeddingTokens: 0 };

/** One for a process: it remembers what it has searched. */
@Injectable()
export class PassageSearch {
  private readonly catalog = new VectorCatalog();
  private readonly candidates: CandidateSearch;
  private readonly advisers: PassageAdviser[] = [];

  constructor(
    private readonly reader: PostingReader,
    private readonly queries: PassageSearchQueries,
    private readonly embedder: QueryEmbedder,
    private readonly database: Database,
  ) {
    this.candidates = new CandidateSearch(reader, queries, this.catalog);
  }

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
      this.candidates.find(query, { wanted, documents, asked, mayAsk: !isHeld }),
    );
    const { channels, shortfalls, inputTokens } = found.vectors;
    const advice = await adviceOn(this.advisers, request, found.rows);
    const candidates = { ...found, advice };
    const scores = scoreRows(candidates, request);
    return {
      passages: givenPassages(candidates, scores, request),
      channels: channels.length > 0 ? ['words', 'vectors'] : ['words'],
      shortfalls,
      embeddingTokens: inputTokens,
      ...(request.explain ? { explanation: explainSearch(candidates, scores, request) } : {}),
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
    const scores = scoreRows(candidates, options);
    const passages = givenPassages(candidates, scores, options);
    return request.explain ? { passages, explanation: explainSearch(candidates, scores, options) } : { passages };
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
