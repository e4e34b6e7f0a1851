import { defineErrors } from '#kernel';

export const personalityErrors = defineErrors('personalities', {
  not_found: { kind: 'not_found', message: 'There is no such personality.' },
  name_taken: { kind: 'conflict', message: 'The chatbot has a personality of this name already.' },
  is_default: {
    kind: 'conflict',
    message: 'This is the default personality. Make another one the default before you delete it.',
  },
});
