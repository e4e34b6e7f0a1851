import { Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersPage,
  CurrentActor,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { ChannelDeliveries } from '../outbound/channel-deliveries.service';
import { ChannelDeliveryDto, ChannelDeliveryQuery } from './channel-deliveries.dto';
import { toChannelDelivery } from './channels.mapper';

@MainController('channels/:id/deliveries', { tag: 'Channels' })
export class ChannelDeliveriesController {
  constructor(private readonly deliveries: ChannelDeliveries) {}

  @Get()
  @Summary(
    'List deliveries of a channel',
    'What was said through it, newest first, and what became of it. Kept for 30 days.',
  )
  @NeedsScope('channels:read')
  @AnswersPage(ChannelDeliveryDto)
  @Refuses(400, 404)
  async list(@CurrentActor() actor: Actor, @IdParam('id', 'channel') id: string, @Query() query: ChannelDeliveryQuery) {
    return successPage(mapPage(await this.deliveries.list(actor, id, query), toChannelDelivery));
  }

  @Post(':deliveryId/retry')
  @Summary('Retry a delivery', 'One that has failed or was skipped is sent, from the part that it stopped at.')
  @NeedsScope('channels:write')
  @Answers(202, ChannelDeliveryDto)
  @Refuses(404, 409, 503)
  async retry(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'channel') id: string,
    @IdParam('deliveryId', 'delivery') deliveryId: string,
  ) {
    const delivery = await this.deliveries.retry(actor, id, deliveryId);
    return success(toChannelDelivery(delivery), 'It will be sent.');
  }
}
