import { Injectable } from '@nestjs/common';
import type { LanguageCode } from '#domain/language';
import { Database } from '#infra/database';
import type { PassageMetadata } from './knowledge.types';

export interface StoredSource {
  documentId: string;
  sourceType: string;
  tags: string[];
  metadata: PassageMetadata | null;
  passageCount: number;
}

export interface StoredPassage {
  documentId: string;
  position: number;
  title: string;
  section: string | null;
  body: string;
  language: LanguageCode;
  metadata: PassageMetadata | null;
}

@Injectable()
export class IndexRebuildingQueries {
  constructor(private readonly database: Database) {}

  /** Of one bot, of one base, or all; oldest first. By knowledge_base_bot_id_idx or knowledge_base_pkey. */
  async listBases({ botId, baseId }: { botId?: string; baseId?: string }): Promise<BaseToRebuild[]> {
    return this.database.query<BaseToRebuild>(
      `select b.id, b.name, (select coalesce(sum(s.passage_count), 0)::float8 from passage_source s where s.index_number = i.number)
         as passages
       from knowledge_base b join lexical_index i on i.base_id = b.id
       where ($1::uuid is null or b.bot_id = $1) and ($2::uuid is null or b.id = $2) order by b.id`,
      [botId ?? null, baseId ?? null],
    );
  }

  /**
   * The next documents of the base in the order of their ids, without those of which a new version is being written. By
   * passage_source_index_number_idx.
   */
  listSources(baseId: string, after: string | undefined, limit: number): Promise<StoredSource[]> {
    return this.database.query<StoredSource>(
      `select s.document_id as "documentId", s.source_type as "sourceType", s.tags, s.metadata, s.passage_count as "passageCount"
       from lexical_index i join passage_source s on s.index_number = i.number
       where i.base_id = $1 and s.next_first_seq is null and ($2::uuid is null or s.document_id > $2)
       order by s.document_id limit $3`,
      [baseId, after ?? null, limit],
    );
  }

  /** What searches find of the documents. By passage_source_pkey and passage_pkey. */
  listPassages(documentIds: readonly string[]): Promise<StoredPassage[]> {
    return this.database.query<StoredPassage>(
      `select p.document_id as "documentId", p.position, p.title, p.section, p.body, p.language, p.metadata
       from passage_source s join passage p on p.index_number = s.index_number
         and p.seq >= s.first_seq and p.seq < s.first_seq + s.passage_count
       where s.document_id = any ($1::uuid[]) order by p.document_id, p.seq`,
      [documentIds],
    );
  }

  /** Nobody writes passages of the base before the open transaction ends. By lexical_index_base_id_key. */
  async lock(baseId: string): Promise<void> {
    await this.database.query('select 1 from lexical_index where base_id = $1 for no key update', [baseId]);
  }

  /** Takes up to so many vectors of the base away. By passage_vector_pkey. */
  forgetVectors(baseId: string, limit: number): Promise<number> {
    return this.database.execute(
      `delete from passage_vector where (index_number, seq, space) in (
         select v.index_number, v.seq, v.space from lexical_index i join passage_vector v on v.index_number = i.number
         where i.base_id = $1 limit $2
       )`,
      [baseId, limit],
    );
  }

  /** All passages of the base shall get their vectors anew. By vector_index_pkey. */
  async wantVectors(baseId: string): Promise<void> {
    await this.database.query(
      `update vector_index set changes = changes + 1, error = null,
         pending_from = case when wanted_space is null then pending_from else 0 end
       where index_number = (select number from lexical_index where base_id = $1)`,
      [baseId],
    );
  }
}

export interface BaseToRebuild {
  id: string;
  name: string;
  passages: number;
}
