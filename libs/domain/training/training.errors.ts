import { type AppError, defineErrors } from '#kernel';
import { MAX_EXAMPLES } from './datasets/datasets.types';

export const trainingErrors = defineErrors('training', {
  dataset_not_found: { kind: 'not_found', message: 'There is no such dataset.' },
  example_not_found: { kind: 'not_found', message: 'There is no such example.' },
  session_not_found: { kind: 'not_found', message: 'There is no such training session.' },
  model_not_found: { kind: 'not_found', message: 'This chatbot has no such model.' },
  no_examples: { kind: 'invalid_input', message: 'The dataset has no examples. Add some first.' },
  too_many_examples: { kind: 'invalid_input', message: 'These are more examples than a dataset may have.' },
  file_too_large: { kind: 'too_large', message: 'The file is larger than 16 MB. Import it in parts.' },
  dataset_inactive: { kind: 'conflict', message: 'The dataset is inactive. Set isActive first.' },
  dataset_in_training: { kind: 'conflict', message: 'A training session is using the dataset. Cancel it first.' },
  already_training: { kind: 'conflict', message: 'A training session of this dataset is under way already.' },
  not_under_way: { kind: 'conflict', message: 'Only a session that is pending or in progress can be cancelled.' },
  model_active: { kind: 'conflict', message: 'The model is active. Activate another one first.' },
  no_active_model: {
    kind: 'conflict',
    message: 'This chatbot has no active model. Train one from a dataset first.',
  },

  no_report: { kind: 'conflict', message: 'The session has no report.' },
  no_judgements: {
    kind: 'conflict',
    message: 'What the model said of held-out examples is not known. Train again to compare.',
  },
  nothing_to_compare: { kind: 'conflict', message: 'There is no other version to compare the model with.' },
  // Why sessions fail.
  too_many_intents: { kind: 'invalid_input', message: 'The examples name more intents than a model can tell apart.' },
  model_too_large: {
    kind: 'invalid_input',
    message: 'The model would be larger than 10 MB. Train from fewer examples.',
  },
  too_hungry: {
    kind: 'invalid_input',
    message: 'Training takes more memory than is allowed. Train from fewer examples.',
  },
  too_slow: { kind: 'invalid_input', message: 'Training takes longer than is allowed. Train from fewer examples.' },
  failed: { kind: 'internal', message: 'Training has failed on our side. Please try again.' },
  cut_off: { kind: 'internal', message: 'Training was cut off several times. Please try again.' },
});

export function tooManyExamples(): AppError {
  return trainingErrors.too_many_examples({
    message: `A dataset may have ${MAX_EXAMPLES.toLocaleString('en-US')} examples; these would be more.`,
  });
}
