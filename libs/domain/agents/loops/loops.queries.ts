import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf } from '#kernel';
import type { AgentLoop, AgentLoopListRequest } from './loops.types';

/** A loop as it is stored. */
export interface LoopRow extends Omit<AgentLoop, 'schedule'> {
  /** Sealed. */
  callbackSecret: Buffer;
  /** Sealed; null when there are none. */
  headerSecrets: Buffer | null;
  cron: string | null;
  timeZone: string | null;
  nextRunAt: Date | null;
}

const COLUMNS = `l.id, l.team_id as "teamId", l.name, l.system_prompt as "systemPrompt", l.user_message as "userMessage",
  l.mcp_servers as "mcpServers", l.plugin_ids as "pluginIds", l.knowledge_bot_id as "knowledgeBotId",
  l.callback_url as "callbackUrl", l.callback_headers as "callbackHeaders", l.callback_secret as "callbackSecret",
  l.header_secrets as "headerSecrets", l.max_iterations as "maxIterations", l.max_tokens as "maxTokens",
  l.timeout_ms as "timeoutMs", l.model, l.model_id as "modelId", l.schedule_cron as cron,
  l.schedule_time_zone as "timeZone", l.next_run_at as "nextRunAt", l.status, l.created_at as "createdAt",
  l.updated_at as "updatedAt"`;

const MATCHES = `l.team_id = $1 and ($2::text is null or l.status = $2) and ($3::text is null or strpos(lower(l.name), lower($3)) > 0)`;

@Injectable()
export class LoopsQueries {
  constructor(private readonly database: Database) {}

  /** Others who make a loop in the team wait until the open transaction ends. By team's primary key. */
  async lockTeam(teamId: string): Promise<void> {
    await this.database.query('select 1 from team where id = $1 for no key update', [teamId]);
  }

  /** By agent_loop_team_id_idx, as are the two below. */
  async countOfTeam(teamId: string): Promise<number> {
    return this.countWhere('l.team_id = $1', [teamId]);
  }

  /** Newest first. */
  list(teamId: string, { status, search, ...page }: AgentLoopListRequest): Promise<LoopRow[]> {
    return this.database.query<LoopRow>(
      `select ${COLUMNS} from agent_loop l where ${MATCHES} order by l.id desc limit $4 offset $5`,
      [teamId, status ?? null, search ?? null, page.limit, offsetOf(page)],
    );
  }

  count(teamId: string, { status, search }: AgentLoopListRequest): Promise<number> {
    return this.countWhere(MATCHES, [teamId, status ?? null, search ?? null]);
  }

  /** By agent_loop's primary key, as are those below. */
  find(teamId: string, id: string): Promise<LoopRow | undefined> {
    return this.findOne(teamId, id, '');
  }

  /** Nobody else changes or deletes it before the open transaction ends. */
  lock(teamId: string, id: string): Promise<LoopRow | undefined> {
    return this.findOne(teamId, id, 'for update');
  }

  /** Nobody deletes it before the open transaction ends, and it stays as it is. */
  hold(teamId: string, id: string): Promise<LoopRow | undefined> {
    return this.findOne(teamId, id, 'for share');
  }

  /** Some names, so that people can go and look. By agent_loop_model_id_idx. */
  async namesUsingModel(teamId: string, modelId: number, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      'select name from agent_loop where team_id = $1 and model_id = $2 order by id limit $3',
      [teamId, modelId, limit],
    );
    return rows.map(({ name }) => name);
  }

  async insert(row: LoopRow): Promise<void> {
    await this.database.execute(
      `insert into agent_loop (id, name, system_prompt, user_message, mcp_servers, plugin_ids, knowledge_bot_id,
         callback_url, callback_headers, header_secrets, max_iterations, max_tokens, timeout_ms, model, model_id,
         schedule_cron, schedule_time_zone, next_run_at, status, updated_at, team_id, callback_secret, created_at)
       values ($1, $2, $3, $4, $5::jsonb, $6::uuid[], $7, $8, $9::jsonb, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
         $20, $21, $22, $23)`,
      [...valuesOf(row), row.teamId, row.callbackSecret, row.createdAt],
    );
  }

  async update(row: LoopRow): Promise<void> {
    await this.database.execute(
      `update agent_loop set name = $2, system_prompt = $3, user_message = $4, mcp_servers = $5::jsonb,
         plugin_ids = $6::uuid[], knowledge_bot_id = $7, callback_url = $8, callback_headers = $9::jsonb,
         header_secrets = $10, max_iterations = $11, max_tokens = $12, timeout_ms = $13, model = $14, model_id = $15,
         schedule_cron = $16, schedule_time_zone = $17, next_run_at = $18, status = $19, updated_at = $20
       where id = $1`,
      valuesOf(row),
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.execute('delete from agent_loop where id = $1', [id]);
  }

  private async findOne(teamId: string, id: string, lock: string): Promise<LoopRow | undefined> {
    const [row] = await this.database.query<LoopRow>(
      `select ${COLUMNS} from agent_loop l where l.id = $2 and l.team_id = $1 ${lock}`,
      [teamId, id],
    );
    return row;
  }

  private async countWhere(condition: string, values: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from agent_loop l where ${condition}`,
      values,
    );
    return row?.count ?? 0;
  }
}

function valuesOf(row: LoopRow): unknown[] {
  return [
    row.id,
    row.name,
    row.systemPrompt,
    row.userMessage,
    JSON.stringify(row.mcpServers),
    row.pluginIds,
    row.knowledgeBotId,
    row.callbackUrl,
    JSON.stringify(row.callbackHeaders),
    row.headerSecrets,
    row.maxIterations,
    row.maxTokens,
    row.timeoutMs,
    row.model,
    row.modelId,
    row.cron,
    row.timeZone,
    row.nextRunAt,
    row.status,
    row.updatedAt,
  ];
}
