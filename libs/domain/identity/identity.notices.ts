import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** A login of the user has ended, a key was revoked, or the user was disabled or given another role or plan. */
export const userChanged = defineNotice('identity.user-changed', z.object({ userId: z.uuid() }));

/** The bot was deleted, and its keys with it. */
export const botGone = defineNotice('identity.bot-gone', z.object({ botId: z.uuid() }));
