import {
  BooleanField,
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  TextField,
} from '#infra/http';
import {
  COMPARED_METRICS,
  type ComparedMetric,
  EXPERIMENT_VERDICTS,
  type ExperimentVerdict,
} from '../experiments/experiments.types';

const KINDS = ['echo', 'webhook', 'model'] as const;
const CHANGES = ['difference', 'ratio'] as const;

export class IntegrationReportQuery {
  @DateField('First day, which counts as a whole, in UTC; from the beginning unless given.', {
    optional: true,
    takes: 'day or moment',
    example: '2026-01-01',
  })
  from?: string;

  @DateField('Last day, which counts as a whole, in UTC; up to now unless given.', {
    optional: true,
    takes: 'day or moment',
    example: '2026-01-31',
  })
  to?: string;
}

export class ReportInterval {
  @NumberField('Where it begins.')
  low: number;

  @NumberField('Where it ends.')
  high: number;
}

export class ConversationShare {
  @IntegerField('Conversations of which it is true.', { min: 0 })
  count: number;

  @IntegerField('Conversations in which it is known.', { min: 0 })
  total: number;

  @NumberField('The share; null of none.', { nullable: true, min: 0, max: 1 })
  share: number | null;

  @NestedField('Holds the true share 95 times in 100 (Wilson).', () => ReportInterval, { nullable: true })
  interval: ReportInterval | null;
}

export class ConversationWaiting {
  @NumberField('Of how long users waited for a reply, whoever wrote it; geometric mean of the conversations, in ms.', {
    nullable: true,
    min: 0,
  })
  geometricMeanMs: number | null;

  @NestedField('Holds the true mean 95 times in 100 (Student).', () => ReportInterval, { nullable: true })
  interval: ReportInterval | null;
}

export class ConversationOutcomeFigures {
  @NestedField('With a turn that it was chosen for and did not answer.', () => ConversationShare)
  failed: ConversationShare;

  @NestedField('Of those with ratings of its replies: with more positive than negative ones.', () => ConversationShare)
  pleased: ConversationShare;

  @NestedField('How long users waited.', () => ConversationWaiting)
  waiting: ConversationWaiting;
}

export class IntegrationLatency {
  @NumberField('Mean.', { nullable: true, min: 0 })
  meanMs: number | null;

  @NumberField('What half of its replies do not exceed, to 5 %.', { nullable: true, min: 0 })
  p50Ms: number | null;

  @NumberField('What 95 % of its replies do not exceed, to 5 %.', { nullable: true, min: 0 })
  p95Ms: number | null;
}

export class IntegrationRatings {
  @IntegerField('Positive ones.', { min: 0 })
  positive: number;

  @IntegerField('Neutral ones.', { min: 0 })
  neutral: number;

  @IntegerField('Negative ones.', { min: 0 })
  negative: number;

  @NumberField('Mean of those with a score of 1 to 5; null of none.', { nullable: true, min: 1, max: 5 })
  averageScore: number | null;
}

export class IntegrationUsage {
  @IntegerField('Tokens that were read.', { min: 0 })
  inputTokens: number;

  @IntegerField('Tokens that were written.', { min: 0 })
  outputTokens: number;

  @NumberField('In US dollars, of the replies whose price is known.', { min: 0 })
  costUsd: number;

  @IntegerField('Replies with tokens whose price is not known.', { min: 0 })
  unpricedTurns: number;
}

export class IntegrationReportEntry {
  @IdField('The integration.')
  integrationId: string;

  @TextField('Its name; of one that is deleted, the last one that is known.', { nullable: true })
  name: string | null;

  @EnumField('What it is.', KINDS, { nullable: true })
  kind: (typeof KINDS)[number] | null;

  @BooleanField('Whether it is deleted.')
  isDeleted: boolean;

  @BooleanField('Whether it is asked at all.')
  isEnabled: boolean;

  @BooleanField('Whether it is asked when others fail.')
  isFallback: boolean;

  @NumberField('Its weight at present.', { min: 0 })
  weight: number;

  @NumberField('Of the weights of all that are enabled, at present.', { min: 0, max: 1 })
  weightShare: number;

  @IntegerField('Conversations that were first given to it in the period.', { min: 0 })
  conversations: number;

  @NumberField('Their share; null of none.', { nullable: true, min: 0, max: 1 })
  conversationShare: number | null;

  @IntegerField('Replies of its own, also in place of another one.', { min: 0 })
  turns: number;

  @IntegerField('Times that it was asked.', { min: 0 })
  calls: number;

  @IntegerField('Calls that came to nothing.', { min: 0 })
  failures: number;

