import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Deadline } from './deadline';

@Injectable()
export class DeadlinesQueries {
  constructor(private readonly database: Database) {}

  /** Gives of how many rows. Most have a partial index of the rows that wait, which are few. */
  async bringForward({ table, column, where }: Deadline, latest: Date): Promise<number> {
    const rows = await this.database.query(
      `update ${table} set ${column} = $1 where ${where} and ${column} > $1 returning 1`,
      [latest],
    );
    return rows.length;
  }
}
