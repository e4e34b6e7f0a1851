import { defineErrors } from '#kernel';
import { INTEGRATION_LIMITS } from './integrations.types';

export const integrationErrors = defineErrors('integrations', {
  not_found: { kind: 'not_found', message: 'There is no such integration.' },
  too_many: {
    kind: 'conflict',
    message: `A chatbot can have ${INTEGRATION_LIMITS.perBot} integrations. Delete one first.`,
  },
});
