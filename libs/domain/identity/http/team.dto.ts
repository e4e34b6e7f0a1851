import { DateField, EmailField, EnumField, IdField, IntegerField, TextField } from '#infra/http';
import { PLANS, type Plan, TEAM_ROLES, type TeamRole } from '#kernel';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '../passwords/password-rules';
import { MAX_TEAM_NAME_CHARACTERS } from '../teams/teams.service';
import { MAX_USERNAME_CHARACTERS, MIN_USERNAME_CHARACTERS } from '../users/usernames';
import { Account } from './accounts.dto';

const ROLE =
  'What somebody may do in the team: owners all; admins all but decide about owners; agents work on conversations; members build bots.';

export class TeamView {
  @IdField('Id of the team.')
  id: string;

  @TextField('What it is called.', { example: 'Support' })
  name: string;

  @EnumField('It decides the rate limits.', PLANS, { name: 'Plan' })
  plan: Plan;

  @IntegerField('People in the team.', { min: 0, example: 3 })
  memberCount: number;

  @DateField('When it was made.')
  createdAt: string;
}

export class UpdateTeam {
  @TextField('A new name.', { optional: true, minLength: 1, maxLength: MAX_TEAM_NAME_CHARACTERS, example: 'Support' })
  name?: string;
}

export class UpdateMember {
  @EnumField(ROLE, TEAM_ROLES, { name: 'TeamRole', example: 'agent' })
  role: TeamRole;
}

export class CreateTeamInvitation {
  @EmailField('Where the invitation is sent. Nobody with this address may have an account.', {
    example: 'joe@example.com',
  })
  email: string;

  @EnumField(ROLE, TEAM_ROLES, { name: 'TeamRole', example: 'agent' })
  role: TeamRole;
}

export class TeamInvitation {
  @IdField('Id of the invitation.')
  id: string;

  @EmailField('Who is invited.', { example: 'joe@example.com' })
  email: string;

  @EnumField(ROLE, TEAM_ROLES, { name: 'TeamRole' })
  role: TeamRole;

  @IdField('Who invited; null when they are gone.', { nullable: true })
  invitedBy: string | null;

  @TextField('Username of who invited.', { nullable: true, example: 'jane_doe' })
  invitedByName: string | null;

  @DateField('When it was made.')
  createdAt: string;

  @DateField('Until when it can be accepted.')
  expiresAt: string;

  @DateField('When its mail was last asked for.')
  sentAt: string;
}

export class MadeTeamInvitation extends TeamInvitation {
  @TextField('The token of the mail, only where EXPOSE_RESET_TOKEN is set.', { optional: true })
  token?: string;
}

export class AcceptTeamInvitation {
  @TextField('The token of the mail.', { maxLength: 256, example: '<invitation_token>' })
  token: string;

  @TextField('Unique in any mixture of upper and lower case; without @.', {
    minLength: MIN_USERNAME_CHARACTERS,
    maxLength: MAX_USERNAME_CHARACTERS,
    example: 'joe',
  })
  username: string;

  @TextField('Any characters.', {
    minLength: MIN_PASSWORD_CHARACTERS,
    maxLength: MAX_PASSWORD_CHARACTERS,
    example: 'Sup3rSecret!',
  })
  password: string;
}

export class JoinedAccount extends Account {
  @IdField('The team that they joined.')
  teamId: string;
}
