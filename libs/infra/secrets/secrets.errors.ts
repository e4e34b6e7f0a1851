import { defineErrors } from '#kernel';

/** None says a value, nor what it was for: `secrets.*` are read by operators. */
export const secretsErrors = defineErrors('secrets', {
  wrong_key: {
    kind: 'internal',
    message:
      'A stored secret was sealed under another SECRETS_KEY than the one that is set. Set the former SECRETS_KEY again, or store the secret anew.',
  },
  damaged: {
    kind: 'internal',
    message:
      'A stored secret is damaged or stands in a place that it was not sealed for: SECRETS_KEY does not open it. Store the secret anew.',
  },
  unknown_format: {
    kind: 'internal',
    message:
      'A stored secret is in a form that this version does not know, so that SECRETS_KEY cannot open it. Store the secret anew.',
  },
});
