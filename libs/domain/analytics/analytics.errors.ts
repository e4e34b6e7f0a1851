import { defineErrors } from '#kernel';

export const analyticsErrors = defineErrors('analytics', {
  period_reversed: { kind: 'invalid_input', message: 'The period must end after it begins.' },
  period_too_long: { kind: 'invalid_input', message: 'The period must be at most five years long.' },
});
