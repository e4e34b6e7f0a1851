import { defineErrors } from '#kernel';

export const knowledgeErrors = defineErrors('knowledge', {
  base_not_found: { kind: 'not_found', message: 'There is no such knowledge base.' },
  dimensions_changed: {
    kind: 'unavailable',
    message: 'The embedding model gives vectors of another length than before.',
  },
  embedding_too_slow: { kind: 'unavailable', message: 'The embedding model did not answer in time.' },
});
