import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { EntityList, EntityListSummary, ListEntry } from './entity-lists.types';

const DATES = `created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class EntityListQueries {
  constructor(private readonly database: Database) {}

  /** Oldest first. By entity_list_team_id_idx. */
  list(teamId: string, request: PageRequest): Promise<EntityListSummary[]> {
    return this.database.query(
      `select id, type, jsonb_array_length(entries) as "valueCount", ${DATES} from entity_list
       where team_id = $1 order by id limit $2 offset $3`,
      [teamId, request.limit, offsetOf(request)],
    );
  }

  /** By entity_list_team_id_idx. */
  async count(teamId: string): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(
      'select count(*)::int as total from entity_list where team_id = $1',
      [teamId],
    );
    return row!.total;
  }

  /** Oldest first, with their entries. By entity_list_team_id_idx. */
  entriesOf(teamId: string): Promise<{ type: string; entries: ListEntry[] }[]> {
    return this.database.query('select type, entries from entity_list where team_id = $1 order by id', [teamId]);
  }

  /** By primary key. */
  async find(teamId: string, id: string): Promise<EntityList | undefined> {
    const [row] = await this.database.query<EntityList>(
      `select id, type, entries, ${DATES} from entity_list where id = $2 and team_id = $1`,
      [teamId, id],
    );
    return row;
  }

  /** False when the team has as many as it may. */
  async insert(teamId: string, { id, type, entries, createdAt }: EntityList, maxLists: number): Promise<boolean> {
    const count = await this.database.execute(
      `insert into entity_list (id, team_id, type, entries, created_at, updated_at)
       select $2::uuid, $1::uuid, $3::text, $4::jsonb, $5::timestamptz, $5::timestamptz
       where (select count(*) from entity_list where team_id = $1::uuid) < $6`,
      [teamId, id, type, JSON.stringify(entries), createdAt, maxLists],
    );
    return count > 0;
  }

  /** What is null stays. By primary key. */
  async update(
    teamId: string,
    id: string,
    { type, entries }: { type: string | undefined; entries: readonly ListEntry[] | undefined },
    at: Date,
  ): Promise<EntityList | undefined> {
    const [row] = await this.database.query<EntityList>(
      `update entity_list set type = coalesce($3, type), entries = coalesce($4::jsonb, entries), updated_at = $5
       where id = $2 and team_id = $1 returning id, type, entries, ${DATES}`,
      [teamId, id, type ?? null, entries ? JSON.stringify(entries) : null, at],
    );
    return row;
  }

  /** By primary key. */
  delete(teamId: string, id: string): Promise<number> {
    return this.database.execute('delete from entity_list where id = $2 and team_id = $1', [teamId, id]);
  }
}
