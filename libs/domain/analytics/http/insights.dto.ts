import {
  AnyField,
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';
import { INSIGHT_PERIODS, type InsightPeriod } from '../insights/insights.types';

const KINDS = ['trend', 'finding'] as const;
const UNITS = ['count', 'share', 'milliseconds', 'probability'] as const;
const EFFECTS = ['rate_ratio', 'cohens_h', 'cohens_d'] as const;
const VERDICTS = ['better', 'worse', 'more', 'fewer'] as const;
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;

export class InsightsQuery {
  @EnumField(
    'The last day, 7 days or 30 days up to now, or everything; each is compared with the one before.',
    INSIGHT_PERIODS,
    {
      optional: true,
      default: 'monthly',
    },
  )
  period: InsightPeriod = 'monthly';

  @TextField('Time zone of the IANA database, for the hours of the day.', {
    optional: true,
    maxLength: 64,
    default: 'UTC',
    example: 'Europe/Berlin',
  })
  timezone: string = 'UTC';

  @BooleanField(
    'Computes them anew, unless that has just been done; else an answer may be five minutes old, see `generatedAt`.',
    {
      optional: true,
      default: false,
    },
  )
  refresh?: boolean;
}

export class InsightEffect {
  @EnumField(
    'How it is measured: a ratio of rates, or of shares and means in units that do not depend on how much was counted (0.2 is small, 0.5 medium, 0.8 large).',
    EFFECTS,
  )
  name: (typeof EFFECTS)[number];

  @NumberField('Its size; null: beyond all measure.', { nullable: true })
  value: number | null;
}

export class InsightSamples {
  @IntegerField('In the period.', { min: 0 })
  current: number;

  @IntegerField('In the one before.', { min: 0 })
  previous: number;
}

export class Insight {
  @TextField('What it is about, the same in every answer.', { example: 'no-context-rate' })
  id: string;

  @EnumField('`trend`: compares two periods. `finding`: tells what there is in this one, in `items`.', KINDS)
  kind: (typeof KINDS)[number];

  @TextField('A heading.', { example: 'Messages without an answer' })
  title: string;

  @TextField('It in words.')
  text: string;

  @TextField('The figure; the same as `id`.', { example: 'no-context-rate' })
  metric: string;

  @EnumField('What `current` and `previous` are in; a share is 0 to 1.', UNITS)
  unit: (typeof UNITS)[number];

  @NumberField('The figure of the period; of a finding, how many there are. Null: nothing was measured.', {
    nullable: true,
  })
  current: number | null;

  @NumberField('Of the period before; null when there is none.', { nullable: true })
  previous: number | null;

  @NumberField('From the one to the other, by the hour where a period is not over.', { nullable: true, example: -12.5 })
  changePercent: number | null;

  @NumberField('How often chance alone would make such a difference; null when there is too little to tell.', {
    nullable: true,
  })
  pValue: number | null;

  @NumberField('The same, given that all trends were tested together (Benjamini-Hochberg).', { nullable: true })
  adjustedPValue: number | null;

  @NestedField('How great the difference is; null when there is too little to tell.', () => InsightEffect, {
    nullable: true,
  })
  effect: InsightEffect | null;

  @BooleanField('Whether the adjusted p-value is below 0.05.')
  isSignificant: boolean;

  @EnumField('What a significant change that is large enough to matter means; else null.', VERDICTS, { nullable: true })
  verdict: (typeof VERDICTS)[number] | null;

  @NestedField('How many were compared.', () => InsightSamples, { nullable: true })
  samples: InsightSamples | null;

  @AnyField('What a finding is about, the weightiest first: a list of objects that depend on `id`.', {
    schema: { type: 'array', items: { type: 'object', additionalProperties: true } },
    example: [{ intent: 'track_order', turns: 12 }],
  })
  items: readonly Readonly<Record<string, unknown>>[];
}

export class SuggestedRequest {
  @TextField('What it does.', { example: 'Add an item to "Help"' })
  title: string;

  @EnumField('Of the request.', METHODS)
  method: (typeof METHODS)[number];

  @TextField('Of the request, to this server.', { example: '/api/v1/knowledge-bases/0190.../items' })
  path: string;

  @ObjectField('Of the request; absent when it has none.', { optional: true })
  body?: Record<string, unknown>;

  @TextListField('What a person has to fill in first, as paths in the body.', { example: ['answer'] })
  fill: string[];
}

export class InsightRecommendation {
  @TextField('What it is about; the same as long as that is there.', { example: 'answer:0190...' })
  id: string;

  @TextField('A heading.')
  title: string;

  @TextField('Why.')
  text: string;

  @IntegerField('Turns of the period that it would have mended, as far as can be told; the list is sorted by it.', {
    min: 0,
  })
  turns: number;

  @NestedField('The request that mends it.', () => SuggestedRequest)
  action: SuggestedRequest;

  @NestedListField('Others that do, or that come next.', () => SuggestedRequest)
  alternatives: SuggestedRequest[];

  @ObjectField('What speaks for it.')
  evidence: Record<string, unknown>;
}

export class InsightReport {
  @IdField('The chatbot.')
  chatbotId: string;

  @EnumField('What it is about.', INSIGHT_PERIODS)
  period: InsightPeriod;

  @TextField('Of the hours of the day.')
  timezone: string;

  @DateField('Where the period begins.')
  from: string;

  @DateField('Where it ends.')
  to: string;

  @DateField('Where the one before begins; null when there is none.', { nullable: true })
  previousFrom: string | null;

  @IntegerField('Turns that findings rest on: the latest of the period. Trends of what is counted rest on all.', {
    min: 0,
  })
  turnsRead: number;

  @BooleanField('Whether the period has more turns than those.')
  isSampled: boolean;

  @NestedListField(
    'How well it answers: messages, no-context-rate, escalation-rate, negative-ratings, latency, confidence, badly-rated-answers.',
    () => Insight,
  )
  performanceInsights: Insight[];

  @NestedListField(
    'Who writes and when: users, new-users, conversations, busiest-hours, languages, channels.',
    () => Insight,
  )
  userInsights: Insight[];

  @NestedListField(
    'What it knows: unanswered-questions, unused-documents, overused-documents, unsure-intents, confused-intents.',
    () => Insight,
  )
  contentInsights: Insight[];

  @NestedListField('What would mend it, what mends most first.', () => InsightRecommendation)
  recommendations: InsightRecommendation[];

  @DateField('When this was computed.')
  generatedAt: string;
}
