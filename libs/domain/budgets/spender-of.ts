import type { Actor } from '#kernel';
import type { Spender } from './budgets.types';

/** Keys of bots and pages are keys, too, and visitors count as the key of their page. People and jobs have none. */
export function spenderOf(actor: Actor): Spender {
  return { teamId: actor.teamId, keyId: 'keyId' in actor ? actor.keyId : undefined };
}
