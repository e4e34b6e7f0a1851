import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { ConversationFilter, ConversationStage, TeamConversationsRequest } from './chats.types';
import { CONVERSATION_COLUMNS, type ConversationRow } from './conversations.queries';

/** As `stageOf` tells them apart. */
const IN_STAGE: Record<ConversationStage, string> = {
  active: `c.handling = 'bot' and c.resolved_at is null and c.ended_at is null`,
  escalated: `c.handling <> 'bot'`,
  resolved: `c.handling = 'bot' and c.resolved_at is not null`,
  ended: `c.handling = 'bot' and c.resolved_at is null and c.ended_at is not null`,
};

/** So many are sorted sooner than all conversations of the bot are looked through for them. */
const FEW = 1_000;
/** As they were counted; PostgreSQL does not know how few they are, and would look through all. */
const FOUND = (condition: string) => `with found as materialized (select * from conversation c where ${condition})
  select ${CONVERSATION_COLUMNS} from found c`;
/** The first ones of an index. */
const IN_ORDER = (condition: string) => `select ${CONVERSATION_COLUMNS} from conversation c where ${condition}`;

/** The statements behind the list of a bot's conversations, and what deletes one. */
@Injectable()
export class ConversationListQueries {
  constructor(private readonly database: Database) {}

  /**
   * The one whose last message is newest comes first. By conversation_bot_id_last_message_at_idx; of one channel by
   * conversation_channel_id_idx; of one user by conversation_user_ref_idx and conversation_address_user_idx. Counting looks
   * at all that fit: at 160,000 conversations of a bot 70 ms, when a page is read in less than one.
   */
  async list(
    place: { teamId: string; botId: string },
    filter: ConversationFilter,
    limit: number,
    offset: number,
  ): Promise<{ items: ConversationRow[]; total: number }> {
    const { condition, parameters } = selection(place, filter);
    const [counted] = await this.database.query<{ total: number }>(
      `select count(*)::int as total from conversation c where ${condition}`,
      parameters,
    );
    const total = counted?.total ?? 0;
    if (offset >= total) return { items: [], total };
    const at = parameters.length;
    const items = await this.database.query<ConversationRow>(
      `${total <= FEW ? FOUND(condition) : IN_ORDER(condition)}
       order by c.last_message_at desc, c.id desc limit $${at + 1} offset $${at + 2}`,
      [...parameters, limit, offset],
    );
    return { items, total };
  }

  /** Of all bots, the one that began last comes first. By conversation_team_id_idx. */
  ofTeam(teamId: string, { before, limit }: TeamConversationsRequest): Promise<ConversationRow[]> {
    return this.database.query<ConversationRow>(
      `${IN_ORDER('c.team_id = $1 and ($2::uuid is null or c.id < $2)')} order by c.id desc limit $3`,
      [teamId, before ?? null, limit],
    );
  }

  /** What was said in it, and what others hold of it, goes with it. By conversation_pkey. */
  async delete(conversationId: string): Promise<void> {
    await this.database.query('delete from conversation where id = $1', [conversationId]);
  }
}

function selection({ teamId, botId }: { teamId: string; botId: string }, filter: ConversationFilter) {
  const parameters: unknown[] = [teamId, botId];
  const conditions = ['c.team_id = $1', 'c.bot_id = $2'];
  const { platform, channelId, userId, status, from, to } = filter;
  const narrow = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined) conditions.push(condition(`$${parameters.push(value)}`));
  };
  narrow(platform, (name) => `c.channel = ${name}`);
  narrow(channelId, (id) => `c.channel_id = ${id}`);
  narrow(userId, (id) => `(c.user_ref = ${id} or c.address->'user'->>'id' = ${id})`);
  narrow(from, (time) => `c.last_message_at >= ${time}`);
  narrow(to, (time) => `c.last_message_at < ${time}`);
  if (status !== undefined) conditions.push(IN_STAGE[status]);
  return { condition: conditions.join(' and '), parameters };
}
