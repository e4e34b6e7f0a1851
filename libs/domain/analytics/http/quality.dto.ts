import { IntegerField, NestedField, NestedListField, NumberField, TextField } from '#infra/http';
import { FigureRange } from './figures.dto';

class QualitySums {
  @IntegerField('Milliseconds that half of the replies do not exceed, from a histogram; null without replies.', {
    nullable: true,
  })
  latencyP50Ms: number | null;

  @IntegerField('Milliseconds that 19 of 20 replies do not exceed.', { nullable: true })
  latencyP95Ms: number | null;

  @NumberField('Milliseconds on average.', { nullable: true })
  averageLatencyMs: number | null;

  @NumberField('Of the replies, 0 to 1; null without replies.', { nullable: true })
  averageConfidence: number | null;

  @IntegerField('Replies to questions that the knowledge does not answer.', { min: 0 })
  noContext: number;

  @NumberField('Their share of the replies.', { min: 0, max: 1 })
  noContextRate: number;

  @IntegerField('Judged well.', { min: 0 })
  positiveRatings: number;

  @IntegerField('Judged neither well nor badly.', { min: 0 })
  neutralRatings: number;

  @IntegerField('Judged badly.', { min: 0 })
  negativeRatings: number;

  @NumberField('Mean of the scores, 1 to 5; null without scores.', { nullable: true })
  averageScore: number | null;

  @IntegerField('Times that a person was wanted.', { min: 0 })
  escalations: number;

  @NumberField('Escalations for each session.', { min: 0 })
  escalationRate: number;

  @IntegerField('Conversations that were resolved.', { min: 0 })
  resolutions: number;
}

export class QualityBucket extends QualitySums {
  @TextField('Its first day, in the time zone; it may lie before the range.', { example: '2026-01-01' })
  date: string;

  @IntegerField('Replies.', { min: 0 })
  count: number;
}

export class QualityAnalytics extends QualitySums {
  @TextField('The chatbot.')
  chatbotId: string;

  @NestedField('What they are of.', () => FigureRange)
  range: FigureRange;

  @IntegerField('Replies.', { min: 0 })
  total: number;

  @NestedListField('Every bucket of the range, oldest first.', () => QualityBucket)
  timeline: QualityBucket[];
}
