import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

export interface Assigning {
  conversationId: string;
  botId: string;
  teamId: string;
  /** Who may answer; whoever answered before and is not among them does no longer. */
  eligibleIds: readonly string[];
  /** Of them, when nobody answers yet. */
  chosenId: string;
  at: Date;
}

@Injectable()
export class AssignmentQueries {
  constructor(private readonly database: Database) {}

  /**
   * Who answers the conversation: whoever did, else the chosen one, who does from now on. Of several processes that choose at the
   * same time the first is believed by all. Undefined when the conversation is gone. By the primary keys of
   * integration_assignment and conversation.
   */
  async assign({ conversationId, botId, teamId, eligibleIds, chosenId, at }: Assigning): Promise<string | undefined> {
    const [row] = await this.database.query<{ integrationId: string }>(
      `with kept as (
         select integration_id from integration_assignment
         where conversation_id = $1 and bot_id = $2 and integration_id = any($4::uuid[])
       ), written as (
         insert into integration_assignment (conversation_id, bot_id, team_id, integration_id, assigned_at)
         select c.id, $2, $3, $5, $6 from conversation c where c.id = $1 and not exists (select 1 from kept)
         on conflict (conversation_id, bot_id) do update set
           integration_id = case when integration_assignment.integration_id = any($4::uuid[])
             then integration_assignment.integration_id else excluded.integration_id end,
           assigned_at = excluded.assigned_at
         returning integration_id
       )
       select integration_id as "integrationId" from kept union all select integration_id from written`,
      [conversationId, botId, teamId, eligibleIds, chosenId, at],
      { prepare: true },
    );
    return row?.integrationId;
  }
}
