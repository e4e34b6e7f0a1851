import { defineErrors } from '#kernel';

export const contextErrors = defineErrors('context', {
  not_found: { kind: 'not_found', message: 'Nothing is stored of this user.' },
  too_large: {
    kind: 'invalid_input',
    message: 'context must be an object of at most 65,536 bytes as JSON once merged.',
  },
  topic_not_found: { kind: 'not_found', message: 'There is no such topic.' },
  entity_not_found: { kind: 'not_found', message: 'There is no such entity.' },
  list_not_found: { kind: 'not_found', message: 'There is no such entity list.' },
  too_many_lists: { kind: 'conflict', message: 'A team has 50 entity lists at most.' },
});
