export { failedDeliveries } from './delivery/failed-deliveries.queries';
export { DeliveryLog } from './log/delivery-log.service';
export { type Cause, type EventVocabulary, type NamedEvent, namedEvent, on } from './vocabulary/event-vocabulary';
export { VocabulariesModule } from './vocabulary/vocabularies.module';
export { webhookErrors } from './webhooks.errors';
export { WebhooksModule } from './webhooks.module';
export { Webhooks } from './webhooks.service';
export * from './webhooks.types';
