import { DateField, EnumField, IntegerField, NestedField, NestedListField, NumberField, TextField } from '#infra/http';
import { PERIODS, type Period } from '../figures/range';

const FORMATS = ['json', 'csv'] as const;
type Format = (typeof FORMATS)[number];

export class FiguresQuery {
  @DateField(
    'First day, in `timezone`, or a time; 29 days before the last one unless given. Times count to the quarter of an hour.',
    { optional: true, takes: 'day or moment', example: '2026-01-01' },
  )
  startDate?: string;

  @DateField('Last day, which counts as a whole, or a time; today unless given.', {
    optional: true,
    takes: 'day or moment',
    example: '2026-01-31',
  })
  endDate?: string;

  @EnumField('What a bucket of the timeline is; weeks begin on Monday.', PERIODS, { optional: true, default: 'daily' })
  period: Period = 'daily';

  @TextField('Time zone of the IANA database in which days begin.', {
    optional: true,
    maxLength: 64,
    default: 'UTC',
    example: 'Europe/Berlin',
  })
  timezone: string = 'UTC';

  @EnumField('`csv`: a table (RFC 4180) in place of JSON, as with `Accept: text/csv`.', FORMATS, { optional: true })
  format?: Format;
}

export class FigureRange {
  @DateField('Where it begins.')
  from: string;

  @DateField('Where it ends; that moment is not in it.')
  to: string;

  @EnumField('What a bucket of the timeline is.', PERIODS)
  period: Period;

  @TextField('The time zone in which days begin.', { example: 'UTC' })
  timezone: string;
}

/** What all figures begin with. */
class Figures {
  @TextField('The chatbot.')
  chatbotId: string;

  @NestedField('What they are of.', () => FigureRange)
  range: FigureRange;
}

class FigureBucket {
  @TextField('Its first day, in the time zone; it may lie before the range.', { example: '2026-01-01' })
  date: string;
}

export class MessageBucket extends FigureBucket {
  @IntegerField('Messages.', { min: 0 })
  count: number;

  @IntegerField('Of end users.', { min: 0 })
  userMessages: number;

  @IntegerField('Of the chatbot.', { min: 0 })
  botMessages: number;

  @IntegerField('Of people who answered in its place.', { min: 0 })
  agentMessages: number;
}

export class MessageAnalytics extends Figures {
  @IntegerField('Messages.', { min: 0 })
  total: number;

  @IntegerField('Of end users.', { min: 0 })
  userMessages: number;

  @IntegerField('Of the chatbot.', { min: 0 })
  botMessages: number;

  @IntegerField('Of people who answered in its place.', { min: 0 })
  agentMessages: number;

  @NestedListField('Every bucket of the range, oldest first.', () => MessageBucket)
  timeline: MessageBucket[];
}

export class UserBucket extends FigureBucket {
  @IntegerField('Different users.', { min: 0 })
  count: number;

  @IntegerField('Who had never been there before.', { min: 0 })
  newUsers: number;

  @IntegerField('Who had been there before.', { min: 0 })
  returningUsers: number;
}

export class UserAnalytics extends Figures {
  @IntegerField('Different users, who are fewer than those of the buckets together.', { min: 0 })
  total: number;

  @IntegerField('Seen for the first time ever in the range.', { min: 0 })
  newUsers: number;

  @IntegerField('Seen before.', { min: 0 })
  returningUsers: number;

  @NestedListField('Every bucket of the range, oldest first.', () => UserBucket)
  timeline: UserBucket[];
}

export class SessionBucket extends FigureBucket {
  @IntegerField('Sessions that began in it.', { min: 0 })
  count: number;

  @IntegerField('Conversations that began in it.', { min: 0 })
  conversations: number;

  @NumberField('Seconds from the first message of a session to its last; 0 without sessions.', { min: 0 })
  averageDuration: number;

  @NumberField('Messages of a session; 0 without sessions.', { min: 0 })
  averageMessages: number;
}

export class SessionAnalytics extends Figures {
  @IntegerField(
    'Sessions that began in the range. A conversation that goes on after it was ended, or after the idle time, is another session.',
    { min: 0 },
  )
  total: number;

  @IntegerField('Conversations that began in the range.', { min: 0 })
  conversations: number;

  @NumberField('Seconds from the first message of a session to its last; 0 without sessions.', { min: 0 })
  averageDuration: number;

  @NumberField('Messages of a session; 0 without sessions.', { min: 0 })
  averageMessages: number;

  @NestedListField('Every bucket of the range, oldest first.', () => SessionBucket)
  timeline: SessionBucket[];
}

export class IntentCount {
  @TextField('The intent.')
  intent: string;

  @IntegerField('Messages.', { min: 0 })
  count: number;

  @NumberField('Of the messages whose intent was recognised.', { min: 0, max: 100 })
  percentage: number;
}

export class IntentBucket extends FigureBucket {
  @IntegerField('Messages whose intent was recognised.', { min: 0 })
  count: number;

  @IntegerField('Messages that were none of the intents.', { min: 0 })
  outOfScope: number;
}

export class IntentAnalytics extends Figures {
  @IntegerField('Messages whose intent was recognised.', { min: 0 })
  total: number;

  @IntegerField('Messages that were none of the intents.', { min: 0 })
  outOfScope: number;

  @NestedListField('The most frequent first.', () => IntentCount)
  intents: IntentCount[];

  @NestedListField('Every bucket of the range, oldest first.', () => IntentBucket)
  timeline: IntentBucket[];
}

class UsageSums {
  @IntegerField('Read by the model.', { min: 0 })
  inputTokens: number;

  @IntegerField('Written by the model.', { min: 0 })
  outputTokens: number;

  @NumberField('In US dollars, by the prices that were set when the replies were made.', { min: 0 })
  costUsd: number;

  @IntegerField('Replies of models without a price, which are not in the cost.', { min: 0 })
  unpricedReplies: number;
}

export class UsageBucket extends UsageSums {
  @TextField('Its first day, in the time zone; it may lie before the range.', { example: '2026-01-01' })
  date: string;

  @IntegerField('Replies.', { min: 0 })
  count: number;
}

export class UsageOfModel extends UsageSums {
  @TextField('Name of the model.')
  model: string;

  @IntegerField('Its id in the registry; null when it has none.', { nullable: true })
  modelId: number | null;

  @IntegerField('Replies.', { min: 0 })
  replies: number;
}

export class UsageAnalytics extends UsageSums {
  @TextField('The chatbot.')
  chatbotId: string;

  @NestedField('What they are of.', () => FigureRange)
  range: FigureRange;

  @IntegerField('Replies.', { min: 0 })
  total: number;

  @NestedListField('The most used first.', () => UsageOfModel)
  models: UsageOfModel[];

  @NestedListField('Every bucket of the range, oldest first.', () => UsageBucket)
  timeline: UsageBucket[];
}
