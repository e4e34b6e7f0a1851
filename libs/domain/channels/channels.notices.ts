import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** What is remembered of the channel, or that it is missing, is no longer true. */
export const channelChanged = defineNotice('channels.changed', z.object({ channelId: z.uuid() }));
