import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** The integrations of a bot are no longer as remembered. */
export const integrationsChanged = defineNotice('integrations.changed', z.object({ botId: z.uuid() }));
