import { Body, Delete, Get } from '@nestjs/common';
import { TeamErasure } from '#domain/identity';
import { Answers, CurrentActor, MainController, NeedsTeamRole, Refuses, Summary, success, UserOnly } from '#infra/http';
import type { UserActor } from '#kernel';
import { TeamCatalog } from '../catalog/team-catalog.service';
import { EraseTeam, TeamContents } from './team-data.dto';
import { toContents } from './team-data.mapper';

@MainController('team', { tag: 'Team' })
@UserOnly()
@NeedsTeamRole('owner')
export class TeamErasureController {
  constructor(
    private readonly catalog: TeamCatalog,
    private readonly erasure: TeamErasure,
  ) {}

  @Get('contents')
  @Summary('Count what the team owns', 'All of which deleting the team removes.')
  @Answers(200, TeamContents)
  async contents(@CurrentActor() { teamId }: UserActor) {
    return success(toContents(await this.catalog.contents(teamId)));
  }

  @Delete()
  @Summary(
    'Delete the team',
    'With everything that it owns, for good. Nobody of it can log in from now on and no key works; a job removes the rest. The answer counts what that is.',
  )
  @Answers(202, TeamContents)
  @Refuses(400, 409)
  async erase(@CurrentActor() actor: UserActor, @Body() { password }: EraseTeam) {
    await this.erasure.requirePassword(actor, password);
    const contents = await this.catalog.contents(actor.teamId);
    await this.erasure.begin(actor);
    return success(toContents(contents), 'The team is being deleted.');
  }
}
