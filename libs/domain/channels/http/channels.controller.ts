import { Body, Delete, Get, Patch, Post } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsScope,
  Refuses,
  Summary,
  success,
} from '#infra/http';
import type { Actor } from '#kernel';
import { Channels } from '../channels.service';
import { ChannelDto, UpdateChannelBody } from './channels.dto';
import { toChannel } from './channels.mapper';
import { RequestOrigin } from './request-origin';

@MainController('channels/:id', { tag: 'Channels' })
export class ChannelsController {
  constructor(private readonly channels: Channels) {}

  @Get()
  @Summary('Get a channel')
  @NeedsScope('channels:read')
  @Answers(200, ChannelDto)
  @Refuses(404)
  async get(@CurrentActor() actor: Actor, @IdParam('id', 'channel') id: string) {
    return success(toChannel(await this.channels.get(actor, id)));
  }

  @Patch()
  @Summary(
    'Update a channel',
    'Absent fields stay as they are, null clears a field, also of the configuration. New credentials are tried at once.',
  )
  @NeedsScope('channels:write')
  @Answers(200, ChannelDto)
  @Refuses(400, 404)
  async update(
    @CurrentActor() actor: Actor,
    @IdParam('id', 'channel') id: string,
    @Body() body: UpdateChannelBody,
    @RequestOrigin() origin: string,
  ) {
    const channel = await this.channels.update(actor, id, { ...body, origin });
    return success(toChannel(channel), 'The channel was updated.');
  }

  @Delete()
  @Summary('Delete a channel', 'With its log and what was not sent yet. Conversations stay.')
  @NeedsScope('channels:write')
  @AnswersDone()
  @Refuses(404)
  async delete(@CurrentActor() actor: Actor, @IdParam('id', 'channel') id: string) {
    await this.channels.delete(actor, id);
    return done('The channel was deleted.');
  }

  @Post('reconnect')
  @Summary(
    'Reconnect a channel',
    'Asks the platform at once, when channels are live; the answer says whether that went well. What waits is sent then.',
  )
  @NeedsScope('channels:write')
  @Answers(200, ChannelDto)
  @Refuses(404)
  async reconnect(@CurrentActor() actor: Actor, @IdParam('id', 'channel') id: string, @RequestOrigin() origin: string) {
    return success(toChannel(await this.channels.reconnect(actor, id, { origin })));
  }
}
