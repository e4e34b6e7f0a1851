import { defineEvent } from '#infra/events';

/** A bot has learned these items: its replies know them. Told once for each portion that is written together. */
export const learningApplied = defineEvent<'learning.applied', { botId: string; learningIds: readonly string[] }>(
  'learning.applied',
);
