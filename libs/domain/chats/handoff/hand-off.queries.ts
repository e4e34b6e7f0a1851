import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { CONVERSATION_COLUMNS, type ConversationRow } from '../conversations.queries';
import type { Handling, Person } from './hand-off.types';

export interface NewMessage {
  id: string;
  conversationId: string;
  role: 'agent' | 'system';
  content: string;
  principal: string;
  author?: Person;
  at: Date;
}

/** Statements of changes in who answers. All stand in a transaction that begins with `lock`. */
@Injectable()
export class HandOffQueries {
  constructor(private readonly database: Database) {}

  /** The fence: from here until the transaction ends nobody writes in the conversation. By conversation_pkey. */
  async lock(teamId: string, conversationId: string): Promise<ConversationRow | undefined> {
    const rows = await this.database.query(`select 1 from conversation where id = $1 and team_id = $2 for update`, [
      conversationId,
      teamId,
    ]);
    if (rows.length === 0) return undefined;
    // A statement of its own sees what was committed while the lock was waited for.
    const [row] = await this.database.query<ConversationRow>(
      `select ${CONVERSATION_COLUMNS} from conversation c where c.id = $1`,
      [conversationId],
    );
    return row;
  }

  /** A person opens a conversation again, as a message does. */
  async setHandling(conversationId: string, handling: Handling): Promise<void> {
    const opened = handling === 'bot' ? '' : `, state = 'open', ended_at = null, resolved_at = null`;
    await this.database.query(`update conversation set handling = $2${opened} where id = $1`, [
      conversationId,
      handling,
    ]);
  }

  async setResolved(conversationId: string, at: Date): Promise<void> {
    await this.database.query(`update conversation set handling = 'bot', resolved_at = $2 where id = $1`, [
      conversationId,
      at,
    ]);
  }

  async setEnded(conversationId: string, at: Date): Promise<void> {
    await this.database.query(
      `update conversation set state = 'ended', ended_at = $2, handling = 'bot' where id = $1`,
      [conversationId, at],
    );
  }

  /** The replies that are being made, which are not wanted any more. By message_conversation_id_position_key. */
  async withdrawPending(conversationId: string, at: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `update message set state = 'withdrawn', completed_at = $2 where conversation_id = $1 and state = 'pending'
       returning id`,
      [conversationId, at],
    );
    return rows.map(({ id }) => id);
  }

  /** At the end of the conversation; gives its position. */
  async addMessage({ id, conversationId, role, content, principal, author, at }: NewMessage): Promise<number> {
    const [row] = await this.database.query<{ position: number }>(
      `with c as (
         update conversation set message_count = message_count + 1, last_message_at = $7 where id = $2
         returning message_count
       )
       insert into message
         (id, conversation_id, position, role, state, content, principal, author_id, author_name, created_at, completed_at)
       select $1::uuid, $2::uuid, message_count, $3, 'complete', $4, $5, $6::uuid, $8, $7::timestamptz, $7::timestamptz from c
       returning position`,
      [id, conversationId, role, content, principal, author?.id ?? null, at, author?.name ?? null],
    );
    return row!.position;
  }
}
