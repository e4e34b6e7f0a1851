import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Escalation, EscalationFilter, EscalationReason, EscalationState } from './hand-off.types';

export interface EscalationRow extends Escalation {
  language: string;
}

export interface NewEscalation {
  id: string;
  teamId: string;
  botId: string;
  conversationId: string;
  reason: EscalationReason;
  summary: string;
  language: string;
  confidence: number | null;
  createdAt: Date;
}

const COLUMNS = `e.id, e.team_id as "teamId", e.bot_id as "botId", e.conversation_id as "conversationId",
  c.session_key as "sessionKey", c.user_ref as "userRef", c.channel,
  c.channel_id as "channelId", c.message_count as "messageCount",
  e.reason, e.state, e.summary, e.language, e.confidence,
  case when a.user_id is not null then json_build_object('id', a.user_id, 'name', a.display_name) end as agent,
  e.created_at as "createdAt", e.assigned_at as "assignedAt", e.accepted_at as "acceptedAt",
  e.first_reply_at as "firstReplyAt", e.ended_at as "endedAt", e.reply_count as "replyCount",
  e.transfer_count as "transferCount"`;
const FROM = `escalation e join conversation c on c.id = e.conversation_id
  left join support_agent a on a.user_id = e.agent_id`;
const IS_OPEN = `e.state in ('waiting', 'active')`;

@Injectable()
export class EscalationQueries {
  constructor(private readonly database: Database) {}

  /** By escalation_pkey. */
  find(teamId: string, id: string): Promise<EscalationRow | undefined> {
    return this.one('e.team_id = $1 and e.id = $2', [teamId, id]);
  }

  /** By escalation_open_key. */
  findOpen(conversationId: string): Promise<EscalationRow | undefined> {
    return this.one(`e.conversation_id = $1 and ${IS_OPEN}`, [conversationId]);
  }

  /** Newest first. By escalation_team_id_idx. */
  async list(
    teamId: string,
    { states, agentId, botId }: Pick<EscalationFilter, 'states' | 'botId'> & { agentId?: string },
    limit: number,
    offset: number,
  ): Promise<{ items: Escalation[]; total: number }> {
    const filter = `e.team_id = $1 and ($2::text[] is null or e.state = any($2)) and ($3::uuid is null or e.agent_id = $3)
      and ($4::uuid is null or e.bot_id = $4)`;
    const parameters = [teamId, states ?? null, agentId ?? null, botId ?? null];
    const [counted] = await this.database.query<{ total: number }>(
      `select count(*)::int as total from escalation e where ${filter}`,
      parameters,
    );
    const items = await this.database.query<Escalation>(
      `select ${COLUMNS} from ${FROM} where ${filter} order by e.created_at desc, e.id desc limit $5 offset $6`,
      [...parameters, limit, offset],
    );
    return { items, total: counted?.total ?? 0 };
  }

  /** Oldest first. By escalation_open_idx. */
  open(teamId: string, limit: number): Promise<EscalationRow[]> {
    return this.database.query(
      `select ${COLUMNS} from ${FROM} where e.team_id = $1 and ${IS_OPEN} order by e.created_at, e.id limit $2`,
      [teamId, limit],
    );
  }

  byIds(teamId: string, ids: readonly string[]): Promise<EscalationRow[]> {
    return this.database.query(`select ${COLUMNS} from ${FROM} where e.team_id = $1 and e.id = any($2::uuid[])`, [
      teamId,
      ids,
    ]);
  }

  async insert(escalation: NewEscalation): Promise<void> {
    await this.database.query(
      `insert into escalation
         (id, team_id, bot_id, conversation_id, reason, state, summary, language, confidence, created_at)
       values ($1, $2, $3, $4, $5, 'waiting', $6, $7, $8, $9)`,
      [
        escalation.id,
        escalation.teamId,
        escalation.botId,
        escalation.conversationId,
        escalation.reason,
        escalation.summary,
        escalation.language,
        escalation.confidence,
        escalation.createdAt,
      ],
    );
  }

  /** As `find`, of a row that nobody else changes until the transaction ends. */
  async lock(teamId: string, id: string): Promise<EscalationRow | undefined> {
    await this.database.query('select 1 from escalation where id = $1 and team_id = $2 for update', [id, teamId]);
    return this.find(teamId, id);
  }

