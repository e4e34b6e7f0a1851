import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** Another model answers for the bot now: what is remembered of its active one is no longer true. */
export const modelActivated = defineNotice('training.model-activated', z.object({ botId: z.uuid() }));

/** Whoever runs the session may stop at once; it would notice with its next beat. */
export const sessionCancelled = defineNotice('training.session-cancelled', z.object({ sessionId: z.uuid() }));
