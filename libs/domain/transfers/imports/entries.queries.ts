import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** What an import has written, and what it has not. */
@Injectable()
export class EntriesQueries {
  constructor(private readonly database: Database) {}

  /** The rows of the file that have written these. By knowledge_import_entry's primary key. */
  async rowsOf(importId: string, entryIds: readonly string[]): Promise<Map<string, number>> {
    if (entryIds.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; row: number }>(
      `select entry_id as id, row_number as row from knowledge_import_entry
       where import_id = $1 and entry_id = any ($2::uuid[])`,
      [importId, entryIds],
    );
    return new Map(rows.map(({ id, row }) => [id, row]));
  }

  async insert(importId: string, entries: readonly { id: string; row: number }[]): Promise<void> {
    if (entries.length === 0) return;
    await this.database.query(
      `insert into knowledge_import_entry (import_id, entry_id, row_number)
       select $1, id, row from unnest($2::uuid[], $3::int[]) as e (id, row)`,
      [importId, entries.map(({ id }) => id), entries.map(({ row }) => row)],
    );
  }

  /** By knowledge_import_entry's primary key. */
  async delete(importId: string): Promise<void> {
    await this.database.query('delete from knowledge_import_entry where import_id = $1', [importId]);
  }

  /**
   * Items of the base from before the import that it has not written, in the order of their ids. By document_base_id_idx and
   * knowledge_import_entry's primary key.
   */
  otherItems(base: ImportedBase, afterId: string, limit: number): Promise<string[]> {
    return this.others(
      `select d.id from document d where d.base_id = $2 and d.kind = 'item' and d.id > $4 and d.created_at <= $3
         and not exists (select from knowledge_import_entry e where e.import_id = $1 and e.entry_id = d.id)
       order by d.id limit $5`,
      base,
      [afterId, limit],
    );
  }

  /** As `otherItems`. By question_base_id_id_idx and knowledge_import_entry's primary key. */
  otherQuestions(base: ImportedBase, afterId: string, limit: number): Promise<string[]> {
    return this.others(
      `select q.id from question q where q.base_id = $2 and q.id > $4 and q.created_at <= $3
         and not exists (select from knowledge_import_entry e where e.import_id = $1 and e.entry_id = q.id)
       order by q.id limit $5`,
      base,
      [afterId, limit],
    );
  }

  private async others(sql: string, { importId, baseId, before }: ImportedBase, page: unknown[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(sql, [importId, baseId, before, ...page]);
    return rows.map(({ id }) => id);
  }
}

export interface ImportedBase {
  importId: string;
  baseId: string;
  /** When the import was asked for: what others write meanwhile stays. */
  before: Date;
}
