import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { BIG_COUNTERS, PART_GRAINS, QUARTER_MS } from '../counting/counters';
import { type Segment, type Span, segmentsOf, segmentsOfWhole } from './segments';
import { TimeSums } from './sums';

/** A time of which the users are counted who come back in it after an absence about as long as it. */
export interface ReturnSpan {
  fromMs: number;
  /** Exclusive. */
  toMs: number;
  absence: number;
}

export interface ModelSums {
  model: string;
  modelId: number | null;
  replies: number;
  unpricedReplies: number;
  inputTokens: number;
  outputTokens: number;
  costNanoUsd: number;
}

/**
 * Moments go as quarters of an hour since 1970, in which all of them are whole. PostgreSQL is not to see how many there are
 * (that is why they are selected): it takes many short looks at an index for a long work, and would compile the statement
 * first or scan the table, which takes longer than they do.
 */
const SEGMENTS = `(
  select g.place, g.sign, g.grain, to_timestamp(g.first * 900::float8) as "from", to_timestamp(g.next * 900::float8) as "to"
  from unnest((select $2::integer[]), (select $3::integer[]), (select $4::smallint[]), (select $5::integer[]),
    (select $6::integer[])) as g (place, sign, grain, first, next)
) s`;

@Injectable()
export class FigureQueries {
  constructor(private readonly database: Database) {}

  /**
   * Of times of which each begins where the one before ends. By analytics_cell_pkey, once for each segment. The sums come as
   * one value, by column: to read thousands of rows takes Node longer than PostgreSQL.
   *
   * @param boundsMs one more than there are times
   */
  async sums(botId: string, boundsMs: readonly number[], counters: readonly string[]): Promise<TimeSums> {
    const summed = counters.map(
      (name, at) => `sum(s.sign * c.${name}${BIG_COUNTERS.has(name) ? '::float8' : ''}) as c${at}`,
    );
    const [row] = await this.database.query<{ columns: Array<readonly number[] | null> }>(
      `select json_build_array(json_agg(s.place), ${counters.map((_, at) => `json_agg(s.c${at})`).join(', ')}) as columns
       from (
         select s.place, ${summed.join(', ')}
         from ${SEGMENTS} cross join lateral (
           select ${counters.join(', ')} from analytics_cell c
           where c.bot_id = $1 and c.grain = s.grain and c.at >= s."from" and c.at < s."to" offset 0
         ) c
         group by s.place
       ) s`,
      [botId, ...columnsOf(segmentsOf(boundsMs))],
    );
    const [places, ...columns] = row!.columns.map((column) => column ?? []);
    const byName = new Map(counters.map((name, at) => [name, columns[at]!]));
    return new TimeSums(boundsMs.length - 1, { places: places!, columns: byName });
  }

  /** By index of the span. By analytics_visit_returns_idx, which holds all that is read. */
  async returns(botId: string, spans: readonly ReturnSpan[]): Promise<number[]> {
    const [row] = await this.database.query<{ users: number[] }>(
      `select json_agg(r.users order by s.place) as users from (
         select g.place, g.absence, to_timestamp(g.first * 900::float8) as "from", to_timestamp(g.next * 900::float8) as "to"
         from unnest((select $2::smallint[]), (select $3::integer[]), (select $4::integer[])) with ordinality
           as g (absence, first, next, place)
       ) s cross join lateral (
         select count(*) as users from analytics_visit v
         where v.bot_id = $1 and v.absence = s.absence and v.at >= s."from" and v.at < s."to" and v.previous_at < s."from"
       ) r`,
      [
        botId,
        arrayOf(spans.map(({ absence }) => absence)),
        arrayOf(spans.map(({ fromMs }) => fromMs / QUARTER_MS)),
        arrayOf(spans.map(({ toMs }) => toMs / QUARTER_MS)),
      ],
    );
    return row!.users;
  }

  /** Of a time as a whole, the most used first. By analytics_model_key. */
  models(botId: string, span: Span): Promise<ModelSums[]> {
    return this.database.query<ModelSums>(
      `select m.model, m.model_id as "modelId", sum(s.sign * m.replies)::float8 as replies,
         sum(s.sign * m.unpriced_replies)::float8 as "unpricedReplies",
         sum(s.sign * m.input_tokens::float8) as "inputTokens", sum(s.sign * m.output_tokens::float8) as "outputTokens",
         sum(s.sign * m.cost_nano_usd::float8) as "costNanoUsd"
       from ${SEGMENTS} cross join lateral (
         select * from analytics_model m
         where m.bot_id = $1 and m.grain = s.grain and m.at >= s."from" and m.at < s."to" offset 0
       ) m
       group by m.model, m.model_id having sum(s.sign * m.replies) > 0 order by replies desc, m.model, m.model_id`,
      [botId, ...columnsOf(segmentsOfWhole(span, PART_GRAINS))],
    );
  }

  /** Of a time as a whole, the most frequent first. By analytics_intent_pkey. */
  intents(botId: string, span: Span): Promise<Array<{ intent: string; count: number }>> {
    return this.database.query<{ intent: string; count: number }>(
      `select i.intent, sum(s.sign * i.messages)::float8 as count
       from ${SEGMENTS} cross join lateral (
         select i.intent, i.messages from analytics_intent i
         where i.bot_id = $1 and i.grain = s.grain and i.at >= s."from" and i.at < s."to" offset 0
       ) i
       group by i.intent having sum(s.sign * i.messages) > 0 order by count desc, i.intent`,
      [botId, ...columnsOf(segmentsOfWhole(span, PART_GRAINS))],
    );
  }
}

function columnsOf(segments: readonly Segment[]): string[] {
  return [
    arrayOf(segments.map(({ place }) => place)),
    arrayOf(segments.map(({ sign }) => sign)),
    arrayOf(segments.map(({ grain }) => grain)),
    arrayOf(segments.map(({ fromMs }) => fromMs / QUARTER_MS)),
    arrayOf(segments.map(({ toMs }) => toMs / QUARTER_MS)),
  ];
}

/** As SQL writes it; the driver would look at each number for what has to be quoted. */
function arrayOf(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`;
}
