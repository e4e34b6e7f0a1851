import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** The words of its questions have changed, or they were learned: what is remembered of the base's classifier is old. */
export const questionsTaught = defineNotice('questions.taught', z.object({ baseId: z.uuid() }));
