import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** A base of the bot was made, changed or deleted: what is remembered of its bases is no longer true. */
export const basesChanged = defineNotice('knowledge.bases-changed', z.object({ botId: z.uuid() }));
