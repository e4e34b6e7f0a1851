import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** The bot was changed or deleted: what is remembered of it is no longer true. */
export const botChanged = defineNotice('bots.changed', z.object({ botId: z.uuid() }));
