import { Body, Get, Post, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
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
import { DeliveryLog } from '../log/delivery-log.service';
import { WebhookTests } from '../log/webhook-tests.service';
import {
  DeliveryQuery,
  ReplayDeliveries,
  ReplayedDeliveries,
  StatisticsQuery,
  TestWebhook,
  WebhookDelivery,
  WebhookDeliveryDetails,
  WebhookFigures,
} from './deliveries.dto';
import {
  toDeliveryListRequest,
  toReplayRequest,
  toWebhookDelivery,
  toWebhookDeliveryDetails,
  toWebhookFigures,
} from './deliveries.mapper';
import { MAIN_DIALECT } from './main-dialect';

@MainController('webhooks/:id', { tag: 'Webhooks' })
export class DeliveriesController {
  constructor(
    private readonly log: DeliveryLog,
    private readonly tests: WebhookTests,
  ) {}

  @Post('test')
  @Summary(
    'Test a webhook',
    'Sends an event that has not happened, once and at once, also when the webhook is switched off, and tells what came back. 200 whether it was delivered or not.',
  )
  @NeedsScope('webhooks:write')
  @ApiBody({ type: TestWebhook, required: false })
  @Answers(200, WebhookDeliveryDetails)
  @Refuses(400, 404)
  async test(@CurrentActor() actor: Actor, @IdParam('id', 'webhook') id: string, @Body() { event }: TestWebhook) {
    return success(toWebhookDeliveryDetails(await this.tests.send(actor, MAIN_DIALECT, id, event)));
  }

  @Get('deliveries')
  @Summary('List deliveries of a webhook', 'Newest first.')
  @NeedsScope('webhooks:read')
  @AnswersPage(WebhookDelivery)
  @Refuses(400, 404)
  async list(@CurrentActor() actor: Actor, @IdParam('id', 'webhook') id: string, @Query() query: DeliveryQuery) {
    const page = await this.log.list(actor, MAIN_DIALECT, id, toDeliveryListRequest(query));
    return successPage(mapPage(page, toWebhookDelivery));
  }

  @Get('deliveries/:deliveryId')
  @Summary('Get a delivery', 'With what was sent and what came back, attempt by attempt.')
  @NeedsScope('webhooks:read')
  @Answers(200, WebhookDeliveryDetails)
  @Refuses(404)
  async get(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'webhook') id: string,
    @IdParam('deliveryId', 'delivery') deliveryId: string,
  ) {
    return success(toWebhookDeliveryDetails(await this.log.get(actor, MAIN_DIALECT, id, deliveryId)));
  }

  @Post('deliveries/:deliveryId/replay')
  @Summary(
    'Replay a delivery',
    'Sends it again under the same id, and retries it as a new one. While the webhook is switched off it waits.',
  )
  @NeedsScope('webhooks:write')
  @Answers(202, WebhookDelivery)
  @Refuses(404, 503)
  async replay(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'webhook') id: string,
    @IdParam('deliveryId', 'delivery') deliveryId: string,
  ) {
    const delivery = await this.log.replay(actor, MAIN_DIALECT, id, deliveryId);
    return success(toWebhookDelivery(delivery), 'It will be sent again.');
  }

  @Post('replay')
  @Summary(
    'Replay deliveries since a time',
    'As "Replay a delivery", of all events since then, without tests and what is being sent at the moment.',
  )
  @NeedsScope('webhooks:write')
  @Answers(202, ReplayedDeliveries)
  @Refuses(400, 404, 503)
  async replaySince(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'webhook') id: string,
    @Body() body: ReplayDeliveries,
  ) {
    const replayed = await this.log.replaySince(actor, MAIN_DIALECT, id, toReplayRequest(body));
    return success({ replayed }, 'They will be sent again.');
  }

  @Get('statistics')
  @Summary('Get statistics of a webhook', 'How deliveries of the last days fared, and how long attempts took.')
  @NeedsScope('webhooks:read')
  @Answers(200, WebhookFigures)
  @Refuses(400, 404)
  async statistics(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'webhook') id: string,
    @Query() query: StatisticsQuery,
  ) {
    return success(toWebhookFigures(await this.log.statistics(actor, MAIN_DIALECT, id, query.days)));
  }
}
