import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Bot } from './bots.types';

/** Making a bot, what keeps slugs unique while many are made at once, and who uses a model. */
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

  /** Gives the bot's number; undefined when the slug is taken. By bot_team_id_slug_key. */
  async insert(bot: Omit<Bot, 'number'>): Promise<number | undefined> {
    const [row] = await this.database.query<{ number: number }>(
      `insert into bot (id, team_id, slug, name, description, engine, configuration, status, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10)
       on conflict (team_id, slug) do nothing returning number`,
      [
        bot.id,
        bot.teamId,
        bot.slug,
        bot.name,
        bot.description,
        bot.engine,
        JSON.stringify(bot.configuration),
        bot.status,
        bot.createdAt,
        bot.updatedAt,
      ],
    );
    return row?.number;
  }

  /** By bot_default_key. */
  async findDefault(teamId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>('select id from bot where team_id = $1 and is_default', [
      teamId,
    ]);
    return row?.id;
  }

  /** By bot_pkey. */
  async makeDefault(botId: string): Promise<void> {
    await this.database.query('update bot set is_default = true where id = $1', [botId]);
  }

  /** Names of bots that use a model, the oldest first. Reads all bots of the team, by bot_team_id_id_idx: models are seldom deleted. */
  async namesUsingModel(teamId: string, model: { id: number; name: string }, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `select name from bot
       where team_id = $1 and (configuration -> 'modelId' = to_jsonb($2::int)
         or configuration -> 'fallbackModelIds' @> to_jsonb($2::int)
         or configuration -> 'rerankModelId' = to_jsonb($2::int)
         or not configuration ? 'modelId' and lower(configuration ->> 'model') = lower($3))
       order by id limit $4`,
      [teamId, model.id, model.name, limit],
    );
    return rows.map(({ name }) => name);
  }
}
