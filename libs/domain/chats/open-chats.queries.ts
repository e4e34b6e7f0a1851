import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { ENDED_COLUMNS, ENDED_ESCALATIONS, ENDS, type EndedConversation } from './ending.queries';

export interface ChatMessage {
  role: 'user' | 'bot';
  text: string;
}

export interface ChatRow {
  id: string;
  /** The bot of its last message; null before the first one, and when that bot is gone. */
  botId: string | null;
}

@Injectable()
export class OpenChatsQueries {
  constructor(private readonly database: Database) {}

  async insert(id: string, teamId: string, startedAt: Date, expiresAt: Date): Promise<void> {
    await this.database.query('insert into chat (id, team_id, started_at, expires_at) values ($1, $2, $3, $4)', [
      id,
      teamId,
      startedAt,
      expiresAt,
    ]);
  }

  /** By chat_pkey. */
  async find(teamId: string, chatId: string, now: Date): Promise<ChatRow | undefined> {
    const [row] = await this.database.query<ChatRow>(
      'select id, bot_id as "botId" from chat where id = $1 and team_id = $2 and expires_at > $3',
      [chatId, teamId, now],
    );
    return row;
  }

  /** The bots that have answered in it. By conversation_chat_id_idx. */
  async botsIn(chatId: string): Promise<string[]> {
    const rows = await this.database.query<{ botId: string }>(
      'select distinct bot_id as "botId" from conversation where chat_id = $1',
      [chatId],
    );
    return rows.map(({ botId }) => botId);
  }

  /** What was said in all conversations of the chat, oldest first, the latest `limit` messages. By conversation_chat_id_idx. */
  messages(chatId: string, limit: number): Promise<ChatMessage[]> {
    return this.database.query<ChatMessage>(
      `select role, text from (
         select case m.role when 'agent' then 'bot' else m.role end as role, m.content as text,
           -- Each conversation keeps its own order, however clocks were set meanwhile.
           max(m.created_at) over (partition by m.conversation_id order by m.position) as said_at, m.conversation_id, m.position
         from conversation c join message m on m.conversation_id = c.id
         where c.chat_id = $1 and m.state = 'complete' and m.role <> 'system'
         order by said_at desc, m.conversation_id desc, m.position desc limit $2
       ) latest
       order by said_at, conversation_id, position`,
      [chatId, limit],
    );
  }

  /** Ends its open conversations. By conversation_chat_id_idx. */
  endConversations(chatId: string, teamId: string, at: Date): Promise<EndedConversation[]> {
    return this.database.query(
      `with ended as (
         update conversation c set ${ENDS('$3')} where c.chat_id = $1 and c.team_id = $2 and c.state = 'open'
         returning ${ENDED_COLUMNS}
       ), ${ENDED_ESCALATIONS('$3')}
       select * from ended`,
      [chatId, teamId, at],
    );
  }

  /** False when there is no such chat any more. By chat_pkey. */
  async delete(teamId: string, chatId: string, now: Date): Promise<boolean> {
    const deleted = await this.database.execute('delete from chat where id = $1 and team_id = $2 and expires_at > $3', [
      chatId,
      teamId,
      now,
    ]);
    return deleted > 0;
  }

  /** By chat_expires_at_idx. */
  deleteExpired(now: Date, limit: number): Promise<number> {
    return this.database.execute(
      'delete from chat where id in (select id from chat where expires_at <= $1 order by expires_at limit $2)',
      [now, limit],
    );
  }
}
