import { BooleanField, IdField, IntegerField, NestedField, NestedListField, NumberField } from '#infra/http';
import { ModelActivation } from './activation.dto';
import {
  CalibrationBin,
  ContradictoryExamples,
  DuplicateExamples,
  IntentConfusion,
  IntentFigures,
  LearningPoint,
  ScopeFigures,
  SHARE,
  SHARE_OR_NULL,
  TrainingSuggestion,
} from './report-parts.dto';

export class TrainingReport {
  @IdField('The session.')
  sessionId: string;

  @IdField('The chatbot that has learned.')
  chatbotId: string;

  @IntegerField('The version that the session made.', { min: 1 })
  modelVersion: number;

  @BooleanField('Whether the chatbot reads intents by it now.')
  isActive: boolean;

  @NestedField(
    'What became of it when it was made; null of sessions before there were policies.',
    () => ModelActivation,
    {
      nullable: true,
    },
  )
  activation: ModelActivation | null;

  @IntegerField('Examples in scope.', { min: 0 })
  examples: number;

  @IntegerField('Intents.', { min: 0 })
  intents: number;

  @IntegerField('`__oos__` examples.', { min: 0 })
  outOfScopeExamples: number;

  @IntegerField(
    'Examples in scope that were held out: the figures rest on them. Null of models from before it was told.',
    {
      min: 0,
      nullable: true,
    },
  )
  heldOutExamples: number | null;

  @NumberField('Share of them that was right; null, as the next three, where nothing could be held out.', SHARE_OR_NULL)
  accuracy: number | null;

  @NumberField('Mean of the F1 of all intents.', SHARE_OR_NULL)
  macroF1: number | null;

  @NumberField('Mean negative logarithm (nats) of the probability of the true intent.', { min: 0, nullable: true })
  loss: number | null;

  @NumberField('Expected calibration error of the confidence, 15 bins.', SHARE_OR_NULL)
  calibrationError: number | null;

  @IntegerField('Parts of the cross-validation; 0 when nothing could be held out.', { min: 0 })
  folds: number;

  @NumberField('What the probability of being in scope must reach.', SHARE)
  threshold: number;

  @NestedListField('By name.', () => IntentFigures)
  perIntent: IntentFigures[];

  @NestedListField(
    'Up to 50: the pairs of intents with the most errors first, both directions together, each a row.',
    () => IntentConfusion,
  )
  confusions: IntentConfusion[];

  @NestedListField('Bins of equal width, those without examples left out.', () => CalibrationBin)
  calibrationCurve: CalibrationBin[];

  @NestedField('What is taken for in scope.', () => ScopeFigures)
  scope: ScopeFigures;

  @NestedField('Examples that stand more than once in an intent, by their words.', () => DuplicateExamples)
  duplicates: DuplicateExamples;

  @NestedField('Texts that stand in several intents.', () => ContradictoryExamples)
  contradictions: ContradictoryExamples;

  @NestedListField('Fewest examples first; empty when there are too few.', () => LearningPoint)
  learningCurve: LearningPoint[];

  @NestedListField('Up to 20, the most valuable first.', () => TrainingSuggestion)
  suggestions: TrainingSuggestion[];
}
