import type { CreateWebhook as NewWebhook, Webhook as StoredWebhook, WebhookWithSecret } from '#domain/webhooks';
import { MANAGER_IDS } from './manager.ids';
import type { CreatedWebhook, CreateWebhook, Webhook } from './webhooks.dto';

export function toNewWebhook({ url, events, secret }: CreateWebhook): NewWebhook {
  return { url, events, ...(secret == null ? {} : { secret }) };
}

export function toWebhook({ id, url, events, isActive, createdAt }: StoredWebhook): Webhook {
  return {
    id: MANAGER_IDS.encode('webhook', id),
    url,
    events: [...events],
    active: isActive,
    created_at: createdAt.toISOString(),
  };
}

/** With the secret only if it was made here: whoever gave one has it. */
export function toCreatedWebhook({ webhook, secret }: WebhookWithSecret, given: CreateWebhook): CreatedWebhook {
  return { ...toWebhook(webhook), ...(given.secret == null ? { secret } : {}) };
}
