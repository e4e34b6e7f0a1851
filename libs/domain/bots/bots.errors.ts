import { defineErrors } from '#kernel';

export const botErrors = defineErrors('bots', {
  not_found: { kind: 'not_found', message: 'There is no such chatbot.' },
});
