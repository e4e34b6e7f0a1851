import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { AgentLoad } from './agent-choice';
import type { SupportAgent } from './hand-off.types';

export interface StoredAgent {
  teamId: string;
  userId: string;
  displayName: string;
  capacity: number;
  isAvailable: boolean;
}

export interface ChosenAgent {
  escalationId: string;
  agentId: string;
}

/** Of the agent `a`. By escalation_agent_id_idx. */
const OPEN_COUNT = `(select count(*)::int from escalation e
  where e.agent_id = a.user_id and e.state in ('waiting', 'active'))`;

@Injectable()
export class AgentQueries {
  constructor(private readonly database: Database) {}

  /** By support_agent_team_id_idx. */
  list(teamId: string): Promise<SupportAgent[]> {
    return this.select('a.team_id = $1', [teamId]);
  }

  /** By support_agent_pkey. */
  async find(teamId: string, userId: string): Promise<SupportAgent | undefined> {
    const [agent] = await this.select('a.team_id = $1 and a.user_id = $2', [teamId, userId]);
    return agent;
  }

  async put(agent: StoredAgent, at: Date): Promise<void> {
    await this.database.query(
      `insert into support_agent (user_id, team_id, display_name, capacity, is_available, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (user_id) do update set display_name = excluded.display_name, capacity = excluded.capacity,
         is_available = excluded.is_available, updated_at = excluded.updated_at`,
      [agent.userId, agent.teamId, agent.displayName, agent.capacity, agent.isAvailable, at],
    );
  }

  /** Leaves one that there is as it is. */
  async insertMissing(agent: StoredAgent, at: Date): Promise<void> {
    await this.database.query(
      `insert into support_agent (user_id, team_id, display_name, capacity, is_available, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6) on conflict (user_id) do nothing`,
      [agent.userId, agent.teamId, agent.displayName, agent.capacity, agent.isAvailable, at],
    );
  }

  async delete(teamId: string, userId: string): Promise<boolean> {
    return (
      (await this.database.execute('delete from support_agent where team_id = $1 and user_id = $2', [teamId, userId])) >
      0
    );
  }

  /**
   * All agents of the team with what they have, locked until the transaction ends, so that nobody is given more than they can
   * take. The count is a statement of its own: one that waits for a lock would count what was there before it waited.
   */
  async lockAll(teamId: string): Promise<AgentLoad[]> {
    const agents = await this.database.query<Omit<AgentLoad, 'openCount'>>(
      `select user_id as "userId", display_name as "displayName", capacity, is_available as "isAvailable",
         last_assigned_at as "lastAssignedAt"
       from support_agent where team_id = $1 order by user_id for update`,
      [teamId],
    );
    if (agents.length === 0) return [];
    const counts = await this.database.query<{ userId: string; openCount: number }>(
      `select agent_id as "userId", count(*)::int as "openCount" from escalation
       where team_id = $1 and state in ('waiting', 'active') and agent_id is not null group by agent_id`,
      [teamId],
    );
    const open = new Map(counts.map(({ userId, openCount }) => [userId, openCount]));
    return agents.map((agent) => ({ ...agent, openCount: open.get(agent.userId) ?? 0 }));
  }

  async noteAssignments(chosen: readonly ChosenAgent[], at: Date): Promise<void> {
    await this.database.query(
      `with chosen as (
         select * from unnest($1::uuid[], $2::uuid[]) as chosen (escalation_id, agent_id)
       ), escalations as (
         update escalation e set agent_id = chosen.agent_id, assigned_at = $3
         from chosen where e.id = chosen.escalation_id
       )
       update support_agent set last_assigned_at = $3 where user_id in (select agent_id from chosen)`,
      [chosen.map(({ escalationId }) => escalationId), chosen.map(({ agentId }) => agentId), at],
    );
  }

  private select(condition: string, parameters: readonly unknown[]): Promise<SupportAgent[]> {
    return this.database.query(
      `select a.user_id as "userId", a.display_name as "displayName", a.capacity, a.is_available as "isAvailable",
         ${OPEN_COUNT} as "openCount", a.updated_at as "updatedAt"
       from support_agent a where ${condition} order by a.display_name, a.user_id`,
      parameters,
    );
  }
}
