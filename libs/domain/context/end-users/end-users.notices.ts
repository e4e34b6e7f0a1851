import { z } from 'zod';
import { defineNotice } from '#infra/notices';

/** Words of an end user are gone: whoever remembers what was read of conversations forgets it. Null: of all bots of the team. */
export const endUserErased = defineNotice(
  'context.end-user-erased',
  z.object({ teamId: z.uuid(), botId: z.uuid().nullable() }),
);
