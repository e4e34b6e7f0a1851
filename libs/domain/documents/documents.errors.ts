import { defineErrors } from '#kernel';

export const documentErrors = defineErrors('documents', {
  item_not_found: { kind: 'not_found', message: 'There is no such item.' },
});
