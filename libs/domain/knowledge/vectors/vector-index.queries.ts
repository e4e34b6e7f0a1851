import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { VectorsState } from '../knowledge.types';

export interface VectorSpace {
  number: number;
  name: string;
}

export interface VectorIndex {
  indexNumber: number;
  baseId: string;
  teamId: string;
  embeddingModelId: number | null;
  /** What searches use now, and its model. */
  space: VectorSpace | null;
  modelId: number | null;
  wantedSpace: VectorSpace | null;
  wantedModelId: number | null;
  pendingFrom: number | null;
  /** bigint */
  changes: string;
  aimWanted: boolean;
  clearWanted: boolean;
}

/** What a run holds while it works. */
export interface VectorRun {
  runId: string;
  now: Date;
  leaseUntil: Date;
}

export interface Aim {
  spaceNumber: number | null;
  modelId: number | null;
  error: string | null;
}

/** Bases whose vectors are to be those of one model. */
export interface ModelUse {
  /** Null: the installation's default, of all teams; the team is one of them. */
  modelId: number | null;
  teamId: string;
}

const SPACE_JSON = "select json_build_object('number', s.number, 'name', s.name) from vector_space s where s.number";

const COLUMNS = `v.index_number as "indexNumber", i.base_id as "baseId", b.team_id as "teamId",
  b.embedding_model_id as "embeddingModelId", v.pending_from as "pendingFrom", v.changes::text,
  v.aim_wanted as "aimWanted", v.clear_wanted as "clearWanted",
  (${SPACE_JSON} = v.space) as space, v.model_id as "modelId",
  (${SPACE_JSON} = v.wanted_space) as "wantedSpace", v.wanted_model_id as "wantedModelId"`;

/** The bases of a use: `$1` is the model, `$2` the team. */
const OF_USE = 'b.embedding_model_id is not distinct from $1 and ($1::int is null or b.team_id = $2)';

/** The row of a base's vectors. By vector_index_pkey and lexical_index_pkey unless said otherwise. */
@Injectable()
export class VectorIndexQueries {
  constructor(private readonly database: Database) {}

  /** The model may have changed. `isCertain`: also when the base has had nothing to do with vectors so far. */
  async wantAim(baseId: string, isCertain: boolean): Promise<void> {
    if (isCertain) {
      await this.database.query(
        `with told as (
           update lexical_index set has_vectors = true where base_id = $1 and not has_vectors returning number
         )
         insert into vector_index (index_number) select number from told on conflict (index_number) do nothing`,
        [baseId],
      );
    }
    await this.database.query(
      `update vector_index set aim_wanted = true, changes = changes + 1, error = null
       where index_number = (select number from lexical_index where base_id = $1)`,
      [baseId],
    );
  }

  /** Takes the vectors of the base for a run; undefined when another run has them, or none are wanted. */
  async claim(baseId: string, { runId, now, leaseUntil }: VectorRun): Promise<VectorIndex | undefined> {
    const [row] = await this.database.query<VectorIndex>(
      `update vector_index v set run_id = $2, lease_until = $4
       from lexical_index i, knowledge_base b
       where i.base_id = $1 and b.id = i.base_id and v.index_number = i.number
         and (v.lease_until is null or v.lease_until <= $3)
       returning ${COLUMNS}`,
      [baseId, runId, now, leaseUntil],
    );
    return row;
  }

  /** Undefined when the run no longer has it. */
  async beat(indexNumber: number, { runId, leaseUntil }: VectorRun): Promise<VectorIndex | undefined> {
    const [row] = await this.database.query<VectorIndex>(
      `update vector_index v set lease_until = $3
       from lexical_index i, knowledge_base b
       where v.index_number = $1 and v.run_id = $2 and i.number = v.index_number and b.id = i.base_id
       returning ${COLUMNS}`,
      [indexNumber, runId, leaseUntil],
    );
    return row;
  }

