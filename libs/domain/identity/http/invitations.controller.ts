import { Body, Delete, Get, Post, Query } from '@nestjs/common';
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
  Public,
  Refuses,
  Summary,
  success,
  successPage,
} from '#infra/http';
import { mapPage, type UserActor } from '#kernel';
import { Invitations } from '../invitations/invitations.service';
import { Joining } from '../invitations/joining.service';
import {
  AcceptTeamInvitation,
  CreateTeamInvitation,
  JoinedAccount,
  MadeTeamInvitation,
  TeamInvitation,
} from './team.dto';
import { toCreateInvitation, toJoinedAccount, toMadeInvitation, toTeamInvitation } from './team.mapper';

@MainController('', { tag: 'Team' })
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly joining: Joining,
  ) {}

  @Post('team/invitations')
  @NeedsTeamRole('admin')
  @Summary('Invite a person', 'By a mail whose token can be used once, within seven days. Only owners invite owners.')
  @Answers(201, MadeTeamInvitation)
  @Refuses(400, 409)
  async create(@CurrentActor() actor: UserActor, @Body() body: CreateTeamInvitation) {
    const made = await this.invitations.create(actor, toCreateInvitation(body));
    return success(toMadeInvitation(made), 'The invitation is on its way.');
  }

  @Get('team/invitations')
  @NeedsTeamRole('admin')
  @Summary('List invitations', 'Newest first, without those that were accepted or withdrawn.')
  @AnswersPage(TeamInvitation)
  @Refuses(400)
  async list(@CurrentActor() actor: UserActor, @Query() query: PageQuery) {
    return successPage(mapPage(await this.invitations.list(actor, query), toTeamInvitation));
  }

  @Post('team/invitations/:id/resend')
  @NeedsTeamRole('admin')
  @Summary('Send an invitation again', 'Good for seven days again; the tokens of earlier mails stop working.')
  @Answers(200, MadeTeamInvitation)
  @Refuses(404, 409)
  async resend(@CurrentActor() actor: UserActor, @IdParam('id', 'invitation') id: string) {
    return success(toMadeInvitation(await this.invitations.resend(actor, id)), 'The invitation is on its way.');
  }

  @Delete('team/invitations/:id')
  @NeedsTeamRole('admin')
  @Summary('Withdraw an invitation')
  @AnswersDone()
  @Refuses(404)
  async withdraw(@CurrentActor() actor: UserActor, @IdParam('id', 'invitation') id: string) {
    await this.invitations.withdraw(actor, id);
    return done('The invitation was withdrawn.');
  }

  @Post('auth/invitations/accept')
  @Public()
  @Summary(
    'Accept an invitation',
    'Makes an account in the team, with the address that was invited. Log in with it next.',
  )
  @Answers(201, JoinedAccount)
  @Refuses(400, 409)
  async accept(@Body() body: AcceptTeamInvitation) {
    return success(toJoinedAccount(await this.joining.accept(body)), 'You are in the team.');
  }
}
