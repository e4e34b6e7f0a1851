import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** A personality of the bot was made, changed or deleted. */
export const personalitiesChanged = defineNotice('personalities.changed', z.object({ botId: z.uuid() }));