  @NumberField('Their share of the calls; null of none.', { nullable: true, min: 0, max: 1 })
  failureRate: number | null;

  @IntegerField('Times that it was not asked because it had failed several times in a row.', { min: 0 })
  skips: number;

  @IntegerField('Turns that it was chosen for and nobody could answer.', { min: 0 })
  apologies: number;

  @NestedField('How long its own replies took.', () => IntegrationLatency)
  latency: IntegrationLatency;

  @NestedField('Of its own replies.', () => IntegrationRatings)
  ratings: IntegrationRatings;

  @NestedField('Of its own replies.', () => IntegrationUsage)
  usage: IntegrationUsage;

  @NestedField(
    'What is compared: what became of the conversations, each counted once.',
    () => ConversationOutcomeFigures,
  )
  outcomes: ConversationOutcomeFigures;
}

export class ReportChange extends ReportInterval {
  @EnumField('Of the integration to the control: `difference` of shares, `ratio` of times.', CHANGES)
  kind: (typeof CHANGES)[number];

  @NumberField('Its size; `low` and `high` hold the true one 95 times in 100, however often one looks.')
  value: number;
}

export class IntegrationComparisonEntry {
  @EnumField(
    '`failures`: conversations with a turn that was not answered. `satisfaction`: rated conversations that pleased. `latency`: how long users waited.',
    COMPARED_METRICS,
    { name: 'ComparedMetric' },
  )
  metric: ComparedMetric;

  @IdField('The integration that is compared with the control.')
  integrationId: string;

  @IdField('The control: the one with the most turns.')
  controlId: string;

  @EnumField('`better` when one of the two is, by more than chance.', EXPERIMENT_VERDICTS, {
    name: 'IntegrationVerdict',
  })
  verdict: ExperimentVerdict;

  @IdField('Which is better; null unless one is.', { nullable: true })
  betterIntegrationId: string | null;

  @IntegerField('Conversations in which the metric is known.', { min: 0 })
  conversations: number;

  @IntegerField('Of the control.', { min: 0 })
  controlConversations: number;

  @NumberField('A share, or a geometric mean in milliseconds; null when nothing was measured.', { nullable: true })
  value: number | null;

  @NumberField('Of the control.', { nullable: true })
  controlValue: number | null;

  @NestedField('From the control to the integration; null when there is too little to tell.', () => ReportChange, {
    nullable: true,
  })
  change: ReportChange | null;

  @NumberField(
    'How often chance alone would ever show such a difference, however often one looks; null when there is too little to tell.',
    { nullable: true },
  )
  pValue: number | null;

  @NumberField('The same among all comparisons (Holm).', { nullable: true })
  adjustedPValue: number | null;
}

export class IntegrationReportVerdict {
  @EnumField(
    '`insufficient_data`: nothing could be compared. `no_difference_shown`: there may be none, or one that is too small to see.',
    EXPERIMENT_VERDICTS,
  )
  verdict: ExperimentVerdict;

  @EnumField('The gravest metric of which one is better.', COMPARED_METRICS, { nullable: true })
  metric: ComparedMetric | null;

  @IdField('Which is better.', { nullable: true })
  integrationId: string | null;

  @IdField('Better than which.', { nullable: true })
  thanIntegrationId: string | null;

  @NumberField('Of that comparison.', { nullable: true })
  pValue: number | null;

  @NumberField('Of that comparison, among all.', { nullable: true })
  adjustedPValue: number | null;
}

export class IntegrationReport {
  @IdField('The chatbot.')
  chatbotId: string;

  @DateField('Where the period begins; null: with the first conversation.', { nullable: true })
  from: string | null;

  @DateField('Where it ends; that moment is not in it. Null: now.', { nullable: true })
  to: string | null;

  @NestedListField('All of the chatbot, and those that are deleted but did something in the period.', () => {
    return IntegrationReportEntry;
  })
  integrations: IntegrationReportEntry[];

  @IdField('With the most turns; null unless there are two to compare.', { nullable: true })
  controlId: string | null;

  @NestedListField('Each of the others with the control, by each metric.', () => IntegrationComparisonEntry)
  comparisons: IntegrationComparisonEntry[];

  @NestedField('What comes of them.', () => IntegrationReportVerdict)
  verdict: IntegrationReportVerdict;

  @NumberField('The chance of a single false verdict in a period is at most this, however often one looks.')
  level: number;

  @IntegerField('Conversations that each of two must have before they are compared.')
  leastConversations: number;

  @DateField('When this was told.')
  generatedAt: string;
}
