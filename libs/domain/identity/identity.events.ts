import { defineEvent } from '#infra/events';

/** A user registered, and with them their team. */
export const userRegistered = defineEvent<'user.registered', { userId: string; username: string; email: string }>(
  'user.registered',
);
