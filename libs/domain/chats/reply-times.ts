/** How long replies may be on their way. */
import { defineDeadline } from '#infra/deadlines';
import { MINUTE_MS, SECOND_MS } from '#kernel';

/** No reply takes longer: a pending one of this age lost its process. */
export const ABANDONED_AFTER_MS = 10 * MINUTE_MS;
/** So long a reply that may be asked for again is its process's alone to make, unless that says that it still does. */
export const HELD_MS = 30 * SECOND_MS;
/** How often it says so; two may get lost. */
export const KEEP_EVERY_MS = 10 * SECOND_MS;

defineDeadline({ table: 'message', column: 'held_until', where: "state = 'pending'", longestMs: HELD_MS });
