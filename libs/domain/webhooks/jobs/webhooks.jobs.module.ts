import { Module } from '@nestjs/common';
import { IdentityModule } from '#domain/identity';
import { DeliveryModule } from '../delivery/delivery.module';
import { IntakeQueries } from '../intake/intake.queries';
import { WebhookIntake } from '../intake/webhook-intake';
import { WebhooksModule } from '../webhooks.module';
import { DeliverWebhookHandler } from './deliver-webhook.handler';
import { PruneDeliveriesHandler } from './prune-deliveries.handler';
import { SweepDeliveriesHandler } from './sweep-deliveries.handler';
import { TellDisabledWebhookHandler } from './tell-disabled-webhook.handler';

@Module({
  imports: [IdentityModule, WebhooksModule, DeliveryModule],
  providers: [
    IntakeQueries,
    WebhookIntake,
    DeliverWebhookHandler,
    PruneDeliveriesHandler,
    SweepDeliveriesHandler,
    TellDisabledWebhookHandler,
  ],
})
export class WebhooksJobsModule {}
