import { dateOf } from '#infra/http';
import type {
  Attempt,
  Delivery,
  DeliveryListRequest,
  DeliveryWithAttempts,
  ReplayRequest,
  WebhookStatistics,
} from '../webhooks.types';
import type {
  DeliveryQuery,
  ReplayDeliveries,
  WebhookAttempt,
  WebhookDelivery,
  WebhookDeliveryDetails,
  WebhookFigures,
} from './deliveries.dto';

export function toDeliveryListRequest({ page, limit, status, event, since }: DeliveryQuery): DeliveryListRequest {
  return {
    page,
    limit,
    ...(status === undefined ? {} : { state: status }),
    ...(event ? { event } : {}),
    ...(since === undefined ? {} : { since: dateOf(since) }),
  };
}

export function toReplayRequest({ since, until, status }: ReplayDeliveries): ReplayRequest {
  return {
    since: dateOf(since),
    ...(until === undefined ? {} : { until: dateOf(until) }),
    ...(status === undefined ? {} : { state: status }),
  };
}

export function toWebhookDelivery(delivery: Delivery): WebhookDelivery {
  const { id, event, state, attempts, responseStatus, error, durationMs, isTest } = delivery;
  return {
    id,
    event,
    status: state,
    attempts,
    responseStatus,
    error,
    durationMs,
    test: isTest,
    nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
    createdAt: delivery.createdAt.toISOString(),
    settledAt: delivery.settledAt?.toISOString() ?? null,
  };
}

export function toWebhookDeliveryDetails(delivery: DeliveryWithAttempts): WebhookDeliveryDetails {
  return { ...toWebhookDelivery(delivery), body: delivery.body, attemptLog: delivery.log.map(toWebhookAttempt) };
}

export function toWebhookFigures({ since, byEvent, ...figures }: WebhookStatistics): WebhookFigures {
  return { since: since.toISOString(), ...figures, byEvent: [...byEvent] };
}

function toWebhookAttempt({ startedAt, ...attempt }: Attempt): WebhookAttempt {
  return { ...attempt, startedAt: startedAt.toISOString() };
}
