import { defineErrors } from '#kernel';

export const queueErrors = defineErrors('queue', {
  unavailable: { kind: 'unavailable', message: 'The work could not be queued. Please try again.' },
  run_timed_out: { kind: 'unavailable', message: 'The work took longer than its time limit.' },
  payload_refused: { kind: 'invalid_input', message: 'The job does not have the form that it was declared with.' },
});
