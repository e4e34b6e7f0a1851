import type { WebhookSecrets } from './webhook-secrets';
import type { WebhookRow } from './webhooks.queries';
import type { WebhookPatch } from './webhooks.types';

/** The row as a patch leaves it. What is not in the patch stays. */
export function changedRow(row: WebhookRow, patch: WebhookPatch, secrets: WebhookSecrets, now: Date): WebhookRow {
  const { url = row.url, events = row.events, botId = row.botId, description = row.description } = patch;
  const { isActive = row.isActive, secret } = patch;
  const changed = { ...row, url, events, botId, description, updatedAt: now };
  const moved = url === row.url ? changed : { ...changed, ...FRESH };
  const switched = isActive === row.isActive ? moved : { ...moved, ...(isActive ? SWITCHED_ON : switchedOff(now)) };
  return secret === undefined ? switched : secrets.replaced(switched, secret, now);
}

/** Whether deliveries that were held back may go now. */
export function isReleased(before: WebhookRow, after: WebhookRow): boolean {
  return after.isActive && (!before.isActive || after.url !== before.url);
}

/** What is known of how a receiver fares, when nothing is. */
const FRESH = { failingSince: null, pausedUntil: null } satisfies Partial<WebhookRow>;

const SWITCHED_ON = {
  ...FRESH,
  isActive: true,
  disabledReason: null,
  disabledAt: null,
  isNoticeDue: false,
} satisfies Partial<WebhookRow>;

function switchedOff(now: Date) {
  return { isActive: false, disabledReason: 'by_owner', disabledAt: now } satisfies Partial<WebhookRow>;
}
