import {
  COMPARED_METRICS,
  type ComparedMetric,
  EXPERIMENT_VERDICTS,
  type ExperimentVerdict,
  type Interval,
} from '#domain/analytics';
import { INTEGRATION_KINDS, type IntegrationKind } from '#domain/integrations';
import {
  BooleanField,
  DateField,
  EnumField,
  IntegerField,
  NestedField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
} from '#infra/http';

const INTERVAL = 'Holds the true value 95 times in 100: `{"low", "high"}`.';
const SHARE = { nullable: true, min: 0, max: 1 };
const SOME = { nullable: true };

export class ReportQuery {
  @DateField('First day, as a whole, in UTC; from the beginning unless given.', {
    optional: true,
    takes: 'day or moment',
  })
  from?: string;

  @DateField('Last day, as a whole, in UTC; up to now unless given.', { optional: true, takes: 'day or moment' })
  to?: string;
}

export class CountedShare {
  @IntegerField('Conversations of which it is true.', { min: 0 })
  count: number;

  @IntegerField('Conversations in which it is known.', { min: 0 })
  total: number;

  @NumberField('The share; null of none.', SHARE)
  share: number | null;

  @ObjectField(INTERVAL, SOME)
  interval: Interval | null;
}

export class Waiting {
  @NumberField('Geometric mean of the conversations.', SOME)
  geometric_mean_ms: number | null;

  @ObjectField(INTERVAL, SOME)
  interval: Interval | null;
}

export class Outcomes {
  @NestedField('With a turn that it was chosen for and did not answer.', () => CountedShare)
  failed: CountedShare;

  @NestedField('Of those with ratings of its replies: with more positive than negative ones.', () => CountedShare)
  pleased: CountedShare;

  @NestedField('How long users waited for a reply, whoever wrote it.', () => Waiting)
  waiting: Waiting;
}

export class Latency {
  @NumberField('Mean.', SOME)
  mean_ms: number | null;

  @NumberField('What half of its replies do not exceed, to 5 %.', SOME)
  p50_ms: number | null;

  @NumberField('What 95 % of its replies do not exceed, to 5 %.', SOME)
  p95_ms: number | null;
}

export class Ratings {
  @IntegerField('Positive ones.', { min: 0 })
  positive: number;

  @IntegerField('Neutral ones.', { min: 0 })
  neutral: number;

  @IntegerField('Negative ones.', { min: 0 })
  negative: number;

  @NumberField('Mean of those with a score of 1 to 5; null of none.', SOME)
  average_score: number | null;
}

export class Usage {
  @IntegerField('Tokens that were read.', { min: 0 })
  input_tokens: number;

  @IntegerField('Tokens that were written.', { min: 0 })
  output_tokens: number;

  @NumberField('In US dollars, of the replies whose price is known.', { min: 0 })
  cost_usd: number;

  @IntegerField('Replies with tokens whose price is not known.', { min: 0 })
  unpriced_turns: number;
}

export class IntegrationFigures {
  @TextField('The integration.')
  integration_id: string;

  @TextField('Its name, the last one that is known.', SOME)
  name: string | null;

  @EnumField('What it is.', INTEGRATION_KINDS, SOME)
  type: IntegrationKind | null;

  @BooleanField('Whether it is deleted.')
  deleted: boolean;

  @BooleanField('Whether it is called at all.')
  enabled: boolean;

  @BooleanField('Whether it is asked when others fail.')
  fallback: boolean;

  @NumberField('Its weight at present.', { min: 0 })
  weight: number;

  @NumberField('Of the weights of all that are enabled, at present.', { min: 0, max: 1 })
  weight_share: number;

  @IntegerField('Conversations that were first given to it in the period.', { min: 0 })
  conversations: number;

  @NumberField('Their share; null of none.', SHARE)
  conversation_share: number | null;

  @IntegerField('Replies of its own, also in place of another one.', { min: 0 })
  turns: number;

  @IntegerField('Times that it was asked.', { min: 0 })
  calls: number;

  @IntegerField('Calls that came to nothing.', { min: 0 })
  failures: number;

  @NumberField('Their share of the calls; null of none.', SHARE)
  failure_rate: number | null;

  @IntegerField('Times that it was not asked because it had failed several times in a row.', { min: 0 })
  skips: number;

  @IntegerField('Turns that it was chosen for and nobody could answer.', { min: 0 })
  apologies: number;

  @NestedField('How long its own replies took.', () => Latency)
  latency: Latency;

  @NestedField('Of its own replies.', () => Ratings)
  ratings: Ratings;

  @NestedField('Of its own replies.', () => Usage)
  usage: Usage;

  @NestedField('What is compared: what became of its conversations, each counted once.', () => Outcomes)
  outcomes: Outcomes;
}

export class Comparison {
  @EnumField('What is compared.', COMPARED_METRICS, { name: 'ComparedMetric' })
  metric: ComparedMetric;

  @TextField('The integration that is compared with the control.')
  integration_id: string;

  @TextField('The control: the one with the most turns.')
  control_id: string;

  @EnumField('`better` when one of the two is, by more than chance.', EXPERIMENT_VERDICTS, {
    name: 'IntegrationVerdict',
  })
  verdict: ExperimentVerdict;

  @TextField('Which is better; null unless one is.', SOME)
  better_integration_id: string | null;

  @IntegerField('Conversations in which the metric is known.', { min: 0 })
  conversations: number;

  @IntegerField('Of the control.', { min: 0 })
  control_conversations: number;

  @NumberField('A share, or a geometric mean in milliseconds.', SOME)
  value: number | null;

  @NumberField('Of the control.', SOME)
  control_value: number | null;

  @ObjectField('From the control: `{"kind": "difference" or "ratio", "value", "low", "high"}`.', SOME)
  change: object | null;

  @NumberField('How often chance alone would ever show such a difference, however often one looks.', SOME)
  p_value: number | null;

  @NumberField('The same among all comparisons (Holm).', SOME)
  adjusted_p_value: number | null;
}

export class Verdict {
  @EnumField(
    '`insufficient_data`: nothing could be compared. `no_difference_shown`: there may be none, or one too small to see.',
    EXPERIMENT_VERDICTS,
  )
  verdict: ExperimentVerdict;

  @EnumField('The gravest metric of which one is better.', COMPARED_METRICS, SOME)
  metric: ComparedMetric | null;

  @TextField('Which is better.', SOME)
  integration_id: string | null;

  @TextField('Better than which.', SOME)
  than_integration_id: string | null;

  @NumberField('Of that comparison.', SOME)
  p_value: number | null;

  @NumberField('Of that comparison, among all.', SOME)
  adjusted_p_value: number | null;
}

export class Report {
  @TextField('The bot.')
  bot_id: string;

  @DateField('First day; null from the beginning.', SOME)
  from: string | null;

  @DateField('Before this time; null up to now.', SOME)
  to: string | null;

  @NestedListField('As they were made, then those that are deleted.', () => IntegrationFigures)
  integrations: IntegrationFigures[];

  @TextField('With which the others are compared; null unless there are two to compare.', SOME)
  control_id: string | null;

  @NestedListField('Each other integration with the control.', () => Comparison)
  comparisons: Comparison[];

  @NestedField('What it comes to.', () => Verdict)
  verdict: Verdict;

  @NumberField('The chance of a single false verdict is at most this.', { min: 0, max: 1 })
  level: number;

  @IntegerField('Conversations that each of two must have before they are compared.', { min: 0 })
  least_conversations: number;

  @DateField('When it was made.')
  generated_at: string;
}
