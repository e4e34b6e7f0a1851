import { Body, Get, Put } from '@nestjs/common';
import { Answers, CurrentActor, MainController, NeedsTeamRole, Refuses, Summary, success, UserOnly } from '#infra/http';
import type { UserActor } from '#kernel';
import { Retention } from '../retention.service';
import { RetentionSettings, UpdateRetention } from './retention.dto';
import { toPatch, toRetention } from './retention.mapper';

@MainController('team/retention', { tag: 'Team' })
@UserOnly()
@NeedsTeamRole('admin')
export class RetentionController {
  constructor(private readonly retention: Retention) {}

  @Get()
  @Summary('Show how long the team keeps its data')
  @Answers(200, RetentionSettings)
  async get(@CurrentActor() actor: UserActor) {
    return success(toRetention(await this.retention.get(actor)));
  }

  @Put()
  @Summary(
    'Change how long the team keeps its data',
    'In days; absent fields stay as they are, null keeps for ever. What is older is removed by a job, within an hour and for good.',
  )
  @Answers(200, RetentionSettings)
  @Refuses(400)
  async update(@CurrentActor() actor: UserActor, @Body() body: UpdateRetention) {
    return success(toRetention(await this.retention.update(actor, toPatch(body))), 'The settings were changed.');
  }
}
