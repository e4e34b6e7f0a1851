/**
 * Finds passages by their words. First the best candidates by BM25, from the packed postings of all bases with statistics
 * over all of them, so that their sums compare; then the candidates' texts are scored again, and the scores calibrated.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { FoundPassage, SearchRequest } from './knowledge.types';
import { type WeightedQuery, weighQuery } from './lexical/query-weights';
import { rescore } from './lexical/rescoring';
import { type Candidate, topPassages } from './lexical/top-passages';
import { likePatterns } from './like-patterns';
import { indexedText } from './passage-batches';
import { type PassageAddress, type PassageRow, PassageSearchQueries } from './passage-search.queries';
import { PostingReader } from './posting-reader.service';
import type { FoundIndex, FoundPostings, PostingQuery } from './posting-reading';

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

type AddressedCandidate = Candidate & PassageAddress;

interface Stage {
  found: FoundPostings;
  weighted: WeightedQuery;
  rows: PassageRow[];
}

@Injectable()
export class PassageSearch {
  constructor(
    private readonly reader: PostingReader,
    private readonly queries: PassageSearchQueries,
    private readonly database: Database,
  ) {}

  /** Best first. */
  async search(request: SearchRequest): Promise<FoundPassage[]> {
    if (request.limit < 1 || request.baseIds.length === 0) return [];
    const wanted = request.limit > LONG_RESULT ? Math.max(2 * CANDIDATES, request.limit) : CANDIDATES;
    const query = postingQueryOf(request);
    return scored(await this.undisturbed(query.baseIds, () => this.findCandidates(query, wanted)), request);
  }

  /**
   * Passages whose title, heading or text contains every word of the query, as whole words or within others, whatever the
   * case. Best first; `minScore` counts as in `search`.
   */
  async searchKeyword(request: SearchRequest): Promise<FoundPassage[]> {
    const patterns = likePatterns(request.query);
    if (request.limit < 1 || request.baseIds.length === 0 || patterns.length === 0) return [];
    const query = postingQueryOf(request);
    const found = await this.undisturbed(query.baseIds, () => this.reader.read(query));
    const weighted = weighQuery(found.query, found.postings, found.statistics);
    const rows = await this.queries.findMatching({
      addresses: bestCandidates(found, weighted, KEYWORD_CANDIDATES),
      indexNumbers: found.indexes.map(({ number }) => number),
      patterns,
      tags: query.tags,
      scanned: Math.ceil(KEYWORD_SCANNED / Math.max(1, found.indexes.length)),
      limit: Math.max(KEYWORD_CANDIDATES, request.limit),
    });
    return scored({ found, weighted, rows }, request, { isEveryRowFound: true });
  }

  /** Undefined when passages were replaced since their postings were read. */
  private async findCandidates(query: PostingQuery, wanted: number): Promise<Stage | undefined> {
    const found = await this.reader.read(query);
    if (found === undefined) return undefined;
    const weighted = weighQuery(found.query, found.postings, found.statistics);
    const candidates = bestCandidates(found, weighted, wanted);
    if (candidates.length === 0) return { found, weighted, rows: [] };
    const { rows, versionSum } = await this.queries.findPassages(candidates);
    const isDisturbed = rows.length < candidates.length && versionSum !== versionSumOf(found, candidates);
    return isDisturbed ? undefined : { found, weighted, rows: inOrderOf(candidates, rows) };
  }

  /** Takes the step until it gives a result. */
  private async undisturbed<Result>(
    baseIds: readonly string[],
    step: () => Promise<Result | undefined>,
  ): Promise<Result> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const result = await step();
      if (result !== undefined) return result;
    }
    return this.database.transaction(async () => {
      await this.queries.holdStill(baseIds);
      const result = await step();
      if (result === undefined) throw new Error('The bases have changed although they were held still.');
      return result;
    });
  }
}

function postingQueryOf({ baseIds, query, tags }: SearchRequest): PostingQuery {
  return { baseIds: [...new Set(baseIds)], text: query, tags: tags?.length ? tags : undefined };
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

/** Share of the candidates that will turn out to be deleted. A filter by tags knows only passages that are there. */
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

/** The database answers in any order, and without the passages that are gone. */
function inOrderOf(candidates: readonly PassageAddress[], rows: readonly PassageRow[]): PassageRow[] {
  const byAddress = new Map(rows.map((row) => [`${row.indexNumber} ${row.seq}`, row]));
  return candidates
    .map(({ indexNumber, seq }) => byAddress.get(`${indexNumber} ${seq}`))
    .filter((row) => row !== undefined);
}

/**
 * Scores the rows again from their text, and orders them by probability: it rests on more than the score does and ranks a
 * little better (recall@1 on SQuAD 83.8 for 82.8), and callers see it fall. A row that shares but a part of a word with the
 * query may have no score at all.
 */
function scored(
  { found, weighted, rows }: Stage,
  { limit, minScore = 0 }: SearchRequest,
  { isEveryRowFound = false } = {},
): FoundPassage[] {
  const baseIds = new Map(found.indexes.map(({ number, baseId }) => [number, baseId]));
  const texts = rows.map((row, rank) => indexedText(rank, row));
  const scores = new Map(rescore(weighted, texts).map(({ seq: rank, probability }) => [rank, probability]));
  if (isEveryRowFound) for (const { seq: rank } of texts) if (!scores.has(rank)) scores.set(rank, 0);
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .filter(([, score]) => score >= minScore)
    .slice(0, limit)
    .map(([rank, score]) => foundPassage(rows[rank] as PassageRow, baseIds, score));
}

function foundPassage(row: PassageRow, baseIds: ReadonlyMap<number, string>, score: number): FoundPassage {
  const { indexNumber, documentId, position, title, section, body, tags, sourceType, language } = row;
  const baseId = baseIds.get(indexNumber) ?? '';
  const id = `${documentId}:${position}`;
  return { id, documentId, baseId, position, title, section, body, tags, sourceType, language, score };
}
