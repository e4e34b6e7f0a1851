/**
 * A document whose passages are replaced: the old ones stay until the new ones are all there and have taken over the vectors
 * of equal texts. What a document has outside of the numbers that its source names is of no version, and goes.
 *
 * All of it with the index locked. By passage_source_pkey, passage_document_id_idx and lexical_index_number_key.
 */
import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { GONE_SEQS, withGone } from './hidden-seqs';
import type { PassageSource } from './knowledge.types';
import { type LockedIndex, metadataParameter, type ShrunkIndex } from './passage-index.queries';

/** What is indexed now, for whoever asks whether too much of it is deleted. */
const SHRUNK = `base_id as "baseId", deleted_passages as "deletedPassages", (
    select coalesce(sum(g.passage_count), 0)::int from lexical_segment g where g.index_number = number
  ) as "indexedPassages"`;

/** As `embeddedText` and `textHash` make it. */
const TEXT_HASH = `sha256(convert_to(
    concat_ws(E'\\n', nullif(title, ''), nullif(section, ''), nullif(body, '')), 'UTF8'
  ))`;

@Injectable()
export class PassageVersionsQueries {
  constructor(private readonly database: Database) {}

  /** Gives new passages the vectors that passages of the same texts have in their base. By passage_vector_text_hash_idx. */
  async carryVectors(indexNumber: number, firstSeq: number, passages: number): Promise<void> {
    await this.database.query(
      `insert into passage_vector (index_number, seq, space, text_hash, embedding)
       select $1, fresh.seq, v.space, v.text_hash, v.embedding
       from (
         select seq, ${TEXT_HASH} as hash from passage where index_number = $1 and seq >= $2 and seq < $2 + $3::int
       ) fresh
       cross join lateral (
         select space, min(seq) as seq from passage_vector
         where text_hash = fresh.hash and index_number = $1 group by space
       ) former
       join passage_vector v on v.index_number = $1 and v.seq = former.seq and v.space = former.space
       on conflict do nothing`,
      [indexNumber, firstSeq, passages],
    );
  }

  /** To be called before the passages that are there now are replaced. */
  async noteGone(indexNumber: number, documentIds: readonly string[]): Promise<void> {
    await this.database.query(
      `update lexical_index set hidden_seqs = ${withGone('gone.seqs')}
       from (
         select ${GONE_SEQS} as seqs from passage_source where document_id = any ($2::uuid[]) and index_number = $1
       ) gone
       where number = $1 and gone.seqs is not null`,
      [indexNumber, documentIds],
    );
  }

  /** Deletes what these documents have outside of the version that is found. */
  async dropFormer(documentIds: readonly string[]): Promise<void> {
    await this.database.query(
      `delete from passage p using passage_source s
       where s.document_id = any ($1::uuid[]) and p.document_id = s.document_id
         and not (p.index_number = s.index_number and p.seq >= s.first_seq and p.seq < s.first_seq + s.passage_count)`,
      [documentIds],
    );
  }

  /** Keeps numbers for a version that is not found yet; false when the document has no passages that it could replace. */
  async hide(index: LockedIndex, documentId: string, passages: number): Promise<boolean> {
    const rows = await this.database.query(
      `with source as (
         update passage_source set next_first_seq = $3::int, next_passage_count = 0
         where document_id = $1 and index_number = $2 returning index_number
       )
       update lexical_index i set next_seq = $3::int + $4::int,
         hidden_seqs = coalesce(hidden_seqs, '{}') || jsonb_build_object(($3::int)::text, $4::int)
       from source where i.number = source.index_number returning i.number`,
      [documentId, index.number, index.nextSeq, passages],
    );
    return rows.length > 0;
  }

  /** From the commit on searches find the hidden version instead of the former one, whose passages `dropFormer` deletes. */
  async reveal({ documentId, sourceType, tags, metadata }: PassageSource): Promise<ShrunkIndex | undefined> {
    const [row] = await this.database.query<ShrunkIndex>(
      `with former as (
         select document_id, index_number, passage_count, next_first_seq, (
           select ${GONE_SEQS} from passage_source where document_id = $1
         ) as gone
         from passage_source where document_id = $1 and next_first_seq is not null
       ), source as (
         update passage_source s set first_seq = s.next_first_seq, passage_count = s.next_passage_count,
           next_first_seq = null, next_passage_count = null, source_type = $2, tags = $3::text[], metadata = $4::jsonb
         from former where s.document_id = former.document_id
       )
       update lexical_index set deleted_passages = deleted_passages + former.passage_count,
         hidden_seqs = nullif((${withGone('former.gone')}) - former.next_first_seq::text, '{}'),
         version = nextval('lexical_number')
       from former where number = former.index_number returning ${SHRUNK}`,
      [documentId, sourceType, tags, metadataParameter(metadata)],
    );
    return row;
  }

  /** Nothing is left of a version that was not found yet. */
  async dropHidden(documentId: string): Promise<ShrunkIndex | undefined> {
    const [row] = await this.database.query<ShrunkIndex>(
      `with former as (
         select document_id, index_number, next_first_seq, next_passage_count from passage_source
         where document_id = $1 and next_first_seq is not null
       ), passages as (
         delete from passage p using former where p.document_id = former.document_id and p.seq >= former.next_first_seq
       ), source as (
         update passage_source s set next_first_seq = null, next_passage_count = null
         from former where s.document_id = former.document_id
       )
       update lexical_index set deleted_passages = deleted_passages + former.next_passage_count
       from former where number = former.index_number returning ${SHRUNK}`,
      [documentId],
    );
    return row;
  }
}
