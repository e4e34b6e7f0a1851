import { SUGGESTION_KINDS, type SuggestionKind } from '#domain/classification';
import { EnumField, IntegerField, NestedListField, NumberField, TextField, TextListField } from '#infra/http';

export const SHARE = { min: 0, max: 1 };
export const SHARE_OR_NULL = { ...SHARE, nullable: true };

export class IntentFigures {
  @TextField('The intent.')
  intent: string;

  @IntegerField('Its examples.', { min: 0 })
  examples: number;

  @NumberField('Of the held-out examples that were taken for it, the share that were.', SHARE)
  precision: number;

  @NumberField('Of its held-out examples, the share that was recognised.', SHARE)
  recall: number;

  @NumberField('Harmonic mean of both.', SHARE)
  f1: number;
}

export class IntentConfusion {
  @TextField('What it was.')
  intent: string;

  @TextField('What it was taken for.')
  predicted: string;

  @IntegerField('How often.', { min: 1 })
  count: number;

  @TextListField('Up to 5 of the texts.')
  texts: string[];
}

export class CalibrationBin {
  @NumberField('Confidence from here.', SHARE)
  from: number;

  @NumberField('To here.', SHARE)
  to: number;

  @IntegerField('Held-out examples in scope whose confidence lies between.', { min: 1 })
  count: number;

  @NumberField('Their mean confidence.', SHARE)
  confidence: number;

  @NumberField('The share of them that was right: the nearer to the confidence, the more honest that is.', SHARE)
  accuracy: number;
}

export class ScopeFigures {
  @NumberField('Share of the held-out examples in scope that count as such.', SHARE_OR_NULL)
  keptInScope: number | null;

  @NumberField('Share of the held-out `__oos__` examples that are refused; null without any.', SHARE_OR_NULL)
  outOfScopeRecall: number | null;

  @NumberField(
    'Share of the examples of intents that the model was not told of that are refused; null when none could be left out.',
    SHARE_OR_NULL,
  )
  leftOutRecall: number | null;

  @NumberField('How well texts in scope are told from both: area under the ROC curve.', SHARE_OR_NULL)
  auroc: number | null;
}

export class DuplicateGroup {
  @TextField('The text as one of the examples has it.')
  text: string;

  @TextField('The intent.')
  intent: string;

  @IntegerField('How many examples have the same words.', { min: 2 })
  count: number;
}

export class DuplicateExamples {
  @IntegerField('Examples that say nothing new; null of models that were trained before they were counted.', {
    min: 0,
    nullable: true,
  })
  count: number | null;

  @NestedListField('Up to 50, the most frequent first.', () => DuplicateGroup)
  groups: DuplicateGroup[];
}

export class ContradictoryIntent {
  @TextField('The intent.')
  intent: string;

  @IntegerField('Its examples with these words.', { min: 1 })
  count: number;
}

export class ContradictionGroup {
  @TextField('The text as one of the examples has it.')
  text: string;

  @NestedListField(
    'The intents that have it, the most frequent first. The model learns it for all of them.',
    () => ContradictoryIntent,
  )
  intents: ContradictoryIntent[];
}

export class ContradictoryExamples {
  @IntegerField('Texts that stand in several intents; null of models that were trained before they were counted.', {
    min: 0,
    nullable: true,
  })
  count: number | null;

  @NestedListField('Up to 50, the most frequent first.', () => ContradictionGroup)
  groups: ContradictionGroup[];
}

export class LearningPoint {
  @IntegerField('So many examples learned.', { min: 1 })
  examples: number;

  @NumberField('How often the linear part of the model is right then.', SHARE)
  accuracy: number;
}

export class TrainingSuggestion {
  @EnumField('What it is about.', SUGGESTION_KINDS)
  kind: SuggestionKind;

  @TextField('The intent that it is about; null when it is about all.', { nullable: true })
  intent: string | null;

  @TextField('The other one, of a pair.', { nullable: true })
  otherIntent: string | null;

  @TextField('What to do, for people.')
  message: string;

  @TextListField('Up to 5 examples that it is about.')
  texts: string[];
}
