import type { Vocabularies } from '../vocabulary/vocabularies';
import type { CreateWebhook, Webhook, WebhookPatch, WebhookWithSecret } from '../webhooks.types';
import type {
  ChangeWebhook,
  RegisteredWebhook,
  RegisterWebhook,
  WebhookEvent,
  WebhookWithItsSecret,
} from './webhooks.dto';

export function toCreateWebhook({ chatbotId, ...input }: RegisterWebhook): CreateWebhook {
  return { ...input, ...(chatbotId ? { botId: chatbotId } : {}) };
}

export function toWebhookPatch({ active, chatbotId, ...input }: ChangeWebhook): WebhookPatch {
  return {
    ...input,
    ...(active === undefined ? {} : { isActive: active }),
    ...(chatbotId === undefined ? {} : { botId: chatbotId }),
  };
}

export function toRegisteredWebhook(webhook: Webhook): RegisteredWebhook {
  const { id, url, events, isActive, botId, description, disabledReason } = webhook;
  return {
    id,
    url,
    events: [...events],
    active: isActive,
    chatbotId: botId ?? null,
    description,
    disabledReason,
    disabledAt: isoOf(webhook.disabledAt),
    failingSince: isoOf(webhook.failingSince),
    lastSuccessAt: isoOf(webhook.lastSuccessAt),
    lastFailureAt: isoOf(webhook.lastFailureAt),
    previousSecretExpiresAt: isoOf(webhook.previousSecretExpiresAt),
    createdAt: webhook.createdAt.toISOString(),
    updatedAt: webhook.updatedAt.toISOString(),
  };
}

export function toWebhookWithItsSecret({ webhook, secret }: WebhookWithSecret): WebhookWithItsSecret {
  return { ...toRegisteredWebhook(webhook), secret };
}

export function toWebhookEvents(vocabularies: Vocabularies, dialect: string): WebhookEvent[] {
  return vocabularies.namesOf(dialect).flatMap((name) => {
    const event = vocabularies.find(dialect, name);
    return event ? [{ name, description: event.description, example: event.example }] : [];
  });
}

function isoOf(time: Date | null): string | null {
  return time?.toISOString() ?? null;
}
