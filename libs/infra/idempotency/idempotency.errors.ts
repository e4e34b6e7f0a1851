import { defineErrors } from '#kernel';

export const idempotencyErrors = defineErrors('idempotency', {
  key_reused: {
    kind: 'conflict',
    message: 'This Idempotency-Key was used for another request. Each request needs a key of its own.',
  },
  in_progress: {
    kind: 'conflict',
    message: 'The request of this Idempotency-Key is still being executed. Send it again to get its answer.',
  },
  answer_not_kept: {
    kind: 'conflict',
    message: 'The request of this Idempotency-Key was executed, but its answer was too large to be kept.',
  },
});
