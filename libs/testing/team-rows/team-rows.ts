import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { ownedTables } from './owned-tables';
import { digestQuery, type OwnedTable } from './team-rows.queries';

/** By table: the number of rows and a digest of them. */
export type RowsDigest = ReadonlyMap<string, string>;

/** Between two looks that must be alike. */
const CALM_MS = 1_000;
const CALM_LIMIT_MS = 60_000;

/** All rows of a team, to tell whether anything has changed. */
export class TeamRows {
  private constructor(
    private readonly database: Client,
    readonly tables: readonly OwnedTable[],
  ) {}

  static async open(database: Client): Promise<TeamRows> {
    return new TeamRows(database, await ownedTables(database));
  }

  async digest(teamId: string): Promise<RowsDigest> {
    const { rows } = await this.database.query<{ name: string; rows: number; digest: string }>(
      digestQuery(this.tables),
      [teamId],
    );
    return new Map(rows.map(({ name, rows: count, digest }) => [name, `${count} rows, ${digest}`]));
  }

  /** When jobs and roll-ups have nothing more to do with the team. */
  async whenCalm(teamId: string): Promise<RowsDigest> {
    const deadlineMs = Date.now() + CALM_LIMIT_MS;
    for (let before = await this.digest(teamId); ; ) {
      await delay(CALM_MS);
      const now = await this.digest(teamId);
      const changed = changesBetween(before, now);
      if (changed.length === 0) return now;
      if (Date.now() > deadlineMs) throw new Error(`These rows of the team never rest: ${changed.join('; ')}.`);
      before = now;
    }
  }
}

/** Names of tables, with what they held. */
export function changesBetween(before: RowsDigest, after: RowsDigest): string[] {
  return [...after].flatMap(([name, held]) =>
    held === before.get(name) ? [] : [`${name}: ${before.get(name)} -> ${held}`],
  );
}
