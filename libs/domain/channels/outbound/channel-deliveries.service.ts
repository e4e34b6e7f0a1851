import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { JobQueue } from '#infra/queue';
import { type Actor, Clock, isUuid, type Page, type PageRequest } from '#kernel';
import { channelErrors } from '../channels.errors';
import { Channels } from '../channels.service';
import type { ChannelDelivery, ChannelDeliveryState } from '../channels.types';
import { sendMessages } from '../jobs/send-messages.job';
import { DeliveriesQueries } from './deliveries.queries';

export interface DeliveryListRequest extends PageRequest {
  state?: ChannelDeliveryState;
}

/** What was sent through a channel, and what became of it. */
@Injectable()
export class ChannelDeliveries {
  constructor(
    private readonly channels: Channels,
    private readonly queries: DeliveriesQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Newest first. @throws `channels.not_found` */
  async list(actor: Actor, channelId: string, { state, ...page }: DeliveryListRequest): Promise<Page<ChannelDelivery>> {
    await this.channels.find(actor, channelId);
    const items = await this.queries.list(channelId, state, page);
    return { ...page, items, total: await this.queries.count(channelId, state) };
  }

  /** @throws `channels.not_found`, `.delivery_not_found`, `.not_retryable`, `.not_live` */
  async retry(actor: Actor, channelId: string, id: string): Promise<ChannelDelivery> {
    await this.channels.find(actor, channelId);
    const delivery = isUuid(id) ? await this.queries.find(channelId, id) : undefined;
    if (!delivery) throw channelErrors.delivery_not_found();
    if (!this.config.channels.isLive) throw channelErrors.not_live();
    const reopened = await this.queries.reopen(channelId, id, this.clock.now());
    if (!reopened) throw channelErrors.not_retryable();
    await this.jobs.enqueue(sendMessages, { channelId, conversationId: delivery.conversationId });
    return reopened;
  }
}
