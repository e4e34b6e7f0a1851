import { Injectable } from '@nestjs/common';
import { Database, mayHaveOwnConnection, onOwnConnection } from '#infra/database';
import { nearestIndexColumns, nearestIndexName } from './nearest-vectors';

export interface SpaceState {
  number: number;
  dimensions: number | null;
  /** Of all bases that have or shall have vectors of this space. */
  passages: number;
  /** Of the bot with the most: about what one search may mean. */
  largest: number;
  /** What searches go by. */
  isIndexed: boolean;
  /** False: it was begun and never finished. Undefined: there is none. */
  isValid: boolean | undefined;
}

/** Any number that nobody else locks. */
const LOCK = 7_035_035;

/**
 * For rows that came from another database: its indexes did not come along. A job makes anew what is worth it, where that can
 * be; until then searches compare every vector.
 */
export async function forgetNearestIndexes(database: Database): Promise<void> {
  await database.query('update vector_space set is_indexed = false where is_indexed');
}

@Injectable()
export class NearestIndexesQueries {
  constructor(private readonly database: Database) {}

  /** A walk that goes on when a filter leaves too few is in pgvector since 0.8; the embedded database makes no such index. */
  async canWalk(): Promise<boolean> {
    if (!mayHaveOwnConnection(this.database.dataSource)) return false;
    const [row] = await this.database.query<{ version: string }>(
      `select extversion as version from pg_extension where extname = 'vector'`,
    );
    const [major = 0, minor = 0] = (row?.version ?? '').split('.').map(Number);
    return major > 0 || minor >= 8;
  }

  /** Counts the spaces anew, and tells of each. All of vector_index and its segments. */
  async countSpaces(): Promise<SpaceState[]> {
    const rows = await this.database.query<Omit<SpaceState, 'isValid'> & { isValid: boolean | null }>(
      `with held as (
         select spaces.space, b.bot_id, sum(segments.passages) as passages
         from vector_index v join lexical_index i on i.number = v.index_number join knowledge_base b on b.id = i.base_id
         cross join lateral (select distinct unnest(array[v.space, v.wanted_space]) as space) spaces
         cross join lateral (
           select sum(passage_count) as passages from lexical_segment where index_number = v.index_number
         ) segments
         where spaces.space is not null group by spaces.space, b.bot_id
       ), counted as (
         select s.number, coalesce(sum(h.passages), 0)::int as passages, coalesce(max(h.passages), 0)::int as largest
         from vector_space s left join held h on h.space = s.number group by s.number
       ), kept as (
         update vector_space s set passages = counted.passages from counted
         where counted.number = s.number and counted.passages <> s.passages
       )
       select s.number, s.dimensions, counted.passages, counted.largest, s.is_indexed as "isIndexed",
         x.indisvalid as "isValid"
       from vector_space s join counted using (number)
       left join pg_index x on x.indexrelid = to_regclass('passage_vector_space_' || s.number || '_idx')
       order by s.number`,
    );
    return rows.map((row) => ({ ...row, isValid: row.isValid ?? undefined }));
  }

  /** By vector_space_pkey. */
  async tell(space: number, isIndexed: boolean): Promise<void> {
    await this.database.query('update vector_space set is_indexed = $2 where number = $1', [space, isIndexed]);
  }

  /**
   * Writers go on meanwhile. False when another process is at it.
   *
   * @param memoryMb that building may take; with less than the graph needs it takes many times as long
   */
  create(
    { number, dimensions }: { number: number; dimensions: number },
    { memoryMb, inParallel }: { memoryMb: number; inParallel: boolean },
    signal: AbortSignal,
  ): Promise<boolean> {
    const name = nearestIndexName(number);
    return this.alone(signal, async (run) => {
      await run(`drop index concurrently if exists ${name}`);
      await run(
        `select set_config('maintenance_work_mem', greatest($1 * 1024, setting::int) || 'kB', false)
        from pg_settings where name = 'maintenance_work_mem'`,
        [memoryMb],
      );
      if (!inParallel) await run('set max_parallel_maintenance_workers = 0');
      await run(`create index concurrently ${name} on passage_vector ${nearestIndexColumns(number, dimensions)}`);
    });
  }

  drop(space: number, signal: AbortSignal): Promise<boolean> {
    return this.alone(signal, (run) => run(`drop index concurrently if exists ${nearestIndexName(space)}`));
  }

  private alone(signal: AbortSignal, work: (run: RunStatement) => Promise<void>): Promise<boolean> {
    return onOwnConnection(this.database.dataSource, signal, async (connection) => {
      const { rows } = await connection.query('select pg_try_advisory_lock($1) as mine', [LOCK]);
      if (!rows[0].mine) return false;
      await work(async (sql, values = []) => {
        await connection.query(sql, values);
      });
      return true;
    });
  }
}

type RunStatement = (sql: string, values?: unknown[]) => Promise<void>;
