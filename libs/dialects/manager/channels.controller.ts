import { Body, Delete, Get, Patch, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Channels } from '#domain/channels';
import { CurrentActor, DialectController, IdParam, NeedsScope, Refuses, Summary } from '#infra/http';
import type { Actor } from '#kernel';
import { Channel, CreateChannel, CreatedChannel, UpdateChannel } from './channels.dto';
import { toChannel, toChannelPatch, toCreatedChannel, toNewChannel } from './channels.mapper';
import { Deleted, Tells, TellsPage, toData, toDataPage, toDeleted } from './manager.answers';
import { ListQuery, pageOf } from './manager.paging';

@DialectController('v1', { tag: 'Channels' })
export class ChannelsController {
  constructor(private readonly channels: Channels) {}

  @Get('bots/:bot_id/channels')
  @Summary('List channels', 'Oldest first.')
  @NeedsScope('channels:read')
  @TellsPage(Channel)
  @Refuses(404, 422)
  async list(@CurrentActor() actor: Actor, @IdParam('bot_id', 'bot') botId: string, @Query() query: ListQuery) {
    return toDataPage(await this.channels.list(actor, botId, pageOf(query)), toChannel);
  }

  @Post('bots/:bot_id/channels')
  @Summary(
    'Create a channel',
    'It is pending until its platform has called `webhook_url`, or was called, with success.',
  )
  @NeedsScope('channels:write')
  @Tells(201, CreatedChannel)
  @Refuses(400, 404, 409, 422)
  async create(
    @CurrentActor() actor: Actor,
    @IdParam('bot_id', 'bot') botId: string,
    @Body() body: CreateChannel,
    @Req() request: FastifyRequest,
  ) {
    const origin = `${request.protocol}://${request.host}`;
    return toData(toCreatedChannel(await this.channels.create(actor, botId, toNewChannel(body, origin))));
  }

  @Get('channels/:id')
  @Summary('Get a channel')
  @NeedsScope('channels:read')
  @Tells(200, Channel)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'channel') id: string) {
    return toData(toChannel(await this.channels.get(actor, id)));
  }

  @Patch('channels/:id')
  @Summary('Update a channel', 'What is absent stays as it is.')
  @NeedsScope('channels:write')
  @Tells(200, Channel)
  @Refuses(400, 404, 422)
  async update(@CurrentActor() actor: Actor, @IdParam('id', 'channel') id: string, @Body() body: UpdateChannel) {
    return toData(toChannel(await this.channels.update(actor, id, toChannelPatch(body))));
  }

  @Delete('channels/:id')
  @Summary('Delete a channel', 'Its conversations stay.')
  @NeedsScope('channels:write')
  @Tells(200, Deleted)
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'channel') id: string) {
    await this.channels.delete(actor, id);
    return toDeleted('channel', id);
  }

  @Post('channels/:id/reconnect')
  @Summary('Reconnect a channel', 'Asks the platform at once, when channels are live on this server.')
  @NeedsScope('channels:write')
  @Tells(200, Channel)
  @Refuses(404, 422)
  async reconnect(@CurrentActor() actor: Actor, @IdParam('id', 'channel') id: string) {
    return toData(toChannel(await this.channels.reconnect(actor, id)));
  }
}
