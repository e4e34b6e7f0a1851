import {
  BooleanField,
  DateField,
  IdField,
  IntegerField,
  NestedListField,
  NumberField,
  ObjectField,
  TextField,
  TextListField,
} from '#infra/http';

const MAX_TEXT_LENGTH = 10_000;
export const MAX_TEXTS = 1_000;

export class TrainingModel {
  @IdField('The chatbot that has learned.')
  chatbotId: string;

  @IntegerField('Its version, from 1; none is given twice.', { min: 1 })
  version: number;

  @BooleanField('Whether the chatbot reads intents by it.')
  isActive: boolean;

  @IdField('The session that made it.')
  sessionId: string;

  @TextListField('Ids of the datasets that it was trained from.')
  datasetIds: string[];

  @IntegerField('Its size.', { min: 0 })
  bytes: number;

  @ObjectField('What was measured, as its session tells it.')
  metrics: Record<string, unknown>;

  @DateField('When it was made.')
  createdAt: string;
}

export class TrainingModelDetails extends TrainingModel {
  @ObjectField('The whole measurement, with the fields of the report of the session that made it.')
  report: Record<string, unknown>;

  @ObjectField('By intent: what it replies, for intents that have an answer of their own.')
  answers: Record<string, string>;
}

export class PredictIntents {
  @TextField('A text of an end user. Required unless there are `texts`.', {
    optional: true,
    minLength: 1,
    maxLength: MAX_TEXT_LENGTH,
    example: 'How do I reset my password?',
  })
  text?: string;

  @TextListField('Several texts, instead of `text`; the answer is then a list in their order.', {
    optional: true,
    minItems: 1,
    maxItems: MAX_TEXTS,
    maxLength: MAX_TEXT_LENGTH,
  })
  texts?: string[];
}

export class RankedIntent {
  @TextField('The intent.')
  intent: string;

  @NumberField('As of the prediction.', { min: 0, max: 1 })
  confidence: number;
}

export class PredictedIntent {
  @TextField('The text.')
  text: string;

  @TextField('What it most probably means, also when it is out of scope.')
  intent: string;

  @NumberField('The probability that this is right and the text in scope.', { min: 0, max: 1 })
  confidence: number;

  @BooleanField('Whether it means anything that the chatbot has learned.')
  inScope: boolean;

  @NestedListField('Up to 5 intents, the best first.', () => RankedIntent)
  ranking: RankedIntent[];

  @TextField('What the intent replies; null when it has no answer of its own.', { nullable: true })
  answer: string | null;

  @IntegerField('The version of the model.', { min: 1 })
  modelVersion: number;
}
