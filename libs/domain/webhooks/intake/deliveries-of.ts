import type { DomainEvent } from '#infra/events';
import { isUuid } from '#kernel';
import type { Telling, Vocabularies } from '../vocabulary/vocabularies';
import { deliveryBody } from './delivery-body';
import { deliveryId } from './delivery-id';
import type { DeliverySubject, ListeningWebhook, NewDelivery } from './intake.types';

/**
 * What the webhooks are to be told of the event: for each webhook every name that it asked for.
 *
 * @param administratorTeamIds teams that hear what happens in the whole installation
 */
export function deliveriesOf(
  event: DomainEvent,
  webhooks: readonly ListeningWebhook[],
  vocabularies: Vocabularies,
  administratorTeamIds: ReadonlySet<string>,
): NewDelivery[] {
  return vocabularies.tellingsOf(event.name).flatMap((telling) => {
    const listening = webhooks.filter((webhook) => hears(webhook, event, telling, administratorTeamIds));
    if (listening.length === 0) return [];
    const data = telling.cause.present(event);
    if (data === undefined) return [];
    const about = subjectOf(event);
    return listening.map(({ id: webhookId }) => {
      const id = deliveryId(event.id, webhookId, telling.name);
      const body = deliveryBody({ id, event: telling.name, timestamp: event.occurredAt, data });
      return { id, webhookId, event: telling.name, body, createdAt: event.occurredAt, about };
    });
  });
}

function hears(
  webhook: ListeningWebhook,
  event: DomainEvent,
  { dialect, name, cause }: Telling,
  administratorTeamIds: ReadonlySet<string>,
): boolean {
  if (webhook.dialect !== dialect || !webhook.events.includes(name)) return false;
  if (webhook.listeningSince !== null && event.occurredAt < webhook.listeningSince) return false;
  if (webhook.botId !== null && webhook.botId !== botIdOf(event)) return false;
  return (
    webhook.teamId === event.teamId || (cause.reach === 'installation' && administratorTeamIds.has(webhook.teamId))
  );
}

function botIdOf({ data }: DomainEvent): unknown {
  return 'botId' in data ? data.botId : undefined;
}

function subjectOf({ id: eventId, data }: DomainEvent): DeliverySubject {
  const { botId, conversationId, userRef } = data as Record<string, unknown>;
  const [bot, conversation] = [botId, conversationId].map((value) =>
    typeof value === 'string' && isUuid(value) ? value : null,
  );
  return {
    eventId,
    botId: bot ?? null,
    conversationId: conversation ?? null,
    userRef: typeof userRef === 'string' ? userRef : null,
  };
}
