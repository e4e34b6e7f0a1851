/**
 * One query's way to its postings. None is needed when this process remembers them all, and whoever reads the texts finds the
 * bases unchanged (`recall`); one round trip when nothing was written to the bases since this process searched them last, two
 * otherwise, and up to two more when a word has to be corrected.
 *
 * What this process knows of the segments may be out of date in two ways: new segments are missing, or known ones are gone
 * because they were merged into others. Every answer of the database carries the versions of the indexes and is one
 * snapshot, so both are noticed: a set of segments counts only if it was current after the search began and if all its
 * rows were read while it still existed.
 *
 * Vectors are asked for only where the process knows of some, or knows nothing yet; the answer tells when a base has got
 * its first, and then one more is needed.
 */
import type { LanguageCode } from '#domain/language';
import { type AnalyzedQuery, analyzeQuery } from './lexical/query-analysis';
import type { BaseStatistics } from './lexical/query-weights';
import type { PostingList } from './lexical/segment-format';
import {
  type FetchedRow,
  findPostings,
  postingKeys,
  type TermPostings,
  vocabularyKeys,
} from './lexical/segment-reader';
import { correctSpelling, unknownWords } from './lexical/spelling';
import type { PassageFilter } from './passage-filter';
import type { CachedList, PostingCache } from './posting-cache';
import type {
  BaseVectors,
  PostingAnswer,
  PostingReadingQueries,
  RowAddress,
  SearchedIndex,
} from './posting-reading.queries';
import type { HiddenRange, IndexState, KnownIndex, SegmentCatalog, StoredSegment } from './segment-catalog';
import type { SeqSet } from './seq-set';

export interface PostingQuery {
  baseIds: readonly string[];
  text: string;
  filter?: PassageFilter | undefined;
}

export interface FoundPostings {
  query: AnalyzedQuery;
  /** Over all bases. */
  postings: ReadonlyMap<number, TermPostings>;
  /** Sums over all bases. */
  statistics: BaseStatistics;
  indexes: FoundIndex[];
  /** From memory: they count only if the indexes still have these states when the texts are read. */
  isRecalled: boolean;
}

export interface FoundIndex {
  baseId: string;
  number: number;
  /** Of the segments that the postings are from. */
  version: string;
  state: string;
  /** Named by the postings, also those that are gone. */
  passages: number;
  /** Share of the passages named by the postings that are gone. */
  deletedShare: number;
  allowed: SeqSet | undefined;
  hidden: readonly HiddenRange[];
  vectors: BaseVectors | null;
  /** The lists in `postings` that are of this base. */
  lists: ReadonlySet<PostingList>;
}

interface MissingList {
  segment: StoredSegment;
  term: number;
}

export class PostingReading {
  private known: KnownIndex[];
  /** Whether `known` was current at some moment since this search began. */
  private isConfirmed = false;
  /** Set by `settle`. */
  private query!: AnalyzedQuery;
  /** By segment and term: the cache may forget what this search still needs. */
  private readonly lists = new Map<number, Map<number, CachedList>>();
  private searched: readonly (IndexState & Pick<SearchedIndex, 'baseId' | 'vectors' | 'allowed'>)[] = [];
  private isRecalled = false;

  constructor(
    private readonly request: PostingQuery,
    private readonly queries: PostingReadingQueries,
    private readonly catalog: SegmentCatalog,
    private readonly cache: PostingCache,
  ) {
    this.known = request.baseIds.map((baseId) => catalog.get(baseId)).filter((index) => index !== undefined);
  }

  /** False when the bases changed before each of so many attempts could be completed. */
  async run(maxAttempts: number): Promise<boolean> {
    const { text } = this.request;
    if (!(await this.settle(maxAttempts, (languages) => analyzeQuery(text, languages)))) return false;
    const corrected = await this.correctedQuery();
    return corrected === this.query || this.settle(maxAttempts, () => corrected);
  }

  /** True when the result can be had from memory. Not with filters and vectors, which the database has to be asked for. */
  recall(): boolean {
    const { text, baseIds, filter } = this.request;
    if (filter || this.known.length < baseIds.length || this.known.some(({ hasVectors }) => hasVectors)) return false;
    this.query = analyzeQuery(text, this.languages());
    if (this.missingLists().length > 0 || this.wordsToCorrect().length > 0) return false;
    this.searched = this.known.map((index) => ({ ...index, vectors: null, allowed: undefined }));
    this.isRecalled = true;
    return true;
  }

  result(): FoundPostings {
    const segments = this.segments();
    const sum = (field: 'passageCount' | 'totalLength') => segments.reduce((total, one) => total + one[field], 0);
    return {
      query: this.query,
      postings: this.postings(),
      statistics: { passageCount: sum('passageCount'), totalLength: sum('totalLength') },
      indexes: this.known.map((index) => this.foundIndex(index)),
      isRecalled: this.isRecalled,
    };
  }

