import type { Mail } from '#providers/mail';
import type { OpenInvitation } from './invitations.queries';

const PATH = '/api/v1/auth/invitations/accept';

/** In plain words what to send where, because there is no page for it that a link could lead to. */
export function invitationMail(invitation: OpenInvitation, token: string, publicUrl: string | undefined): Mail {
  const { email, teamRole } = invitation;
  const [teamName, inviter] = [inOneLine(invitation.teamName), inOneLine(invitation.invitedByName ?? 'Somebody')];
  const text = `Hello,

${inviter} invites you to join the team "${teamName}"${publicUrl === undefined ? '' : ` at ${publicUrl}`}, as ${teamRole}.
If you do not know what this is about, ignore this mail: nothing happens.

Your token is:

${token}

It works once, for seven days. To join, choose a username and a password and send them in a POST request to
${publicUrl ?? ''}${PATH}${publicUrl === undefined ? ' of the installation' : ''}
with this JSON body:

{"token": "${token}", "username": "<your username>", "password": "<your password>"}
`;
  return { to: email, subject: `Invitation to the team "${teamName}"`, text };
}

/** Names are chosen by whoever invites. */
function inOneLine(name: string): string {
  return name.replace(/[\s\p{C}]+/gu, ' ').trim();
}