  /** Locks those of the team that wait for an agent, oldest first. By escalation_open_idx. */
  lockUnassigned(teamId: string, limit: number): Promise<Array<{ id: string }>> {
    return this.database.query(
      `select id from escalation where team_id = $1 and state = 'waiting' and agent_id is null
       order by created_at, id limit $2 for update skip locked`,
      [teamId, limit],
    );
  }

  /** Locks one that waits with the given agent. False when it does not any more. */
  async lockAssigned(id: string, agentId: string): Promise<boolean> {
    const rows = await this.database.query(
      `select 1 from escalation where id = $1 and state = 'waiting' and agent_id = $2 for update`,
      [id, agentId],
    );
    return rows.length > 0;
  }

  async accept(id: string, agentId: string, at: Date): Promise<void> {
    await this.database.query(
      `update escalation set state = 'active', agent_id = $2, accepted_at = $3,
         assigned_at = case when agent_id = $2 then coalesce(assigned_at, $3) else $3 end
       where id = $1`,
      [id, agentId, at],
    );
  }

  async noteReply(id: string, at: Date): Promise<void> {
    await this.database.query(
      `update escalation set reply_count = reply_count + 1, first_reply_at = coalesce(first_reply_at, $2) where id = $1`,
      [id, at],
    );
  }

  async noteTransfer(id: string): Promise<void> {
    await this.database.query('update escalation set transfer_count = transfer_count + 1 where id = $1', [id]);
  }

  async end(id: string, state: EscalationState, at: Date): Promise<void> {
    await this.database.query('update escalation set state = $2, ended_at = $3 where id = $1', [id, state, at]);
  }

  /** Back to those that wait for an agent. */
  async release(id: string): Promise<void> {
    await this.database.query(
      `update escalation set state = 'waiting', agent_id = null, assigned_at = null, accepted_at = null where id = $1`,
      [id],
    );
  }

  /** Ids of open ones, of one team or all, whose agent is no longer one. By escalation_open_idx. */
  orphans(teamId: string | null, limit: number): Promise<Array<{ id: string; teamId: string }>> {
    return this.database.query(
      `select e.id, e.team_id as "teamId" from escalation e left join support_agent a on a.user_id = e.agent_id
       where ${IS_OPEN} and ($1::uuid is null or e.team_id = $1) and a.user_id is null
         and (e.agent_id is not null or e.state = 'active')
       order by e.created_at limit $2`,
      [teamId, limit],
    );
  }

  /** Those that were given to somebody before `before` who has not accepted. By escalation_open_idx. */
  unaccepted(before: Date, limit: number): Promise<Array<{ id: string; teamId: string; agentId: string }>> {
    return this.database.query(
      `select e.id, e.team_id as "teamId", e.agent_id as "agentId" from escalation e
       where ${IS_OPEN} and e.state = 'waiting' and e.agent_id is not null and e.assigned_at < $1
       order by e.assigned_at limit $2`,
      [before, limit],
    );
  }

  /** None is left behind by who ends conversations; should one be, nobody could end it. By escalation_open_idx. */
  async endThoseOfEndedConversations(at: Date): Promise<void> {
    await this.database.query(
      `update escalation e set state = 'resolved', ended_at = $1 from conversation c
       where c.id = e.conversation_id and c.state = 'ended' and ${IS_OPEN}`,
      [at],
    );
  }

  /** Teams in which somebody waits for an agent. By escalation_open_idx. */
  async teamsWithUnassigned(): Promise<string[]> {
    const rows = await this.database.query<{ teamId: string }>(
      `select distinct e.team_id as "teamId" from escalation e
       where ${IS_OPEN} and e.state = 'waiting' and e.agent_id is null`,
    );
    return rows.map(({ teamId }) => teamId);
  }

  private async one(condition: string, parameters: readonly unknown[]): Promise<EscalationRow | undefined> {
    const [row] = await this.database.query<EscalationRow>(
      `select ${COLUMNS} from ${FROM} where ${condition}`,
      parameters,
    );
    return row;
  }
}
