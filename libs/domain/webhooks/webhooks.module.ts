import { Module } from '@nestjs/common';
import { AuditModule } from '#domain/audit';
import { BotsModule } from '#domain/bots';
import { ContextModule } from '#domain/context';
import { IdentityModule } from '#domain/identity';
import { RetentionModule } from '#domain/retention';
import { DeliverySender } from './delivery/delivery-sender';
import { OldDeliveries } from './delivery/old-deliveries';
import { UpkeepQueries } from './delivery/upkeep.queries';
import { DeliveryLogQueries } from './log/delivery-log.queries';
import { DeliveryLog } from './log/delivery-log.service';
import { DeliveryStatisticsQueries } from './log/delivery-statistics.queries';
import { EndUserDeliveries } from './log/end-user-deliveries';
import { WebhookTestsQueries } from './log/webhook-tests.queries';
import { WebhookTests } from './log/webhook-tests.service';
import { WebhookChecks } from './webhook-checks';
import { WebhookRemovalQueries } from './webhook-removal.queries';
import { WebhookRemoval } from './webhook-removal.service';
import { WebhookSecrets } from './webhook-secrets';
import { WebhooksQueries } from './webhooks.queries';
import { Webhooks } from './webhooks.service';

/** Needs the words of the dialects: `VocabulariesModule`, which the apps mount. */
@Module({
  imports: [AuditModule, IdentityModule, BotsModule, ContextModule, RetentionModule],
  providers: [
    WebhooksQueries,
    WebhookChecks,
    WebhookSecrets,
    WebhookRemovalQueries,
    WebhookRemoval,
    Webhooks,
    DeliverySender,
    DeliveryLogQueries,
    DeliveryStatisticsQueries,
    DeliveryLog,
    WebhookTestsQueries,
    WebhookTests,
    EndUserDeliveries,
    UpkeepQueries,
    OldDeliveries,
  ],
  exports: [Webhooks, DeliveryLog, WebhookTests, WebhookSecrets, DeliverySender, UpkeepQueries],
})
export class WebhooksModule {}
