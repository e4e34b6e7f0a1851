import { Module } from '@nestjs/common';
import { WebhooksModule } from '../webhooks.module';
import { DeliveriesController } from './deliveries.controller';
import { WebhooksController } from './webhooks.controller';

@Module({ imports: [WebhooksModule], controllers: [WebhooksController, DeliveriesController] })
export class WebhooksHttpModule {}
