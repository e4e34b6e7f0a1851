/** What a search must find, computed in memory over the passages of the bases, each packed as one segment. */
import type { Database } from '#infra/database';
import { analyzeQuery } from '../../domain/knowledge/lexical/query-analysis';
import { type WeightedQuery, weighQuery } from '../../domain/knowledge/lexical/query-weights';
import { rescore } from '../../domain/knowledge/lexical/rescoring';
import type { PackedSegment } from '../../domain/knowledge/lexical/segment-format';
import { packSegment } from '../../domain/knowledge/lexical/segment-packer';
import { readPostings } from '../../domain/knowledge/lexical/segment-reader';
import { correctSpelling, unknownWords } from '../../domain/knowledge/lexical/spelling';
import { topPassages } from '../../domain/knowledge/lexical/top-passages';
import { indexedText } from '../../domain/knowledge/passage-batches';
import type { PassageRow } from '../../domain/knowledge/passage-search.queries';

export type StoredPassage = Pick<
  PassageRow,
  'seq' | 'documentId' | 'position' | 'title' | 'section' | 'body' | 'language'
>;

export function storedPassages(database: Database, baseId: string): Promise<StoredPassage[]> {
  return database.query<StoredPassage>(
    `select p.seq, p.document_id as "documentId", p.position, p.title, p.section, p.body, p.language
     from passage p join lexical_index i on i.number = p.index_number where i.base_id = $1`,
    [baseId],
  );
}

export interface ScoredId {
  id: string;
  score: number;
}

export interface ReferenceOptions {
  /** Passages that were deleted and are still named by segments. */
  gone?: ReadonlySet<number>;
  candidates?: number;
}

export class ReferenceSearch {
  private readonly segments: PackedSegment[];

  constructor(private readonly bases: readonly StoredPassage[][]) {
    this.segments = bases.map((passages) => packSegment(passages.map((passage) => indexedText(passage.seq, passage))));
  }

  /** The best ten, with scores rounded as `rounded` does. */
  find(text: string, { gone = new Set(), candidates = 50 }: ReferenceOptions = {}): ScoredId[] {
    const weighted = this.weigh(text);
    const best = this.segments.flatMap((segment, base) => {
      const isOwn = (data: Buffer) => segment.rows.some((row) => row.data === data);
      const postings = weighted.postings.map(({ weight, lists }) => ({
        weight,
        lists: lists.filter(({ data }) => isOwn(data)),
      }));
      const found = topPassages(postings, { limit: candidates });
      return found.map(({ seq, impact }) => ({ impact, passage: this.passage(base, seq) }));
    });
    best.sort((a, b) => b.impact - a.impact);
    const chosen = best.slice(0, candidates).map(({ passage }) => passage);
    const found = chosen.filter(({ seq }) => !gone.has(seq));
    const texts = found.map((passage, rank) => indexedText(rank, passage));
    const ranked = rescore(weighted, texts).map(({ seq: rank, probability }) => {
      const { documentId, position } = found[rank] as StoredPassage;
      return { id: `${documentId}:${position}`, score: probability };
    });
    ranked.sort((a, b) => b.score - a.score);
    return rounded(ranked.slice(0, 10));
  }

  private weigh(text: string): WeightedQuery {
    const { segments } = this;
    const query = analyzeQuery(text, [...new Set(segments.flatMap(({ languages }) => languages))]);
    const rows = segments.flatMap((segment) => segment.rows.map((row) => ({ ...row, segment })));
    const sum = (field: 'passageCount' | 'totalLength') => segments.reduce((total, one) => total + one[field], 0);
    const statistics = { passageCount: sum('passageCount'), totalLength: sum('totalLength') };
    const unknown = unknownWords(query, readPostings(query.terms, rows));
    const corrected = unknown.length === 0 ? query : correctSpelling(query, unknown, rows);
    return weighQuery(corrected, readPostings(corrected.terms, rows), statistics);
  }

  private passage(base: number, seq: number): StoredPassage {
    return this.bases[base]?.find((one) => one.seq === seq) as StoredPassage;
  }
}

/** Sums in another order differ in the last bits. */
export function rounded(found: readonly ScoredId[]): ScoredId[] {
  return found.map(({ id, score }) => ({ id, score: Math.fround(score) }));
}
