import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** The bot was made, changed or deleted: what is remembered of it, or that it is missing, is no longer true. */
export const botChanged = defineNotice(
  'bots.changed',
  z.object({ botId: z.uuid(), teamId: z.uuid(), slug: z.string() }),
);
