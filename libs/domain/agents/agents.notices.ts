import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** Followers look again. `isOver`: it was cancelled, or its loop deleted, so that whoever runs it may stop at once. */
export const executionChanged = defineNotice(
  'agents.execution-changed',
  z.object({ executionId: z.uuid(), isOver: z.boolean() }),
);