  /** Whoever holds it or not. */
  async find(baseId: string): Promise<VectorIndex | undefined> {
    const [row] = await this.database.query<VectorIndex>(
      `select ${COLUMNS} from lexical_index i
       join vector_index v on v.index_number = i.number join knowledge_base b on b.id = i.base_id
       where i.base_id = $1`,
      [baseId],
    );
    return row;
  }

  /** By vector_space_name_key. */
  async ensureSpace(name: string): Promise<number> {
    const [row] = await this.database.query<{ number: number }>(
      `insert into vector_space (name) values ($1) on conflict (name) do update set name = excluded.name
       returning number`,
      [name],
    );
    return row!.number;
  }

  /**
   * Sets what the passages shall have. Takes the lock of all who write passages, so that none of them has read the row
   * before and commits after it.
   */
  aim({ indexNumber, changes }: VectorIndex, runId: string, { spaceNumber, modelId, error }: Aim): Promise<void> {
    return this.database.transaction(async () => {
      await this.database.query('select 1 from lexical_index where number = $1 for no key update', [indexNumber]);
      await this.database.query(
        `update vector_index set
           wanted_space = $4, wanted_model_id = $5, error = $6, aim_wanted = false, changes = changes + 1,
           pending_from = case when $4::int is null then null when wanted_space = $4 then pending_from else 0 end,
           clear_wanted = clear_wanted or wanted_space is distinct from $4,
           space = case when $4::int is null then null else space end,
           model_id = case when $4::int is null then null when space = $4 then $5 else model_id end
         where index_number = $1 and run_id = $2 and changes = $3`,
        [indexNumber, runId, changes, spaceNumber, modelId, error],
      );
    });
  }

  /** All passages below have their vectors, if nothing was written meanwhile. */
  async advance({ indexNumber, changes }: VectorIndex, { runId, leaseUntil }: VectorRun, below: number): Promise<void> {
    await this.database.query(
      `update vector_index set lease_until = $3, error = null,
         pending_from = case when changes = $4 then $5 else pending_from end
       where index_number = $1 and run_id = $2`,
      [indexNumber, runId, leaseUntil, changes, below],
    );
  }

  /** Nothing lacks a vector: from now on the wanted space answers. False when something was written meanwhile. */
  async settle({ indexNumber, changes }: VectorIndex, runId: string): Promise<boolean> {
    const affected = await this.database.execute(
      `update vector_index set space = wanted_space, model_id = wanted_model_id, pending_from = null, error = null
       where index_number = $1 and run_id = $2 and changes = $3 and not aim_wanted`,
      [indexNumber, runId, changes],
    );
    return affected > 0;
  }

  /** Deletes some vectors of spaces that nobody wants here; false when there are none. By passage_vector_pkey. */
  async clear(indexNumber: number, limit: number): Promise<boolean> {
    const affected = await this.database.execute(
      `delete from passage_vector where (index_number, seq, space) in (
         select p.index_number, p.seq, p.space from passage_vector p join vector_index v using (index_number)
         where p.index_number = $1 and p.space is distinct from v.space and p.space is distinct from v.wanted_space
         limit $2
       )`,
      [indexNumber, limit],
    );
    return affected > 0;
  }

  async cleared({ indexNumber, changes }: VectorIndex, runId: string): Promise<void> {
    await this.database.query(
      'update vector_index set clear_wanted = false where index_number = $1 and run_id = $2 and changes = $3',
      [indexNumber, runId, changes],
    );
  }

  /** Ends the run when nothing is left to do. */
  async finish({ indexNumber, changes }: VectorIndex, runId: string): Promise<boolean> {
    const ended = await this.database.execute(
      `update vector_index set run_id = null, lease_until = null
       where index_number = $1 and run_id = $2 and changes = $3`,
      [indexNumber, runId, changes],
    );
    return ended > 0;
  }

