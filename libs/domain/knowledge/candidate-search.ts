/**
 * From a query to the candidates that are scored: the best passages by their postings, with their texts, and those whose
 * vectors are nearest. What the process remembers of the postings is believed until the texts are read; their statement also
 * tells the states of the indexes, and when those are others, the postings are read after all.
 */
import { bestCandidates } from './best-candidates';
import { type WeightedQuery, weighQuery } from './lexical/query-weights';
import type {
  FoundRows,
  NearestRequest,
  PassageAddress,
  PassageRow,
  PassageSearchQueries,
} from './passage-search.queries';
import type { PostingReader } from './posting-reader.service';
import type { FoundPostings, PostingQuery } from './posting-reading';
import type { Candidates } from './scored-passages';
import type { HiddenRange } from './segment-catalog';
import { wayOf } from './vectors/nearest-way';
import type { SearchChannels, SearchVectors } from './vectors/search-vectors';
import type { VectorCatalog } from './vectors/vector-catalog';

/** Where the best passages are of too few documents, those of others are looked for, so many times at most. */
const MAX_ROUNDS = 4;

export interface FoundCandidates extends Candidates {
  vectors: SearchChannels;
}

export interface CandidateOptions {
  wanted: number;
  /** That the candidates are to be of, at least, if there are as many. */
  documents: number;
  asked: SearchVectors;
  /** Whether an embedding model may be asked. */
  mayAsk: boolean;
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

export class CandidateSearch {
  constructor(
    private readonly reader: PostingReader,
    private readonly queries: PassageSearchQueries,
    private readonly catalog: VectorCatalog,
  ) {}

  /** Undefined when passages were replaced since their postings were read. */
  async find(query: PostingQuery, options: CandidateOptions): Promise<FoundCandidates | undefined> {
    const recalled = this.reader.recall(query);
    const remembered = recalled && (await this.candidatesOf(recalled, query, options));
    if (remembered) return remembered;
    const found = await this.reader.read(query);
    if (found === undefined) return undefined;
    this.catalog.learn(found.indexes);
    return this.candidatesOf(found, query, options);
  }

  private async candidatesOf(
    found: FoundPostings,
    query: PostingQuery,
    { wanted, documents, asked, mayAsk }: CandidateOptions,
  ): Promise<FoundCandidates | undefined> {
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
   * The best passages of documents that have none in `known`. Undefined as in `find`; `isLast` when there were not as many as
   * wanted.
   */
  private async readCandidates(
    { query, found, weighted, vectors, wanted }: Search,
    known: readonly CandidateRow[],
  ): Promise<{ rows: CandidateRow[]; isLast: boolean } | undefined> {
    const passedOver = rangesOf(known);
    const candidates = await bestCandidates(found, weighted, wanted, { passedOver });
    if (candidates.length === 0 && vectors.channels.length === 0 && !(found.isRecalled && known.length === 0)) {
      return { rows: [], isLast: true };
    }
    const hidden = [...found.indexes.flatMap((index) => index.hidden), ...passedOver];
    const { rows, states } = await this.readTexts({ filter: query.filter, hidden }, found, candidates, vectors, wanted);
    const { known: read, others } = inOrderOf(candidates, rows);
    if (isDisturbed(found, states, candidates.length - read.length)) return undefined;
    const isLast = candidates.length < wanted && rows.length < wanted;
    return { rows: [...read, ...others], isLast };
  }

  private readTexts(
    narrowed: Pick<NearestRequest, 'filter' | 'hidden'>,
    { indexes }: FoundPostings,
    addresses: readonly PassageAddress[],
    { channels }: SearchChannels,
    limit: number,
  ): Promise<FoundRows<CandidateRow>> {
    const indexNumbers = indexes.map(({ number }) => number);
    if (channels.length === 0) return this.queries.findPassages(indexNumbers, addresses);
    const ways = channels.map((channel) => {
      const searched = indexes.filter(({ number }) => channel.indexNumbers.includes(number));
      return { ...channel, way: wayOf(channel.extent, searched, limit) };
    });
    return this.queries.findNearest({ indexNumbers, addresses, channels: ways, ...narrowed, limit });
  }
}

/** What was read is a sound base unless passages were replaced; what was remembered is one only if nothing has changed. */
function isDisturbed({ indexes, isRecalled }: FoundPostings, states: FoundRows['states'], missing: number): boolean {
  if (isRecalled) return indexes.some(({ number, state }) => states[number]?.state !== state);
  return missing > 0 && indexes.some(({ number, version }) => states[number]?.version !== version);
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
