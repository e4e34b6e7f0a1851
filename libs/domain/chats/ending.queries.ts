import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { ConversationRow } from './chats.queries';

export interface EndedConversation extends ConversationRow {
  teamId: string;
}

const ENDED_COLUMNS = `c.id, c.team_id as "teamId", c.bot_id as "botId", c.session_key as "sessionKey",
  c.user_ref as "userRef", c.message_count as "messageCount"`;

@Injectable()
export class EndingQueries {
  constructor(private readonly database: Database) {}

  /** Ends up to `limit` conversations without a message since `before`. By conversation_idle_idx. */
  endIdle(before: Date, at: Date, limit: number): Promise<EndedConversation[]> {
    return this.database.query(
      `with idle as (
         select id from conversation where state = 'open' and last_message_at < $1
         order by last_message_at limit $3 for update skip locked
       ), ended as (
         update conversation c set state = 'ended', ended_at = $2 from idle where c.id = idle.id
         returning ${ENDED_COLUMNS}
       )
       select * from ended`,
      [before, at, limit],
    );
  }

  /** Ends the open conversations of a bot. By conversation_bot_id_session_key_key. */
  endAllOfBot(botId: string, at: Date): Promise<EndedConversation[]> {
    return this.database.query(
      `with ended as (
         update conversation c set state = 'ended', ended_at = $2 where c.bot_id = $1 and c.state = 'open'
         returning ${ENDED_COLUMNS}
       )
       select * from ended`,
      [botId, at],
    );
  }
}
