import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { QUARTER_MS } from '../counting/counters';
import type { Segment } from './segments';

/** Sums of counters in a bucket. */
export type Sums = Readonly<Record<string, number>>;

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

/** Moments go as quarters of an hour since 1970, in which all of them are whole. */
const SEGMENTS = `(
  select g.bucket, g.grain, to_timestamp(g.first * 900::float8) as "from", to_timestamp(g.next * 900::float8) as "to"
  from unnest($2::integer[], $3::smallint[], $4::integer[], $5::integer[]) as g (bucket, grain, first, next)
) s`;

@Injectable()
export class FigureQueries {
  constructor(private readonly database: Database) {}

  /**
   * Runs the statements of a report. PostgreSQL takes many short looks at an index for a long work and would compile them
   * first, which takes longer than they do.
   */
  together<Result>(read: () => Promise<Result>): Promise<Result> {
    return this.database.transaction(async () => {
      await this.database.query('set local jit = off');
      return read();
    });
  }

  /** By bucket; absent where nothing happened. By analytics_cell_pkey, once for each segment. */
  async sums(botId: string, segments: readonly Segment[], counters: readonly string[]): Promise<Map<number, Sums>> {
    const rows = await this.database.query<{ bucket: number } & Record<string, number>>(
      `select s.bucket, ${counters.map((name) => `sum(c.${name})::float8 as ${name}`).join(', ')}
       from ${SEGMENTS} cross join lateral (
         select ${counters.map((name) => `sum(c.${name}) as ${name}`).join(', ')}, count(*) as cells
         from analytics_cell c where c.bot_id = $1 and c.grain = s.grain and c.at >= s."from" and c.at < s."to"
       ) c
       where c.cells > 0 group by s.bucket`,
      [botId, ...columnsOf(segments)],
    );
    return new Map(rows.map(({ bucket, ...sums }) => [bucket, sums as Sums]));
  }

  /** By index of the span. By analytics_visit_returns_idx, which holds all that is read. */
  async returns(botId: string, spans: readonly ReturnSpan[]): Promise<number[]> {
    const rows = await this.database.query<{ users: number }>(
      `select r.users from (
         select g.place, g.absence, to_timestamp(g.first * 900::float8) as "from", to_timestamp(g.next * 900::float8) as "to"
         from unnest($2::smallint[], $3::integer[], $4::integer[]) with ordinality as g (absence, first, next, place)
       ) s cross join lateral (
         select count(*)::int as users from analytics_visit v
         where v.bot_id = $1 and v.absence = s.absence and v.at >= s."from" and v.at < s."to" and v.previous_at < s."from"
       ) r order by s.place`,
      [
        botId,
        spans.map(({ absence }) => absence),
        spans.map(({ fromMs }) => fromMs / QUARTER_MS),
        spans.map(({ toMs }) => toMs / QUARTER_MS),
      ],
    );
    return rows.map(({ users }) => users);
  }

  /** The most used first. By analytics_model_key. */
  models(botId: string, segments: readonly Segment[]): Promise<ModelSums[]> {
    return this.database.query<ModelSums>(
      `select m.model, m.model_id as "modelId", sum(m.replies)::float8 as replies,
         sum(m.unpriced_replies)::float8 as "unpricedReplies", sum(m.input_tokens)::float8 as "inputTokens",
         sum(m.output_tokens)::float8 as "outputTokens", sum(m.cost_nano_usd)::float8 as "costNanoUsd"
       from ${SEGMENTS} cross join lateral (
         select * from analytics_model m
         where m.bot_id = $1 and m.grain = s.grain and m.at >= s."from" and m.at < s."to" offset 0
       ) m
       group by m.model, m.model_id order by replies desc, m.model, m.model_id`,
      [botId, ...columnsOf(segments)],
    );
  }

  /** The most frequent first. By analytics_intent_pkey. */
  intents(botId: string, segments: readonly Segment[]): Promise<Array<{ intent: string; count: number }>> {
    return this.database.query<{ intent: string; count: number }>(
      `select i.intent, sum(i.messages)::float8 as count
       from ${SEGMENTS} cross join lateral (
         select i.intent, sum(i.messages) as messages from analytics_intent i
         where i.bot_id = $1 and i.grain = s.grain and i.at >= s."from" and i.at < s."to" group by i.intent
       ) i
       group by i.intent having sum(i.messages) > 0 order by count desc, i.intent`,
      [botId, ...columnsOf(segments)],
    );
  }
}

function columnsOf(segments: readonly Segment[]): number[][] {
  return [
    segments.map(({ bucket }) => bucket),
    segments.map(({ grain }) => grain),
    segments.map(({ fromMs }) => fromMs / QUARTER_MS),
    segments.map(({ toMs }) => toMs / QUARTER_MS),
  ];
}
