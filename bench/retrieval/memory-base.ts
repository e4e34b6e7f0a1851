/** A knowledge base in memory: the index of `libs/domain/knowledge/lexical` with maps in place of tables. */

import type { PassageToScore } from '../../libs/domain/knowledge/lexical/passage-counter';
import { analyzeQuery } from '../../libs/domain/knowledge/lexical/query-analysis';
import { weighQuery } from '../../libs/domain/knowledge/lexical/query-weights';
import { rescore, type ScoredPassage } from '../../libs/domain/knowledge/lexical/rescoring';
import type { PackedSegment } from '../../libs/domain/knowledge/lexical/segment-format';
import { packSegment } from '../../libs/domain/knowledge/lexical/segment-packer';
import {
  type FetchedRow,
  postingKeys,
  readPostings,
  vocabularyKeys,
} from '../../libs/domain/knowledge/lexical/segment-reader';
import { correctSpelling, unknownWords } from '../../libs/domain/knowledge/lexical/spelling';
import { topPassages } from '../../libs/domain/knowledge/lexical/top-passages';
import { detectLanguage } from '../../libs/domain/language/language-detection';
import type { BenchPassage } from './datasets';

export interface Hit extends ScoredPassage {
  id: string;
}

export class MemoryBase {
  private readonly passages: PassageToScore[];
  private readonly rows: Map<number, Buffer>;
  readonly segment: PackedSegment;

  constructor(private readonly source: readonly BenchPassage[]) {
    this.passages = source.map(({ title, body }, seq) => ({
      seq,
      title,
      body,
      language: detectLanguage(`${title}. ${body}`),
    }));
    this.segment = packSegment(this.passages);
    this.rows = new Map(this.segment.rows.map(({ key, data }) => [key, data]));
  }

  get indexBytes(): number {
    return this.segment.rows.reduce((sum, { data }) => sum + data.length, 0);
  }

  search(text: string, limit = 50): Hit[] {
    const { segment } = this;
    let query = analyzeQuery(text, segment.languages);
    let postings = readPostings(query.terms, this.fetch(postingKeys(query.terms, [segment])));
    const unknown = unknownWords(query, postings);
    if (unknown.length > 0) {
      const corrected = correctSpelling(query, unknown, this.fetch(vocabularyKeys(unknown, [segment])));
      if (corrected !== query)
        postings = readPostings(corrected.terms, this.fetch(postingKeys(corrected.terms, [segment])));
      query = corrected;
    }
    const weighted = weighQuery(query, postings, segment);
    const candidates = topPassages(weighted.postings, { limit });
    const hits = rescore(
      weighted,
      candidates.map(({ seq }) => this.passages[seq] as PassageToScore),
    );
    return hits.map((hit) => ({ ...hit, id: this.source[hit.seq]?.id ?? '' }));
  }

  private fetch(keys: readonly number[]): FetchedRow[] {
    const found: FetchedRow[] = [];
    for (const key of keys) {
      const data = this.rows.get(key);
      if (data !== undefined) found.push({ segment: this.segment, key, data });
    }
    return found;
  }
}
