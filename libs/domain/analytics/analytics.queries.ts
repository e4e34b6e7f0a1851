import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Grouping } from './analytics.types';

export interface Period {
  teamId: string;
  from: Date;
  /** Exclusive. */
  to: Date;
  groupBy: Grouping;
}

/** Of a bucket, or of the whole period when `date` is null. */
interface OfBucket {
  date: string | null;
}

export interface ConversationCounts extends OfBucket {
  conversations: number;
  escalated: number;
}

export interface ResponseTimes extends OfBucket {
  averageS: number | null;
}

export interface Satisfaction extends OfBucket {
  averageScore: number | null;
}

export interface ReasonFigures {
  /** Null: all of them together. */
  reason: string | null;
  count: number;
  waitingS: number | null;
  handlingS: number | null;
}

const bucketOf = (column: string) => `to_char(date_trunc($4, ${column} at time zone 'UTC'), 'YYYY-MM-DD')`;

/** The conversations that began in the period. By conversation_team_id_started_at_idx. */
const STARTED = `started as (
  select id, ${bucketOf('started_at')} as date from conversation
  where team_id = $1 and started_at >= $2 and started_at < $3
)`;

/** Each statement gives a row per bucket in which there is something, and one of the whole period. */
@Injectable()
export class AnalyticsQueries {
  constructor(private readonly database: Database) {}

  /** By escalation_conversation_id_idx besides. */
  countConversations(period: Period): Promise<ConversationCounts[]> {
    return this.database.query<ConversationCounts>(
      `with ${STARTED}, known as (
         select s.date, exists (select from escalation e where e.conversation_id = s.id) as is_escalated from started s
       )
       select date, count(*)::int as conversations, (count(*) filter (where is_escalated))::int as escalated
       from known group by grouping sets ((date), ())`,
      parametersOf(period),
    );
  }

  /**
   * Both rows of a turn have its time of asking. By message_conversation_id_position_key; for a period that is a large part of
   * all there is, PostgreSQL reads the whole table, which is faster then.
   */
  responseTimes(period: Period): Promise<ResponseTimes[]> {
    return this.database.query<ResponseTimes>(
      `with ${STARTED}
       select s.date, avg(extract(epoch from m.completed_at - m.created_at))::float8 as "averageS"
       from started s join message m on m.conversation_id = s.id
       where m.role = 'bot' and m.state = 'complete'
       group by grouping sets ((s.date), ())`,
      parametersOf(period),
    );
  }

  /** By response_rating_team_id_idx. */
  satisfaction(period: Period): Promise<Satisfaction[]> {
    return this.database.query<Satisfaction>(
      `with rated as (
         select score, ${bucketOf('created_at')} as date from response_rating
         where team_id = $1 and created_at >= $2 and created_at < $3 and score is not null
       )
       select date, avg(score)::float8 as "averageScore" from rated group by grouping sets ((date), ())`,
      parametersOf(period),
    );
  }

  /** By escalation_conversation_id_idx besides. */
  handOffs({ teamId, from, to }: Period): Promise<ReasonFigures[]> {
    return this.database.query<ReasonFigures>(
      `select e.reason, count(*)::int as count,
         avg(extract(epoch from e.accepted_at - e.created_at))::float8 as "waitingS",
         avg(extract(epoch from e.ended_at - e.accepted_at))::float8 as "handlingS"
       from conversation c join escalation e on e.conversation_id = c.id
       where c.team_id = $1 and c.started_at >= $2 and c.started_at < $3
       group by grouping sets ((e.reason), ()) order by e.reason`,
      [teamId, from, to],
    );
  }
}

function parametersOf({ teamId, from, to, groupBy }: Period): unknown[] {
  return [teamId, from, to, groupBy];
}
