import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** What a bot has installed, or what that is, is no longer as remembered. Without a bot: of all bots of the team. */
export const pluginsChanged = defineNotice(
  'plugins.changed',
  z.object({ teamId: z.uuid().optional(), botId: z.uuid().optional() }),
);
