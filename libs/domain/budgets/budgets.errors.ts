import { defineErrors } from '#kernel';

export const budgetErrors = defineErrors('budgets', {
  exhausted: { kind: 'rate_limited', message: 'A budget is used up.' },
  not_found: { kind: 'not_found', message: 'There is no such budget.' },
  key_not_found: { kind: 'not_found', message: 'There is no such key.' },
  bot_not_found: { kind: 'not_found', message: 'There is no such bot.' },
  too_many: { kind: 'conflict', message: 'The team has as many budgets as it may have. Delete one first.' },
});
