import { failedWork } from '#infra/queue';

/** Of webhooks that are on; tests are sent once. */
const RETRIABLE = `d.state = 'failed' and not d.is_test and d.claimed_at is null and exists (
  select from webhook w where w.id = d.webhook_id and w.is_active
)`;

/** With the whole schedule of retries before them. Reads all deliveries of the log: once in a while, by hand. */
export const failedDeliveries = failedWork(
  'webhook deliveries',
  `select count(*)::int as count from webhook_delivery d where ${RETRIABLE}`,
  `update webhook_delivery d set state = 'pending', failures = 0, settled_at = null, next_attempt_at = $1 where ${RETRIABLE}`,
);
