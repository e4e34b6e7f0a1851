import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** A table whose rows name their team. */
export interface TeamTable {
  /** Quoted as SQL needs it. */
  name: string;
  /** The tables that its foreign keys point at. */
  refersTo: string[];
}

/**
 * The tables of a team are asked of the database itself: whoever adds a table with a `team_id` need not remember that
 * teams can be deleted.
 */
@Injectable()
export class TeamRemovalQueries {
  constructor(private readonly database: Database) {}

  /** By team_pkey. */
  async markDeleted(teamId: string, at: Date): Promise<void> {
    await this.database.execute('update team set deleted_at = $2 where id = $1 and deleted_at is null', [teamId, at]);
  }

  /** By team_pkey. */
  async isDeleted(teamId: string): Promise<boolean> {
    const rows = await this.database.query('select from team where id = $1 and deleted_at is not null', [teamId]);
    return rows.length === 1;
  }

  /** By team_deleted_at_idx. */
  async deletedBefore(at: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>('select id from team where deleted_at < $1', [at]);
    return rows.map(({ id }) => id);
  }

  teamTables(): Promise<TeamTable[]> {
    return this.database.query<TeamTable>(
      `select format('%I', c.relname) as name,
         array(
           select distinct format('%I', r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
           where f.contype = 'f' and f.conrelid = c.oid and r.oid <> c.oid
         ) as "refersTo"
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'team_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
       order by c.relname`,
    );
  }

  /**
   * Deletes up to so many rows, with what hangs on them. By the index on team_id that most tables have. The second
   * condition matters for partitioned tables, whose partitions share row addresses.
   */
  deleteSome({ name }: TeamTable, teamId: string, maxRows: number): Promise<number> {
    return this.database.execute(
      `delete from ${name}
       where ctid = any (array(select ctid from ${name} where team_id = $1 limit $2)) and team_id = $1`,
      [teamId, maxRows],
    );
  }

  async deleteTeam(teamId: string): Promise<void> {
    await this.database.execute('delete from team where id = $1 and deleted_at is not null', [teamId]);
  }
}
