import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** A budget of the team was set or deleted. */
export const budgetsChanged = defineNotice('budgets.changed', z.object({ teamId: z.uuid() }));
