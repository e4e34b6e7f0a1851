import { type AppError, defineErrors } from '#kernel';

export const modelErrors = defineErrors('models', {
  not_found: { kind: 'not_found', message: 'There is no such model.' },
  preset: {
    kind: 'conflict',
    message: 'This model is a part of the installation: it can be used and tested, but not changed.',
  },
  name_taken: { kind: 'conflict', message: 'A model of this name exists already.' },
  too_many: { kind: 'conflict', message: 'A team can have no more models. Delete one that is not used.' },
  in_use: { kind: 'conflict', message: 'The model is in use.' },
  busy: { kind: 'conflict', message: 'The model is being changed by somebody else. Please try again.' },
  not_usable: { kind: 'internal', message: 'The model cannot be used as it is registered.' },
  circuit_open: { kind: 'unavailable', message: 'The model has failed repeatedly and is left alone for a while.' },
  not_calibrated: {
    kind: 'unavailable',
    message: 'The model is being asked what its scores mean. Please try again.',
  },
  trial_timed_out: { kind: 'unavailable', message: 'The model did not answer in time.' },
});

/** @param users what uses the model, for people, e.g. `knowledge base "Help"` */
export function modelInUse(users: readonly string[]): AppError {
  return modelErrors.in_use({ message: `The model is in use by ${users.join(', ')}.` });
}
