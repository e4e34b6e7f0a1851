import { failedWork } from '#infra/queue';

/** From the part that each stopped at. Reads all messages of channels: once in a while, by hand. */
export const failedChannelMessages = failedWork(
  'messages of channels',
  `select count(*)::int as count from channel_message where state = 'failed'`,
  `update channel_message set state = 'waiting', failures = 0, error = null, settled_at = null, next_attempt_at = $1
   where state = 'failed'`,
);
