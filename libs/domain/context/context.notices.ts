import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** A list of the team was made, changed or deleted. */
export const entityListsChanged = defineNotice('context.entity-lists-changed', z.object({ teamId: z.uuid() }));
