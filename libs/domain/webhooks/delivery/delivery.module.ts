import { Module } from '@nestjs/common';
import { IdentityModule } from '#domain/identity';
import { MailModule } from '#providers/mail';
import { WebhooksModule } from '../webhooks.module';
import { Couriers } from './couriers.service';
import { DeliveryQueries } from './delivery.queries';
import { DeliveryOutcomes } from './delivery-outcomes.service';
import { DeliveryUpkeep } from './delivery-upkeep.service';
import { DisabledNotices } from './disabled-notices.service';
import { TargetsQueries } from './targets.queries';
import { Targets } from './targets.service';

/** What brings deliveries to their receivers: only a worker does that. */
@Module({
  imports: [WebhooksModule, IdentityModule, MailModule],
  providers: [DeliveryQueries, TargetsQueries, Targets, DeliveryOutcomes, Couriers, DeliveryUpkeep, DisabledNotices],
  exports: [Couriers, DeliveryUpkeep, DisabledNotices],
})
export class DeliveryModule {}
