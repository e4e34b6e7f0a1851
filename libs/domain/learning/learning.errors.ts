import { defineErrors } from '#kernel';

export const learningErrors = defineErrors('learning', {
  not_found: { kind: 'not_found', message: 'There is no such learning item.' },
  is_applied: { kind: 'conflict', message: 'The learning item has been applied. Revert it before you change it.' },
});
