import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** Whoever runs the import may stop at once; it would notice with its next beat. */
export const importCancelled = defineNotice('transfers.import-cancelled', z.object({ importId: z.uuid() }));
