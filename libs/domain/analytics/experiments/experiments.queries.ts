import { Injectable } from '@nestjs/common';
import type { IntegrationKind } from '#domain/integrations';
import { Database } from '#infra/database';
import { DAY_COUNTERS } from './counting/experiment-counting.queries';
import type { LatencyClass } from './latency-classes';
import type { DaySums } from './outcomes';

export interface CountedIntegration {
  id: string;
  name: string | null;
  kind: IntegrationKind | null;
  sums: DaySums;
  /** In ascending order. */
  latencies: readonly LatencyClass[];
}

/** Days in UTC; null has no bound. */
export interface DaySpan {
  from: Date | null;
  /** Exclusive. */
  to: Date | null;
}

const SUMS = DAY_COUNTERS.map((name) => `'${name}', coalesce(sum(d.${name}), 0)`).join(', ');

@Injectable()
export class ExperimentQueries {
  constructor(private readonly database: Database) {}

  /**
   * All of a bot of which something was ever counted, with what was in these days. By analytics_integration_bot_id_idx,
   * analytics_integration_day_pkey and analytics_integration_latency_pkey.
   */
  counted(botId: string, { from, to }: DaySpan): Promise<CountedIntegration[]> {
    return this.database.query<CountedIntegration>(
      `select i.integration_id as id, i.name, i.kind, (
         select json_build_object(${SUMS}) from analytics_integration_day d
         where d.integration_id = i.integration_id and d.at >= $2 and d.at < $3
       ) as sums, (
         select coalesce(json_agg(json_build_object('class', c.class, 'count', c.turns) order by c.class), '[]') from (
           select l.class, sum(l.turns) as turns from analytics_integration_latency l
           where l.integration_id = i.integration_id and l.at >= $2 and l.at < $3
           group by l.class
         ) c
       ) as latencies
       from analytics_integration i where i.bot_id = $1 order by i.integration_id`,
      [botId, from ?? '-infinity', to ?? 'infinity'],
    );
  }
}
