import { Injectable } from '@nestjs/common';
import { type Actor, DAY_MS, requireScope } from '#kernel';
import { analyticsErrors } from './analytics.errors';
import { AnalyticsQueries, type ConversationCounts, type ReasonFigures } from './analytics.queries';
import { type Figures, type HandOffFigures, MAX_PERIOD_DAYS, type Report, type ReportRequest } from './analytics.types';
import { bucketsOf } from './buckets';

@Injectable()
export class ConversationStatistics {
  constructor(private readonly queries: AnalyticsQueries) {}

  /** @throws `actor.scope_missing`, `analytics.period_reversed`, `analytics.period_too_long` */
  async report(actor: Actor, { from, to, groupBy }: ReportRequest): Promise<Report> {
    requireScope(actor, 'analytics:read');
    if (to <= from) throw analyticsErrors.period_reversed();
    if (to.getTime() - from.getTime() > MAX_PERIOD_DAYS * DAY_MS) throw analyticsErrors.period_too_long();
    const period = { teamId: actor.teamId, from, to, groupBy };
    const counts = byDate(await this.queries.countConversations(period));
    const times = byDate(await this.queries.responseTimes(period));
    const scores = byDate(await this.queries.satisfaction(period));
    const handOffs = await this.queries.handOffs(period);
    const figuresOf = (date: string | null) =>
      toFigures(counts.get(date), times.get(date)?.averageS, scores.get(date)?.averageScore);
    return {
      totals: figuresOf(null),
      handOff: toHandOff(handOffs),
      buckets: bucketsOf(from, to, groupBy).map((date) => ({ date, ...figuresOf(date) })),
    };
  }
}

function byDate<Row extends { date: string | null }>(rows: readonly Row[]): ReadonlyMap<string | null, Row> {
  return new Map(rows.map((row) => [row.date, row]));
}

function toFigures(
  counts: ConversationCounts | undefined,
  averageS: number | null | undefined,
  averageScore: number | null | undefined,
): Figures {
  const { conversations = 0, escalated = 0 } = counts ?? {};
  const aiResolved = conversations - escalated;
  return {
    conversations,
    aiResolved,
    escalated,
    resolutionRate: conversations === 0 ? 0 : aiResolved / conversations,
    avgResponseTimeS: averageS ?? 0,
    customerSatisfaction: averageScore ?? null,
  };
}

function toHandOff(rows: readonly ReasonFigures[]): HandOffFigures {
  const all = rows.find(({ reason }) => reason === null);
  const reasons = rows.flatMap(({ reason, count }) => (reason === null ? [] : [[reason, count] as const]));
  return {
    byReason: Object.fromEntries(reasons),
    avgWaitingTimeS: all?.waitingS ?? null,
    avgHandlingTimeS: all?.handlingS ?? null,
  };
}
