import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

/** What keeps slugs unique while many bots are made at once. Both run in the transaction that makes a bot. */
@Injectable()
export class BotsQueries {
  constructor(private readonly database: Database) {}

  /** Others who make a bot in the team wait until the open transaction ends. By team's primary key. */
  async lockSlugs(teamId: string): Promise<void> {
    await this.database.query('select 1 from team where id = $1 for no key update', [teamId]);
  }

  /** The slugs that begin with `prefix`. By bot_team_id_slug_key. */
  async slugsLike(teamId: string, prefix: string): Promise<Set<string>> {
    const rows = await this.database.query<{ slug: string }>(
      'select slug from bot where team_id = $1 and starts_with(slug, $2)',
      [teamId, prefix],
    );
    return new Set(rows.map(({ slug }) => slug));
  }
}
