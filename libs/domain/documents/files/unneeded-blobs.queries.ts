import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** Blobs that no row names, or not yet. By unneeded_blob_pkey unless said otherwise. */
@Injectable()
export class UnneededBlobsQueries {
  constructor(private readonly database: Database) {}

  async insert(key: string, dueAt: Date): Promise<void> {
    await this.database.query('insert into unneeded_blob (blob_key, due_at) values ($1, $2)', [key, dueAt]);
  }

  /** What is due already stays so. */
  async postpone(key: string, now: Date, dueAt: Date): Promise<void> {
    const sql = 'update unneeded_blob set due_at = $3 where blob_key = $1 and due_at > $2';
    await this.database.query(sql, [key, now, dueAt]);
  }

  /** False when it is due already: somebody may be deleting it. */
  async deleteUndue(key: string, now: Date): Promise<boolean> {
    const sql = 'delete from unneeded_blob where blob_key = $1 and due_at > $2';
    return (await this.database.execute(sql, [key, now])) > 0;
  }

  async makeDue(key: string): Promise<void> {
    await this.database.query("update unneeded_blob set due_at = '-infinity' where blob_key = $1", [key]);
  }

  /** By unneeded_blob_due_at_idx. */
  async listDue(now: Date, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ key: string }>(
      'select blob_key as key from unneeded_blob where due_at <= $1 order by due_at limit $2',
      [now, limit],
    );
    return rows.map(({ key }) => key);
  }

  async delete(keys: readonly string[]): Promise<void> {
    await this.database.query('delete from unneeded_blob where blob_key = any ($1::text[])', [keys]);
  }
}
