import { defineErrors } from '#kernel';

export const botErrors = defineErrors('bots', {
  not_found: { kind: 'not_found', message: 'There is no such chatbot.' },
  slug_taken: { kind: 'conflict', message: 'There is a chatbot of this name already.' },
  model_in_use: { kind: 'conflict', message: 'Chatbots use this model.' },
});
