import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { additionTo } from './addition';
import { COUNTERS } from './counters';
import type { ReplyFigures } from './facts';
import type { CellRow } from './tally';

const MODEL_COUNTERS = ['replies', 'unpriced_replies', 'input_tokens', 'output_tokens', 'cost_nano_usd'];

const CELL = ['bot_id uuid', 'grain smallint', 'at timestamptz'];
/** By analytics_cell_pkey, analytics_model_key, analytics_intent_pkey. */
const ADD_CELLS = additionTo('analytics_cell', CELL, COUNTERS);
const ADD_MODELS = additionTo('analytics_model', [...CELL, 'model text', 'model_id integer'], MODEL_COUNTERS);
const ADD_INTENTS = additionTo('analytics_intent', [...CELL, 'intent text'], ['messages']);

/** What `ReplyFigures` are of a stored reply, of a row of `message`. */
const STORED_FIGURES = `json_build_object(
  'model', nullif(reply->>'model', 'none'),
  'modelId', (reply->>'modelId')::integer,
  'inputTokens', coalesce((reply->'usage'->>'inputTokens')::integer, 0),
  'outputTokens', coalesce((reply->'usage'->>'outputTokens')::integer, 0),
  'costUsd', (reply->>'costUsd')::float8,
  'latencyMs', coalesce((reply->>'latencyMs')::float8, 0),
  'confidence', coalesce((reply->>'confidence')::float8, 0),
  'isGrounded', coalesce((reply->>'grounded')::boolean, false),
  'isSmallTalk', coalesce((reply->>'isSmallTalk')::boolean, false),
  'intent', reply->'intent'->>'name',
  'inScope', (reply->'intent'->>'inScope')::boolean
)`;

export const FIGURES_OF_REPLY = `case when reply ? 'latencyMs' then ${STORED_FIGURES} end`;

/** The statements of counting. All but the first stand in a transaction that begins with it. */
@Injectable()
export class CountingQueries {
  constructor(private readonly database: Database) {}

  /**
   * Whoever counts for one of these bots, or deletes it, waits here until the transaction ends; in the order of ids, and of
   * each bot its own row first as its delete does, so that two never wait for each other. Gives the bots that there are. By
   * bot_pkey and analytics_bot_pkey.
   */
  async lockBots(botIds: readonly string[]): Promise<ReadonlySet<string>> {
    const ids = [...new Set(botIds)].sort();
    const locked = await this.lock(ids);
    if (locked.size === ids.length) return locked;
    await this.database.query(
      `insert into analytics_bot (bot_id, team_id)
       select id, team_id from bot where id = any($1::uuid[]) order by id on conflict do nothing`,
      [ids],
    );
    return this.lock(ids);
  }

  /** Of all bots of the team, or of one; as `lockBots`. By bot_team_id_id_idx and analytics_bot_pkey. */
  async lockBotsOf(teamId: string, botId: string | undefined): Promise<void> {
    await this.database.query(
      `with held as (
         select id from bot where team_id = $1 and ($2::uuid is null or id = $2) order by id for key share
       )
       select from analytics_bot where bot_id in (select id from held) order by bot_id for update`,
      [teamId, botId ?? null],
    );
  }

  /** Notes events as counted and gives those that were not noted before. By analytics_event_pkey. */
  async note(events: ReadonlyArray<{ id: string; teamId: string }>): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(
      `insert into analytics_event (event_id, team_id)
       select given.id, t.id from unnest($1::uuid[], $2::uuid[]) given (id, team_id) join team t on t.id = given.team_id
       order by given.id on conflict do nothing returning event_id as id`,
      [events.map(({ id }) => id), events.map(({ teamId }) => teamId)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Of replies whose events do not tell it. By message_pkey. */
  async figuresOf(messageIds: readonly string[]): Promise<ReadonlyMap<string, ReplyFigures | null>> {
    const rows = await this.database.query<{ id: string; figures: ReplyFigures | null }>(
      `select id, ${FIGURES_OF_REPLY} as figures from message where id = any($1::uuid[])`,
      [messageIds],
    );
    return new Map(rows.map(({ id, figures }) => [id, figures]));
  }

  async addCells(rows: readonly CellRow[]): Promise<void> {
    if (rows.length > 0) await this.database.query(ADD_CELLS, [JSON.stringify(rows)]);
  }

  async addModels(rows: readonly CellRow[]): Promise<void> {
    if (rows.length > 0) await this.database.query(ADD_MODELS, [JSON.stringify(rows)]);
  }

  async addIntents(rows: readonly CellRow[]): Promise<void> {
    if (rows.length > 0) await this.database.query(ADD_INTENTS, [JSON.stringify(rows)]);
  }

  private async lock(botIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ id: string }>(
      `with held as (select id from bot where id = any($1::uuid[]) order by id for key share)
       select bot_id as id from analytics_bot where bot_id in (select id from held) order by bot_id for update`,
      [botIds],
    );
    return new Set(rows.map(({ id }) => id));
  }
}
