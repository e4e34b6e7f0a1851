import { defineErrors } from '#kernel';

export const knowledgeErrors = defineErrors('knowledge', {
  base_not_found: { kind: 'not_found', message: 'There is no such knowledge base.' },
});
