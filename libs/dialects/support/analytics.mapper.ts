import {
  type Bucket,
  type Figures,
  type Grouping,
  MAX_PERIOD_DAYS,
  type Report,
  type ReportRequest,
} from '#domain/analytics';
import { DAY_MS, invalidInput } from '#kernel';
import { type Analytics, type AnalyticsQuery, type Breakdown, METRICS, type Metric } from './analytics.dto';

const BREAKDOWN_OF = {
  day: 'daily_breakdown',
  week: 'weekly_breakdown',
  month: 'monthly_breakdown',
} as const satisfies Record<Grouping, keyof Analytics>;

/** @throws `input.invalid` for days in the wrong order, or too far apart */
export function toReportRequest({ start_date, end_date, group_by: groupBy }: AnalyticsQuery): ReportRequest {
  const from = new Date(start_date);
  const to = new Date(new Date(end_date).getTime() + DAY_MS);
  if (to <= from) throw refusedEnd('the day of start_date or a later one');
  if (to.getTime() - from.getTime() > MAX_PERIOD_DAYS * DAY_MS) throw refusedEnd('at most five years after start_date');
  return { from, to, groupBy };
}

export function toAnalytics({ totals, handOff, buckets }: Report, query: AnalyticsQuery): Analytics {
  const { conversations, ...columns } = columnsOf(totals);
  const chosen = query.metrics?.length ? METRICS.filter((metric) => query.metrics?.includes(metric)) : METRICS;
  return {
    period: { start: query.start_date, end: query.end_date },
    metrics: { total_conversations: conversations, ...columns },
    escalations: {
      by_reason: { ...handOff.byReason },
      avg_waiting_time: rounded(handOff.avgWaitingTimeS, 3),
      avg_handling_time: rounded(handOff.avgHandlingTimeS, 3),
    },
    [BREAKDOWN_OF[query.group_by]]: buckets.map((bucket) => toBreakdown(bucket, chosen)),
  };
}

function toBreakdown(bucket: Bucket, chosen: readonly Metric[]): Breakdown {
  const columns = columnsOf(bucket);
  return { date: bucket.date, ...Object.fromEntries(chosen.map((metric) => [metric, columns[metric]])) };
}

function columnsOf(figures: Figures) {
  return {
    conversations: figures.conversations,
    ai_resolved: figures.aiResolved,
    escalated: figures.escalated,
    resolution_rate: rounded(figures.resolutionRate, 4),
    avg_response_time: rounded(figures.avgResponseTimeS, 3),
    customer_satisfaction: rounded(figures.customerSatisfaction, 2),
  } satisfies Record<Metric, number | null>;
}

/** Digits beyond these would pretend to an exactness that the figures do not have. */
function rounded<Value extends number | null>(value: Value, digits: number): Value {
  return (value === null ? null : Number(value.toFixed(digits))) as Value;
}

function refusedEnd(rule: string) {
  return invalidInput([{ field: 'end_date', message: `end_date must be ${rule}.` }]);
}
