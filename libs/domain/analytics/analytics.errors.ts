import { defineErrors } from '#kernel';

export const analyticsErrors = defineErrors('analytics', {
  period_reversed: { kind: 'invalid_input', message: 'The period must end after it begins.' },
  period_too_long: { kind: 'invalid_input', message: 'The period must be at most five years long.' },
  period_too_early: { kind: 'invalid_input', message: 'The period must begin in 1970 or later.' },
  unknown_time_zone: {
    kind: 'invalid_input',
    message: 'timezone must be a time zone of the IANA database, e.g. Europe/Berlin.',
  },
});
