import { defineErrors } from '#kernel';

export const webhookErrors = defineErrors('webhooks', {
  not_found: { kind: 'not_found', message: 'There is no such webhook.' },
  delivery_not_found: { kind: 'not_found', message: 'There is no such delivery of this webhook.' },
  too_many: { kind: 'conflict', message: 'A team can have no more webhooks. Delete one that is not used.' },
});
