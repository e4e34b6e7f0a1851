import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { additionTo } from '../../counting/addition';
import type { DayRow } from './experiment-tally';
import type { GivenConversation } from './given-conversation';
import type { SeenIntegration } from './integration-facts';

const DAY = ['integration_id uuid', 'at timestamptz'];
export const DAY_COUNTERS = [
  'turns',
  'calls',
  'failures',
  'skips',
  'apologies',
  'latency_ms',
  'input_tokens',
  'output_tokens',
  'cost_nano_usd',
  'unpriced_turns',
  'positive_ratings',
  'neutral_ratings',
  'negative_ratings',
  'scores',
  'score_sum',
  'conversations',
  'failed_conversations',
  'rated_conversations',
  'pleased_conversations',
  'wait_logs',
  'wait_log_squares',
] as const;
export type DayCounter = (typeof DAY_COUNTERS)[number];

/** By analytics_integration_day_pkey, analytics_integration_latency_pkey. */
const ADD_DAYS = additionTo('analytics_integration_day', DAY, DAY_COUNTERS);
const ADD_LATENCIES = additionTo('analytics_integration_latency', [...DAY, 'class smallint'], ['turns']);

const KNOWN = ['first_at', 'turns', 'unanswered_turns', 'wait_logs', 'positive_ratings', 'negative_ratings', 'ratings'];
const KNOWN_TYPES = ['timestamptz', 'integer', 'integer', 'bigint', 'integer', 'integer', 'integer'];

/** By analytics_integration_conversation_pkey. */
const SAVE_CONVERSATIONS = `insert into analytics_integration_conversation
  (conversation_id, integration_id, ${KNOWN.join(', ')})
  select conversation_id, integration_id, ${KNOWN.join(', ')}
  from jsonb_to_recordset($1::jsonb)
    as given (conversation_id uuid, integration_id uuid, ${KNOWN.map((name, at) => `${name} ${KNOWN_TYPES[at]}`).join(', ')})
  on conflict (conversation_id, integration_id) do update
    set ${KNOWN.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** The conversations that there still are, and the integrations that are known of each. */
export interface HeldConversation {
  id: string;
  given: readonly GivenConversation[];
}

/** The statements of counting for integrations. They stand in a transaction that has locked the bots. */
@Injectable()
export class ExperimentCountingQueries {
  constructor(private readonly database: Database) {}

  /** With the names that they have now, where they still are. By integration_pkey, analytics_integration_pkey. */
  async noteIntegrations(seen: readonly SeenIntegration[]): Promise<void> {
    await this.database.query(
      `insert into analytics_integration as t (integration_id, bot_id, team_id, kind, name)
       select g.id, g.bot_id, g.team_id, coalesce(i.kind, g.kind), i.name
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[]) as g (id, bot_id, team_id, kind)
       left join integration i on i.id = g.id
       order by g.id
       on conflict (integration_id) do update
         set kind = coalesce(excluded.kind, t.kind), name = coalesce(excluded.name, t.name)
         where (coalesce(excluded.kind, t.kind), coalesce(excluded.name, t.name)) is distinct from (t.kind, t.name)`,
      [
        seen.map(({ id }) => id),
        seen.map(({ botId }) => botId),
        seen.map(({ teamId }) => teamId),
        seen.map(({ kind }) => kind),
      ],
    );
  }

  /** None of them is deleted before the transaction ends. By conversation_pkey, analytics_integration_conversation_pkey. */
  hold(conversationIds: readonly string[]): Promise<HeldConversation[]> {
    return this.database.query<HeldConversation>(
      `with held as (select c.id from conversation c where c.id = any($1::uuid[]) order by c.id for key share of c)
       select h.id, coalesce((
         select json_agg(json_build_object(
           'conversationId', g.conversation_id, 'integrationId', g.integration_id,
           'firstAtMs', (extract(epoch from g.first_at) * 1000)::float8, 'turns', g.turns,
           'unansweredTurns', g.unanswered_turns, 'waitLogs', g.wait_logs, 'positiveRatings', g.positive_ratings,
           'negativeRatings', g.negative_ratings, 'ratings', g.ratings
         )) from analytics_integration_conversation g where g.conversation_id = h.id
       ), '[]') as given
       from held h`,
      [conversationIds],
    );
  }

  async save(conversations: readonly GivenConversation[]): Promise<void> {
    await this.database.query(SAVE_CONVERSATIONS, [JSON.stringify(conversations.map(rowOf))]);
  }

  async addDays(rows: readonly DayRow[]): Promise<void> {
    if (rows.length > 0) await this.database.query(ADD_DAYS, [JSON.stringify(rows)]);
  }

  async addLatencies(rows: readonly DayRow[]): Promise<void> {
    if (rows.length > 0) await this.database.query(ADD_LATENCIES, [JSON.stringify(rows)]);
  }
}

function rowOf(given: GivenConversation) {
  return {
    conversation_id: given.conversationId,
    integration_id: given.integrationId,
    first_at: given.firstAtMs === null ? null : new Date(given.firstAtMs).toISOString(),
    turns: given.turns,
    unanswered_turns: given.unansweredTurns,
    wait_logs: given.waitLogs,
    positive_ratings: given.positiveRatings,
    negative_ratings: given.negativeRatings,
    ratings: given.ratings,
  };
}
