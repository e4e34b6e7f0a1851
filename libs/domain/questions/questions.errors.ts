import { defineErrors } from '#kernel';

export const questionErrors = defineErrors('questions', {
  not_found: { kind: 'not_found', message: 'There is no such question.' },
  name_taken: { kind: 'conflict', message: 'There is a question of this name already.' },
});