  private async settle(
    maxAttempts: number,
    analyze: (languages: readonly LanguageCode[]) => AnalyzedQuery,
  ): Promise<boolean> {
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      this.query = analyze(this.languages());
      const missing = this.missingLists();
      if (this.isConfirmed && missing.length === 0 && this.areVectorsTold()) return true;
      const answer = await this.ask(rowsOf(missing), this.request.filter);
      if (this.take(answer, missing)) return true;
    }
    return false;
  }

  private segments(): StoredSegment[] {
    return this.known.flatMap(({ segments }) => segments);
  }

  private languages(): LanguageCode[] {
    return [...new Set(this.segments().flatMap(({ languages }) => languages))];
  }

  private missingLists(): MissingList[] {
    const missing: MissingList[] = [];
    for (const segment of this.segments()) {
      const lists = this.lists.get(segment.segment) ?? new Map<number, CachedList>();
      this.lists.set(segment.segment, lists);
      for (const term of this.query.terms) {
        if (lists.has(term)) continue;
        const cached = this.cache.get(segment.segment, term);
        if (cached === undefined) missing.push({ segment, term });
        else lists.set(term, cached);
      }
    }
    return missing;
  }

  private ask(rows: readonly RowAddress[], filter?: PassageFilter): Promise<PostingAnswer> {
    const versions = new Map(this.known.map(({ baseId, version }) => [baseId, version]));
    return this.queries.readPostings({
      baseIds: this.request.baseIds,
      knownVersions: this.request.baseIds.map((baseId) => versions.get(baseId) ?? null),
      rows,
      filter,
      withVectors: this.known.length < this.request.baseIds.length || this.known.some(({ hasVectors }) => hasVectors),
    });
  }

  private areVectorsTold(): boolean {
    return this.searched.every(({ vectors }) => vectors !== undefined);
  }

  /** Learns from the answer; true when the known segments are a sound base for the result. */
  private take(answer: PostingAnswer, missing: readonly MissingList[]): boolean {
    const current = new Map(answer.indexes.map((index) => [index.baseId, index]));
    const alive = new Set<number>();
    for (const { baseId, segments } of this.known) {
      for (const { segment } of current.get(baseId)?.segments ?? (current.has(baseId) ? segments : []))
        alive.add(segment);
    }
    for (const { segment, term } of missing) {
      if (alive.has(segment.segment)) this.keep(segment, term, answer.rows.get(segment.segment));
    }
    const isCurrent =
      this.known.length === answer.indexes.length && answer.indexes.every(({ segments }) => segments === undefined);
    const isComplete = this.segments().every(({ segment }) => alive.has(segment));
    this.searched = answer.indexes;
    if (this.areVectorsTold() && (isCurrent || (this.isConfirmed && isComplete))) {
      this.isConfirmed = true;
      if (isCurrent) this.learn(current);
      return true;
    }
    this.learn(current);
    return false;
  }

  private keep(segment: StoredSegment, term: number, rows: ReadonlyMap<number, Buffer> | undefined): void {
    const list = (rows && findPostings(term, segment, rows)) ?? null;
    this.lists.get(segment.segment)?.set(term, list);
    this.cache.add(segment.segment, term, list);
  }

  private learn(current: ReadonlyMap<string, SearchedIndex>): void {
    const former = new Map(this.known.map((index) => [index.baseId, index]));
    this.known = [];
    for (const baseId of this.request.baseIds) {
      const index = current.get(baseId);
      if (index === undefined) {
        this.catalog.forget(baseId);
        continue;
      }
      const { number, version, state, deletedPassages, hidden, hasVectors } = index;
      const known = {
        ...{ baseId, number, version, state, deletedPassages, hidden, hasVectors },
        segments: index.segments ?? former.get(baseId)?.segments ?? [],
      };
      this.catalog.set(known);
      this.known.push(known);
    }
    this.isConfirmed = true;
  }

  /** The query itself when the bases know all its words, or nothing close to the others. */
  private async correctedQuery(): Promise<AnalyzedQuery> {
    const segments = this.segments();
    const addresses = this.wordsToCorrect();
    if (addresses.length === 0) return this.query;
    const { rows } = await this.ask(addresses);
    const vocabulary: FetchedRow[] = segments.flatMap((segment) =>
      [...(rows.get(segment.segment) ?? [])].map(([key, data]) => ({ segment, key, data })),
    );
    return correctSpelling(this.query, this.unknownWords(), vocabulary);
  }

  /** Where the vocabulary stands that may have what was meant by words that the bases do not know. */
  private wordsToCorrect(): RowAddress[] {
    const unknown = this.unknownWords();
    return this.segments().flatMap((segment) =>
      vocabularyKeys(unknown, [segment]).map((key) => ({ segment: segment.segment, key })),
    );
  }

  private unknownWords(): string[] {
    return unknownWords(this.query, this.postings());
  }

  private postings(): Map<number, TermPostings> {
    const found = new Map<number, TermPostings>();
    for (const { segment } of this.segments()) {
      for (const term of this.query.terms) {
        const list = this.lists.get(segment)?.get(term);
        if (!list) continue;
        const known = found.get(term) ?? { term, documentFrequency: 0, lists: [] };
        known.documentFrequency += list.documentFrequency;
        known.lists.push(list);
        found.set(term, known);
      }
    }
    return found;
  }

  private foundIndex({ baseId, number, version, segments }: KnownIndex): FoundIndex {
    const state = this.searched.find((index) => index.baseId === baseId);
    const passages = segments.reduce((sum, { passageCount }) => sum + passageCount, 0);
    const lists = segments.flatMap(({ segment }) => [...(this.lists.get(segment)?.values() ?? [])]);
    return {
      baseId,
      number,
      version,
      state: state?.state ?? '',
      passages,
      deletedShare: passages === 0 ? 0 : Math.min(1, (state?.deletedPassages ?? 0) / passages),
      allowed: state?.allowed,
      hidden: state?.hidden ?? [],
      vectors: state?.vectors ?? null,
      lists: new Set(lists.filter((list) => list !== null)),
    };
  }
}

/** The rows that hold the lists, if their segments have them at all. */
function rowsOf(missing: readonly MissingList[]): RowAddress[] {
  const bySegment = Map.groupBy(missing, ({ segment }) => segment);
  return [...bySegment].flatMap(([segment, lists]) => {
    const keys = postingKeys(
      lists.map(({ term }) => term),
      [segment],
    );
    return keys.map((key) => ({ segment: segment.segment, key }));
  });
}
