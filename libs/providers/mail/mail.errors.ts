import { defineErrors } from '#kernel';

export const mailErrors = defineErrors('mail', {
  /** Cannot be reached, is too slow, does not let us in, or says "later". */
  unavailable: { kind: 'unavailable', message: 'The mail server cannot take the mail at present.' },
  /** It said no for good (RFC 5321 §4.2.1, 5yz) to this recipient or this mail. */
  rejected: { kind: 'invalid_input', message: 'The mail server refuses this mail.' },
});