  /** Ends the run; true when work is left. */
  async giveUp(indexNumber: number, runId: string, error: string | null): Promise<boolean> {
    const [row] = await this.database.query<{ isWorkLeft: boolean }>(
      `update vector_index set run_id = null, lease_until = null, error = coalesce($3, error)
       where index_number = $1 and run_id = $2
       returning aim_wanted or clear_wanted or pending_from is not null as "isWorkLeft"`,
      [indexNumber, runId, error],
    );
    return row?.isWorkLeft ?? false;
  }

  /** By passage_source_index_number_idx; what lacks a vector is counted by passage_pkey and passage_vector_pkey. */
  async states(baseIds: readonly string[], now: Date): Promise<Map<string, VectorsState>> {
    const rows = await this.database.query<VectorsState & { baseId: string }>(
      `select i.base_id as "baseId", v.wanted_model_id as "modelId", v.error, passages::int,
         case when v.wanted_space is null then 0 else passages - pending.count + done.count end::int as embedded,
         case when v.index_number is null then 'none' when v.error is not null then 'failing'
           when v.aim_wanted then 'waiting' when v.wanted_space is null then 'none'
           when v.pending_from is null then 'ready' when v.lease_until > $2 then 'running' else 'waiting' end as state
       from lexical_index i left join vector_index v on v.index_number = i.number
       cross join lateral (
         select coalesce(sum(passage_count), 0) as passages from passage_source where index_number = i.number
       ) counted
       cross join lateral (
         select count(*) from passage where index_number = i.number and seq >= v.pending_from
       ) pending
       cross join lateral (
         select count(*) from passage_vector
         where index_number = i.number and seq >= v.pending_from and space = v.wanted_space
       ) done
       where i.base_id = any ($1::uuid[])`,
      [baseIds, now],
    );
    return new Map(rows.map(({ baseId, ...state }) => [baseId, state]));
  }

  /** Bases with work that nobody does. By vector_index_waiting_idx. */
  async findWaiting(now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ baseId: string }>(
      `select i.base_id as "baseId" from vector_index v join lexical_index i on i.number = v.index_number
       where (v.aim_wanted or v.clear_wanted or v.pending_from is not null)
         and (v.lease_until is null or v.lease_until <= $1)
       order by v.index_number limit $2`,
      [now, limit],
    );
    return rows.map(({ baseId }) => baseId);
  }

  /** Which models the bases name, each with one of its teams. By knowledge_base_embedding_model_id_idx. */
  findUses(): Promise<ModelUse[]> {
    return this.database.query<ModelUse>(
      `(select distinct embedding_model_id as "modelId", team_id as "teamId" from knowledge_base
        where embedding_model_id is not null)
       union all
       (select null, team_id from knowledge_base where embedding_model_id is null limit 1)`,
    );
  }

  /** Bases of this use whose passages get vectors of another space; marks that their model may have changed. */
  async wantAimOf({ modelId, teamId }: ModelUse, space: string | null): Promise<void> {
    const wanted = `(select name from vector_space s where s.number = v.wanted_space)`;
    await this.database.query(
      `with missing as (
         select i.number from knowledge_base b join lexical_index i on i.base_id = b.id
         where $3::text is not null and ${OF_USE} and not i.has_vectors order by i.number for no key update of i
       ), told as (
         update lexical_index set has_vectors = true where number in (select number from missing) returning number
       ), made as (
         insert into vector_index (index_number) select number from told on conflict (index_number) do nothing
       )
       update vector_index v set aim_wanted = true, changes = changes + 1
       from knowledge_base b join lexical_index i on i.base_id = b.id
       where ${OF_USE} and v.index_number = i.number and not v.aim_wanted and ${wanted} is distinct from $3`,
      [modelId, teamId, space],
    );
  }

  /** Names of bases that have chosen the model or still are searched by it, a few. */
  async findUsers(modelId: number, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `select b.name from knowledge_base b where b.embedding_model_id = $1
         or exists (select from vector_index v join lexical_index i on i.number = v.index_number
           where i.base_id = b.id and (v.model_id = $1 or v.wanted_model_id = $1))
       order by b.id limit $2`,
      [modelId, limit],
    );
    return rows.map(({ name }) => name);
  }
}
