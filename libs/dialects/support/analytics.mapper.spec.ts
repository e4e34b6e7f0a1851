import type { Figures, Report } from '#domain/analytics';
import type { AnalyticsQuery } from './analytics.dto';
import { toAnalytics, toReportRequest } from './analytics.mapper';

const QUERY: AnalyticsQuery = { start_date: '2026-01-30', end_date: '2026-01-31', group_by: 'day' };

const FIGURES: Figures = {
  conversations: 3,
  aiResolved: 2,
  escalated: 1,
  resolutionRate: 2 / 3,
  avgResponseTimeS: 1.23456,
  customerSatisfaction: 4.666,
};
const WIRE = {
  ai_resolved: 2,
  escalated: 1,
  resolution_rate: 0.6667,
  avg_response_time: 1.235,
  customer_satisfaction: 4.67,
};

const REPORT: Report = {
  totals: FIGURES,
  handOff: { byReason: { low_confidence: 1 }, avgWaitingTimeS: 2, avgHandlingTimeS: null },
  buckets: [{ date: '2026-01-30', ...FIGURES }],
};

describe('analytics on the wire', () => {
  test('ask for whole days in UTC, the last one included', () => {
    expect(toReportRequest(QUERY)).toEqual({
      from: new Date('2026-01-30T00:00:00Z'),
      to: new Date('2026-02-01T00:00:00Z'),
      groupBy: 'day',
    });
    expect(toReportRequest({ ...QUERY, end_date: QUERY.start_date }).to).toEqual(new Date('2026-01-31T00:00:00Z'));
  });

  test.each([
    ['2026-01-29', 'the day of start_date or a later one'],
    ['2031-02-01', 'at most five years after start_date'],
  ])('refuse %s as the end, and say what it must be', (end_date, rule) => {
    const message = `end_date must be ${rule}.`;
    expect(() => toReportRequest({ ...QUERY, end_date })).toThrow(message);
  });

  test('tell all metrics and, unless columns were chosen, all columns', () => {
    expect(toAnalytics(REPORT, QUERY)).toEqual({
      period: { start: '2026-01-30', end: '2026-01-31' },
      metrics: { total_conversations: 3, ...WIRE },
      escalations: { by_reason: { low_confidence: 1 }, avg_waiting_time: 2, avg_handling_time: null },
      daily_breakdown: [{ date: '2026-01-30', conversations: 3, ...WIRE }],
    });
    expect(toAnalytics(REPORT, { ...QUERY, metrics: [] }).daily_breakdown?.[0]).toHaveProperty('escalated');
  });

  test('choose columns of the breakdown and nothing else by metrics', () => {
    const chosen = toAnalytics(REPORT, { ...QUERY, metrics: ['resolution_rate', 'conversations'] });
    expect(chosen.metrics).toEqual({ total_conversations: 3, ...WIRE });
    expect(chosen.daily_breakdown).toEqual([{ date: '2026-01-30', conversations: 3, resolution_rate: 0.6667 }]);
  });

  test.each([
    ['week', 'weekly_breakdown'],
    ['month', 'monthly_breakdown'],
  ] as const)('name the breakdown by %s', (group_by, name) => {
    expect(Object.keys(toAnalytics(REPORT, { ...QUERY, group_by }))).toEqual([
      'period',
      'metrics',
      'escalations',
      name,
    ]);
  });
});
