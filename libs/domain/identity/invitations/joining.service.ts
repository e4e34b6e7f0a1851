import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database, isUniqueViolation } from '#infra/database';
import { Outbox } from '#infra/events';
import { Clock, newId, type UserActor } from '#kernel';
import { identityErrors } from '../identity.errors';
import { userRegistered } from '../identity.events';
import type { AcceptInvitation, User } from '../identity.types';
import { hashOfToken } from '../opaque-tokens';
import { PasswordHasher } from '../passwords/password-hasher';
import { acceptedNames, newUser } from '../users/account-rules';
import { refusingTakenNames } from '../users/taken-names';
import { UsersQueries } from '../users/users.queries';
import { InvitationsQueries, type OpenInvitation } from './invitations.queries';

/** Accepting an invitation: an account in the team that invites, with the address that was invited. */
@Injectable()
export class Joining {
  constructor(
    private readonly invitations: InvitationsQueries,
    private readonly users: UsersQueries,
    private readonly passwords: PasswordHasher,
    private readonly auditLog: AuditLog,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * The token is looked at before the password is hashed, because hashing is dear, and used up after, in the transaction
   * that makes the account.
   *
   * @throws AppError `input.invalid`, `identity.invitation_refused`, `identity.username_taken`,
   * `identity.email_has_account`, `identity.busy`
   */
  async accept({ token, password, ...input }: AcceptInvitation): Promise<User> {
    const hash = hashOfToken(token);
    const { username = '' } = acceptedNames({ username: input.username, password });
    if (!(await this.invitations.findByToken(hash, this.clock.now()))) throw invitationRefused();
    const passwordHash = await this.passwords.hash(password);
    return refusingTakenNames(() =>
      this.database.transaction(async () => {
        const invitation = await this.invitations.spend(hash, this.clock.now());
        if (!invitation) throw invitationRefused();
        return this.join(invitation, username, passwordHash);
      }),
    );
  }

  private async join(invitation: OpenInvitation, username: string, passwordHash: string): Promise<User> {
    const { id: invitationId, email, teamId, teamRole } = invitation;
    const user: User = { ...newUser({ username, email }, 'user', this.clock.now()), teamId, teamRole };
    await this.insert(user, passwordHash);
    const subject = { kind: 'user', id: user.id, name: user.username } as const;
    await this.auditLog.record(actorOf(user), {
      act: 'member.joined',
      subject,
      details: { invitationId, role: teamRole },
    });
    await this.outbox.add(userRegistered, {
      teamId,
      data: { userId: user.id, username: user.username, email: user.email },
    });
    return user;
  }

  private async insert(user: User, passwordHash: string): Promise<void> {
    try {
      await this.users.insert(user, passwordHash);
    } catch (error) {
      if (isUniqueViolation(error, 'app_user_email_key')) throw identityErrors.email_has_account();
      throw error;
    }
  }
}

/** As the log writes them down. */
function actorOf({ id, teamId, role, teamRole }: User): UserActor {
  return { kind: 'user', userId: id, teamId, role, teamRole, plan: 'free', loginId: newId() };
}

function invitationRefused() {
  const error = identityErrors.invitation_refused();
  return identityErrors.invitation_refused({ fields: [{ field: 'token', message: error.message }] });
}
