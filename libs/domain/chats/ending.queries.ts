import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

export interface EndedConversation {
  id: string;
  teamId: string;
  botId: string;
  sessionKey: string;
  userRef: string;
  channel: string;
  channelId: string | null;
  messageCount: number;
}

/** Ends conversations `c`, and those on their way to a person have arrived. */
export const ENDS = (at: string) => `state = 'ended', ended_at = ${at}, handling = 'bot'`;
export const ENDED_COLUMNS = `c.id, c.team_id as "teamId", c.bot_id as "botId", c.session_key as "sessionKey",
  c.user_ref as "userRef", c.channel, c.channel_id as "channelId", c.message_count as "messageCount"`;

/** Ends the escalations of the conversations in `ended`. By escalation_open_key. */
export const ENDED_ESCALATIONS = (at: string) => `ended_escalations as (
  update escalation e set state = 'resolved', ended_at = ${at} from ended
  where e.conversation_id = ended.id and e.state in ('waiting', 'active')
)`;

@Injectable()
export class EndingQueries {
  constructor(private readonly database: Database) {}

  /**
   * Ends up to `limit` conversations without a message since `before`; those for which a person is wanted, or in which one
   * answers, only since `beforeWithPerson`. By conversation_idle_idx.
   */
  endIdle(before: Date, beforeWithPerson: Date, at: Date, limit: number): Promise<EndedConversation[]> {
    return this.database.query(
      `with idle as (
         select id from conversation
         where state = 'open' and last_message_at < $1 and (handling = 'bot' or last_message_at < $2)
         order by last_message_at limit $4 for update skip locked
       ), ended as (
         update conversation c set ${ENDS('$3')} from idle where c.id = idle.id
         returning ${ENDED_COLUMNS}
       ), ${ENDED_ESCALATIONS('$3')}
       select * from ended`,
      [before, beforeWithPerson, at, limit],
    );
  }

  /** Ends the open conversations of a bot. By conversation_bot_id_session_key_key. */
  endAllOfBot(botId: string, at: Date): Promise<EndedConversation[]> {
    return this.database.query(
      `with ended as (
         update conversation c set ${ENDS('$2')} where c.bot_id = $1 and c.state = 'open'
         returning ${ENDED_COLUMNS}
       ), ${ENDED_ESCALATIONS('$2')}
       select * from ended`,
      [botId, at],
    );
  }
}
