import {
  DateField,
  EnumField,
  IdField,
  IntegerField,
  NestedField,
  ObjectField,
  PageQuery,
  TextField,
  TextListField,
} from '#infra/http';
import { ACTIVATION_POLICIES, type ActivationPolicy, DEFAULT_POLICY } from '../comparisons/activation';
import {
  MAX_ALSO_DATASETS,
  MAX_SEED,
  SESSION_STAGES,
  SESSION_STATUSES,
  type SessionStage,
  type SessionStatus,
} from '../sessions/sessions.types';
import { ModelActivation } from './activation.dto';

export class TrainingSessionConfig {
  @TextListField('Ids of other datasets of the chatbot to learn from, too.', {
    optional: true,
    maxItems: MAX_ALSO_DATASETS,
    unique: true,
  })
  alsoDatasetIds?: string[];

  @IntegerField('The same examples and seed give the same model.', {
    optional: true,
    min: 0,
    max: MAX_SEED,
    default: 1,
  })
  seed?: number;

  @EnumField(
    'Whether the chatbot reads intents by the new model at once: `always`, `never`, or `if_not_worse`: unless, on the examples ' +
      'that both have held out, it is worse than the active one by more than chance.',
    ACTIVATION_POLICIES,
    { optional: true, default: DEFAULT_POLICY },
  )
  activation?: ActivationPolicy;
}

export class StartTrainingSession {
  @IdField('The dataset to learn from.')
  datasetId: string;

  @NestedField('How to train.', () => TrainingSessionConfig, { optional: true, nullable: true })
  config?: TrainingSessionConfig | null;
}

export class TrainingSessionQuery extends PageQuery {
  @EnumField('Only sessions of this status.', SESSION_STATUSES, { optional: true })
  status?: SessionStatus;
}

export class TrainingSession {
  @IdField('Its id.')
  id: string;

  @IdField('The chatbot that learns.')
  chatbotId: string;

  @IdField('The dataset that it learns from.')
  datasetId: string;

  @NestedField('How it is trained.', () => TrainingSessionConfig)
  config: TrainingSessionConfig;

  @EnumField('How far it is.', SESSION_STATUSES)
  status: SessionStatus;

  @EnumField('What is being done; null unless it is in progress.', SESSION_STAGES, { nullable: true })
  stage: SessionStage | null;

  @IntegerField('Percent; it begins anew when the process that trained has ended.', { min: 0, max: 100 })
  progress: number;

  @ObjectField(
    'Null until it is completed: `examples`, `intents`, `outOfScopeExamples`, `accuracy`, `macroF1`, `loss` and ' +
      '`calibrationError` (cross-validated; null where nothing could be held out), `durationMs`, `modelVersion`, ' +
      '`trainedFrom`, `activation`.',
    { nullable: true },
  )
  metrics: Record<string, unknown> | null;

  @NestedField(
    'Whether the chatbot reads intents by the new model, and why; null until it is completed.',
    () => ModelActivation,
    {
      nullable: true,
    },
  )
  activation: ModelActivation | null;

  @TextField('Why it failed.', { nullable: true })
  error: string | null;

  @DateField('When it was first worked on.', { nullable: true })
  startedAt: string | null;

  @DateField('When it ended, in whatever way.', { nullable: true })
  completedAt: string | null;

  @DateField('When it was asked for.')
  createdAt: string;
}
