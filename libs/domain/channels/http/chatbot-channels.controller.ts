import { Body, Get, Post, Query } from '@nestjs/common';
import {
  Answers,
  AnswersPage,
  CurrentActor,
  IdParam,
  MainController,
  NeedsScope,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { type Actor, mapPage } from '#kernel';
import { Channels } from '../channels.service';
import { ChannelDto, ChannelWithSecretDto, CreateChannelBody } from './channels.dto';
import { toChannel, toChannelWithSecret } from './channels.mapper';
import { RequestOrigin } from './request-origin';

@MainController('chatbots/:chatbotId/channels', { tag: 'Channels' })
export class ChatbotChannelsController {
  constructor(private readonly channels: Channels) {}

  @Get()
  @Summary('List channels of a chatbot', 'Oldest first. Credentials are never shown.')
  @NeedsScope('channels:read')
  @AnswersPage(ChannelDto)
  @Refuses(400, 404)
  async list(@CurrentActor() actor: Actor, @IdParam('chatbotId', 'chatbot') botId: string, @Query() query: PageQuery) {
    return successPage(mapPage(await this.channels.list(actor, botId, query), toChannel));
  }

  @Post()
  @Summary(
    'Create a channel',
    'A way into a messenger for the chatbot. It is `pending` until the platform has been reached, or has reached us at `webhookUrl`; docs/channels.md tells what to do on each platform.',
  )
  @NeedsScope('channels:write')
  @Answers(201, ChannelWithSecretDto)
  @Refuses(400, 404, 409)
  async create(
    @CurrentActor() actor: Actor,
    @IdParam('chatbotId', 'chatbot') botId: string,
    @Body() body: CreateChannelBody,
    @RequestOrigin() origin: string,
  ) {
    const created = await this.channels.create(actor, botId, { ...body, origin });
    return success(toChannelWithSecret(created), 'The channel was created. Its webhook secret is shown only now.');
  }
}
