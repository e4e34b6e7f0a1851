import { GROUPINGS, type Grouping } from '#domain/analytics';
import {
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';

/** Columns of a breakdown. */
export const METRICS = [
  'conversations',
  'ai_resolved',
  'escalated',
  'resolution_rate',
  'avg_response_time',
  'customer_satisfaction',
] as const;
export type Metric = (typeof METRICS)[number];

const DAY = {
  takes: 'day' as const,
  rule: 'a day as YYYY-MM-DD',
  check: (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text),
};

export class AnalyticsQuery {
  @DateField('First day, in UTC.', { ...DAY, example: '2026-01-01' })
  start_date: string;

  @DateField('Last day, in UTC.', { ...DAY, example: '2026-01-31' })
  end_date: string;

  @TextListField('Columns of the breakdown, separated by commas; all unless given. `metrics` is always complete.', {
    optional: true,
    values: METRICS,
  })
  metrics?: Metric[];

  @EnumField('What the breakdown goes by. Weeks begin on Monday.', GROUPINGS, { optional: true, default: 'day' })
  group_by: Grouping = 'day';
}

export class Period {
  @TextField('First day.', { example: '2026-01-01' })
  start: string;

  @TextField('Last day.', { example: '2026-01-31' })
  end: string;
}

export class Metrics {
  @IntegerField('Begun in the period.', { min: 0 })
  total_conversations: number;

  @IntegerField('Of those, the ones that needed no person.', { min: 0 })
  ai_resolved: number;

  @IntegerField('Of those, the ones that did.', { min: 0 })
  escalated: number;

  @NumberField('ai_resolved / total_conversations; 0 without conversations.', { min: 0, max: 1 })
  resolution_rate: number;

  @NumberField("Seconds from a message to the bot's answer, on average; 0 without answers.", { min: 0 })
  avg_response_time: number;

  @NumberField('Mean of the feedback, 1 to 5; null without any.', { min: 0, max: 5, nullable: true })
  customer_satisfaction: number | null;
}

export class Breakdown {
  @TextField('First day of it.', { example: '2026-01-01' })
  date: string;

  @IntegerField('Begun within it.', { optional: true, min: 0 })
  conversations?: number;

  @IntegerField('As in `metrics`.', { optional: true, min: 0 })
  ai_resolved?: number;

  @IntegerField('As in `metrics`.', { optional: true, min: 0 })
  escalated?: number;

  @NumberField('As in `metrics`.', { optional: true, min: 0, max: 1 })
  resolution_rate?: number;

  @NumberField('As in `metrics`.', { optional: true, min: 0 })
  avg_response_time?: number;

  @NumberField('As in `metrics`.', { optional: true, min: 0, max: 5, nullable: true })
  customer_satisfaction?: number | null;
}

export class EscalationFigures {
  @ObjectField('How often a person was needed, by reason.', { example: { low_confidence: 7, user_request: 2 } })
  by_reason: Record<string, number>;

  @NumberField('Seconds until a person accepted, on average; null when nobody has.', { min: 0, nullable: true })
  avg_waiting_time: number | null;

  @NumberField('Seconds from then until it was over, on average; null when none is.', { min: 0, nullable: true })
  avg_handling_time: number | null;
}

export class Analytics {
  @NestedField('The days that were asked for.', () => Period)
  period: Period;

  @NestedField('Of the whole period.', () => Metrics)
  metrics: Metrics;

  @NestedField('How people were needed in the conversations of the period.', () => EscalationFigures)
  escalations: EscalationFigures;

  @NestedListField('By day.', () => Breakdown, { optional: true })
  daily_breakdown?: Breakdown[];

  @NestedListField('By week, from Monday; the first one may begin before the period.', () => Breakdown, {
    optional: true,
  })
  weekly_breakdown?: Breakdown[];

  @NestedListField('By month.', () => Breakdown, { optional: true })
  monthly_breakdown?: Breakdown[];
}
