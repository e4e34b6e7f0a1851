import { Body, Delete, Get, Put, Query } from '@nestjs/common';
import {
  Answers,
  AnswersDone,
  AnswersPage,
  CurrentActor,
  done,
  IdParam,
  MainController,
  NeedsTeamRole,
  PageQuery,
  Refuses,
  Summary,
  success,
  successPage,
  UserOnly,
} from '#infra/http';
import { mapPage, type UserActor } from '#kernel';
import { Members } from '../teams/members.service';
import { Teams } from '../teams/teams.service';
import { Account } from './accounts.dto';
import { toAccount } from './accounts.mapper';
import { TeamView, UpdateMember, UpdateTeam } from './team.dto';
import { toTeamView } from './team.mapper';

@MainController('team', { tag: 'Team' })
@UserOnly()
export class TeamController {
  constructor(
    private readonly teams: Teams,
    private readonly members: Members,
  ) {}

  @Get()
  @Summary('Show the team')
  @Answers(200, TeamView)
  async get(@CurrentActor() actor: UserActor) {
    return success(toTeamView(await this.teams.get(actor)));
  }

  @Put()
  @NeedsTeamRole('admin')
  @Summary('Update the team', 'The plan is given by administrators of the installation.')
  @Answers(200, TeamView)
  @Refuses(400)
  async update(@CurrentActor() actor: UserActor, @Body() body: UpdateTeam) {
    return success(toTeamView(await this.teams.update(actor, body)), 'The team was changed.');
  }

  @Get('members')
  @NeedsTeamRole('admin')
  @Summary('List the people of the team', 'Who was there first, first.')
  @AnswersPage(Account)
  @Refuses(400)
  async list(@CurrentActor() actor: UserActor, @Query() query: PageQuery) {
    return successPage(mapPage(await this.members.list(actor, query), toAccount));
  }

  @Put('members/:id')
  @NeedsTeamRole('admin')
  @Summary('Change the role of a person', 'It counts at once, for their keys as well. Only owners decide about owners.')
  @Answers(200, Account)
  @Refuses(400, 404, 409)
  async setRole(@CurrentActor() actor: UserActor, @IdParam('id', 'person') id: string, @Body() { role }: UpdateMember) {
    return success(toAccount(await this.members.setRole(actor, id, role)), 'The role was changed.');
  }

  @Delete('members/:id')
  @NeedsTeamRole('admin')
  @Summary(
    'Remove a person from the team',
    'Ends the account with its logins and secret keys; what they made for the team stays.',
  )
  @AnswersDone()
  @Refuses(404, 409)
  async remove(@CurrentActor() actor: UserActor, @IdParam('id', 'person') id: string) {
    await this.members.remove(actor, id);
    return done('The person was removed.');
  }
}
