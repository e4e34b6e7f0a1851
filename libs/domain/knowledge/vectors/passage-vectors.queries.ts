import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { packedVectors } from './embedded-text';

export interface LackingPassage {
  seq: number;
  title: string;
  section: string | null;
  body: string;
}

export interface VectorPlace {
  indexNumber: number;
  spaceNumber: number;
}

export interface HashedPassage {
  seq: number;
  hash: Buffer;
}

export interface EmbeddedPassage extends HashedPassage {
  vector: Float32Array;
}

const LACKS_VECTOR = `not exists (
  select from passage_vector v where v.index_number = p.index_number and v.seq = p.seq and v.space = $2
)`;

@Injectable()
export class PassageVectorsQueries {
  constructor(private readonly database: Database) {}

  /** In the order of their numbers. By passage_pkey and passage_vector_pkey. */
  findLacking({ indexNumber, spaceNumber }: VectorPlace, from: number, limit: number): Promise<LackingPassage[]> {
    return this.database.query<LackingPassage>(
      `select p.seq, p.title, p.section, p.body from passage p
       where p.index_number = $1 and p.seq >= $3 and ${LACKS_VECTOR} order by p.seq limit $4`,
      [indexNumber, spaceNumber, from, limit],
    );
  }

  /** Those of the documents. By passage_document_id_idx and passage_vector_pkey. */
  findLackingOf(
    { indexNumber, spaceNumber }: VectorPlace,
    documentIds: readonly string[],
    limit: number,
  ): Promise<LackingPassage[]> {
    return this.database.query<LackingPassage>(
      `select p.seq, p.title, p.section, p.body from passage p
       where p.document_id = any ($3::uuid[]) and p.index_number = $1 and ${LACKS_VECTOR} order by p.seq limit $4`,
      [indexNumber, spaceNumber, documentIds, limit],
    );
  }

  /**
   * Gives the passages the vectors that their texts have elsewhere in the team; returns those that got one. By
   * passage_vector_text_hash_idx. Passages that are deleted meanwhile are left out: the lock on them is the foreign key's.
   */
  async copyKnown(
    { indexNumber, spaceNumber }: VectorPlace,
    teamId: string,
    passages: readonly HashedPassage[],
  ): Promise<Set<number>> {
    const rows = await this.database.query<{ seq: number }>(
      `with asked as (
         select seq, hash from unnest($4::int[], $5::bytea[]) as a (seq, hash)
       ), known as (
         select a.seq, a.hash, found.embedding from asked a cross join lateral (
           select v.embedding from passage_vector v
           join lexical_index i on i.number = v.index_number join knowledge_base b on b.id = i.base_id
           where v.text_hash = a.hash and v.space = $2 and b.team_id = $3 limit 1
         ) found
       ), held as (
         select p.seq from passage p where p.index_number = $1 and p.seq in (select seq from known) for key share
       )
       insert into passage_vector (index_number, seq, space, text_hash, embedding)
       select $1, k.seq, $2, k.hash, k.embedding from known k join held using (seq)
       on conflict do nothing returning seq`,
      [indexNumber, spaceNumber, teamId, passages.map(({ seq }) => seq), passages.map(({ hash }) => hash)],
    );
    return new Set(rows.map(({ seq }) => seq));
  }

  /** As above; the vectors are of one length. By passage_pkey. */
  async insert({ indexNumber, spaceNumber }: VectorPlace, passages: readonly EmbeddedPassage[]): Promise<void> {
    await this.database.query(
      `with held as (
         select seq from passage where index_number = $1 and seq = any ($3::int[]) for key share
       )
       insert into passage_vector (index_number, seq, space, text_hash, embedding)
       select $1, seq, $2, hash, ($5::real[])[(n - 1) * $6::int + 1 : n * $6::int]::vector
       from unnest($3::int[], $4::bytea[]) with ordinality as e (seq, hash, n) join held using (seq)
       on conflict do nothing`,
      [
        indexNumber,
        spaceNumber,
        passages.map(({ seq }) => seq),
        passages.map(({ hash }) => hash),
        packedVectors(passages.map(({ vector }) => vector)),
        passages[0]?.vector.length ?? 0,
      ],
    );
  }

  /** Sets the dimensions of the space if nobody has; returns what they are. By vector_space_pkey. */
  async dimensionsOf(spaceNumber: number, dimensions: number): Promise<number> {
    const [row] = await this.database.query<{ dimensions: number }>(
      'update vector_space set dimensions = coalesce(dimensions, $2::int) where number = $1 returning dimensions',
      [spaceNumber, dimensions],
    );
    return row!.dimensions;
  }
}
