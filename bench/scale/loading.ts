/**
 * Fills bases as quickly as a database takes rows: passages and their postings by the product's own statements, but packed
 * into segments of the size that merging leaves, without jobs. What stands there afterwards is what the product would have
 * made of the same documents.
 */
import type { PassageSource } from '../../libs/domain/knowledge/knowledge.types';
import { packSegment } from '../../libs/domain/knowledge/lexical/segment-packer';
import { MAX_SEGMENT_PASSAGES } from '../../libs/domain/knowledge/merge-plan';
import { portionsOf } from '../../libs/domain/knowledge/packed-rows';
import {
  type BatchDocument,
  type BatchPassage,
  batchPassage,
  indexedText,
} from '../../libs/domain/knowledge/passage-batches';
import { PassageIndexQueries } from '../../libs/domain/knowledge/passage-index.queries';
import { SegmentMergingQueries } from '../../libs/domain/knowledge/segment-merging.queries';
import { vectorLiteral } from '../../libs/domain/knowledge/vectors/embedded-text';
import type { Database } from '../../libs/infra/database';
import { newId } from '../../libs/kernel';
import type { MadeUpVectors } from './made-up-vectors';
import { PASSAGES_PER_ARTICLE, type ScaledText } from './scaled-text';

/** Rows of one statement. */
const PORTION = 2_560;
const MAX_STATEMENT_BYTES = 2 * 1024 * 1024;

export interface LoadedBase {
  baseId: string;
  teamId: string;
}

export interface LoadOptions {
  passages: number;
  vectors: MadeUpVectors | undefined;
}

interface Portion {
  documents: BatchDocument[];
  passages: BatchPassage[];
  articles: number[];
}

export class Loading {
  private readonly index: PassageIndexQueries;
  private readonly segments: SegmentMergingQueries;

  constructor(
    private readonly database: Database,
    private readonly text: ScaledText,
  ) {
    this.index = new PassageIndexQueries(database);
    this.segments = new SegmentMergingQueries(database);
  }

  /** Article `a` comes into base `a mod bases`. */
  async fill(bases: readonly LoadedBase[], { passages, vectors }: LoadOptions): Promise<void> {
    const perBase = Math.ceil(passages / PASSAGES_PER_ARTICLE / bases.length);
    const space = vectors && (await this.spaceOf(vectors.dimensions));
    for (const [at, base] of bases.entries()) {
      const articles = Array.from({ length: perBase }, (_, turn) => at + turn * bases.length);
      for (let from = 0; from < articles.length; from += MAX_SEGMENT_PASSAGES / PASSAGES_PER_ARTICLE) {
        const own = articles.slice(from, from + MAX_SEGMENT_PASSAGES / PASSAGES_PER_ARTICLE);
        await this.database.transaction(() => this.fillSegment(base, own, vectors, space));
      }
    }
    for (const table of [
      'document',
      'passage_source',
      'passage',
      'lexical_segment',
      'lexical_posting',
      'passage_vector',
    ]) {
      await this.database.query(`vacuum analyze ${table}`);
    }
  }

  private async fillSegment(
    base: LoadedBase,
    articles: readonly number[],
    vectors: MadeUpVectors | undefined,
    space: number | undefined,
  ): Promise<void> {
    const index = await this.index.lock(base.baseId, []);
    if (index === undefined) throw new Error('A base without an index.');
    const all: BatchPassage[] = [];
    const perPortion = PORTION / PASSAGES_PER_ARTICLE;
    for (let from = 0; from < articles.length; from += perPortion) {
      const portion = this.portionOf(base, articles.slice(from, from + perPortion));
      const firstSeq = index.nextSeq + all.length;
      const nextSeq = firstSeq + portion.passages.length;
      const state = { index, firstSeq, nextSeq, segment: undefined, replacedSegment: undefined, deletedPassages: 0 };
      await this.addDocuments(base, portion);
      await this.index.write({ ...state, ...portion, isMergeWanted: false });
      if (vectors && space !== undefined) await this.addVectors(index.number, firstSeq, portion, vectors, space);
      all.push(...portion.passages);
    }
    const packed = packSegment(all.map((passage, at) => indexedText(index.nextSeq + at, passage)));
    const segment = await this.segments.insertSegment(index.number, packed);
    for (const rows of portionsOf(packed.rows, MAX_STATEMENT_BYTES)) await this.segments.insertRows(segment, rows);
    await this.segments.replaceSegments(index.number, [], 0);
  }

  private portionOf({ baseId }: LoadedBase, articles: readonly number[]): Portion {
    const portion: Portion = { documents: [], passages: [], articles: [...articles] };
    for (const number of articles) {
      const { title, passages } = this.text.article(number);
      const source: PassageSource = {
        documentId: newId(),
        baseId,
        tags: [`tag${number % 10}`, `rare${number % 997}`],
        sourceType: 'text',
        language: 'en',
      };
      portion.documents.push({ source, passageCount: passages.length, offset: portion.passages.length });
      passages.forEach((body, position) => {
        portion.passages.push(batchPassage(source, { position, title, section: null, body }));
      });
    }
    return portion;
  }

  private async addDocuments({ teamId, baseId }: LoadedBase, { documents, passages }: Portion): Promise<void> {
    await this.database.query(
      `insert into document (id, team_id, base_id, bot_id, kind, title, content, passage_count)
       select d.id, $1, $2, b.bot_id, 'text', d.title, '', ${PASSAGES_PER_ARTICLE}
       from unnest($3::uuid[], $4::text[]) as d (id, title), knowledge_base b where b.id = $2`,
      [
        teamId,
        baseId,
        documents.map(({ source }) => source.documentId),
        documents.map(({ offset }) => passages[offset]?.title ?? ''),
      ],
    );
  }

  private async addVectors(
    indexNumber: number,
    firstSeq: number,
    { articles }: Portion,
    vectors: MadeUpVectors,
    space: number,
  ): Promise<void> {
    const literals = articles.flatMap((article) =>
      vectors.ofArticle(article, PASSAGES_PER_ARTICLE).map((vector) => vectorLiteral(vector)),
    );
    await this.database.query(
      `insert into passage_vector (index_number, seq, space, text_hash, embedding)
       select $1, $2::int + n - 1, $3, int4send(n::int), vector::vector
       from unnest($4::text[]) with ordinality as v (vector, n)`,
      [indexNumber, firstSeq, space, literals],
    );
  }

  /** The one that the product made for its embedding model. */
  private async spaceOf(dimensions: number): Promise<number> {
    const [row] = await this.database.query<{ number: number }>(
      'select number from vector_space where dimensions = $1',
      [dimensions],
    );
    if (row === undefined) throw new Error('The product has made no space of vectors.');
    return row.number;
  }
}
