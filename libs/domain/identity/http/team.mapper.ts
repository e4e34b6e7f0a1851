import type { CreateInvitation, Invitation, Team, User } from '../identity.types';
import type { MadeInvitation } from '../invitations/invitations.service';
import { toAccount } from './accounts.mapper';
import type { CreateTeamInvitation, JoinedAccount, MadeTeamInvitation, TeamInvitation, TeamView } from './team.dto';

export function toTeamView({ createdAt, ...team }: Team): TeamView {
  return { ...team, createdAt: createdAt.toISOString() };
}

export function toCreateInvitation({ email, role }: CreateTeamInvitation): CreateInvitation {
  return { email, teamRole: role };
}

export function toTeamInvitation(invitation: Invitation): TeamInvitation {
  const { id, email, teamRole, invitedBy, invitedByName, createdAt, expiresAt, mailRequestedAt } = invitation;
  return {
    id,
    email,
    role: teamRole,
    invitedBy,
    invitedByName,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    sentAt: mailRequestedAt.toISOString(),
  };
}

export function toMadeInvitation({ invitation, token }: MadeInvitation): MadeTeamInvitation {
  return { ...toTeamInvitation(invitation), ...(token === undefined ? {} : { token }) };
}

export function toJoinedAccount(user: User): JoinedAccount {
  return { ...toAccount(user), teamId: user.teamId };
}
