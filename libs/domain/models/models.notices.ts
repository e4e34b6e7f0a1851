import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** A model of the team was made, changed or deleted: what is remembered of it, and of which the team has, is no longer true. */
export const modelsChanged = defineNotice('models.changed', z.object({ teamId: z.uuid(), modelId: z.int() }));

/** The model was tried and has answered: nobody need wait any longer before calling it again. */
export const modelRecovered = defineNotice('models.recovered', z.object({ modelId: z.int() }));
