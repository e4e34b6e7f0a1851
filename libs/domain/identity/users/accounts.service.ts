import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Clock, newId, type UserActor } from '#kernel';
import { identityErrors } from '../identity.errors';
import { userRegistered } from '../identity.events';
import type { AccountPatch, Registration, User } from '../identity.types';
import { Logins } from '../logins/logins.service';
import { PasswordHasher } from '../passwords/password-hasher';
import { acceptedNames, missingCurrentPassword, newUser, wrongCurrentPassword } from './account-rules';
import { refusingTakenNames } from './taken-names';
import { type UserChanges, UsersQueries } from './users.queries';

/** The accounts of people: everybody registers a team of their own. Passwords are hashed outside of transactions. */
@Injectable()
export class Accounts {
  constructor(
    private readonly users: UsersQueries,
    private readonly logins: Logins,
    private readonly passwords: PasswordHasher,
    private readonly auditLog: AuditLog,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `input.invalid`, `identity.username_taken`, `identity.email_taken`, `identity.busy` */
  async register(registration: Registration): Promise<User> {
    const user = newUser(acceptedNames(registration), 'user', this.clock.now());
    const { username, email } = user;
    const passwordHash = await this.passwords.hash(registration.password);
    await refusingTakenNames(() =>
      this.database.transaction(async () => {
        await this.users.insertWithTeam(user, 'free', passwordHash);
        await this.outbox.add(userRegistered, { teamId: user.teamId, data: { userId: user.id, username, email } });
        const actor: UserActor = { ...user, kind: 'user', userId: user.id, plan: 'free', loginId: newId() };
        const subject = { kind: 'team', id: user.teamId, name: username } as const;
        await this.auditLog.record(actor, { act: 'team.created', subject });
      }),
    );
    return user;
  }

  /** @throws `identity.login_ended` when the account is gone */
  async get(actor: UserActor): Promise<User> {
    const user = await this.users.find(actor.userId);
    if (!user) throw identityErrors.login_ended();
    return user;
  }

  /**
   * A new password ends all other logins of the user.
   *
   * @throws AppError `input.invalid`, `identity.username_taken`, `identity.email_taken`, `identity.login_ended`
   */
  async update(actor: UserActor, patch: AccountPatch): Promise<User> {
    const { username, email } = acceptedNames(patch);
    const passwordHash = patch.password === undefined ? undefined : await this.newPasswordHash(actor, patch);
    return refusingTakenNames(() =>
      this.database.transaction(() => this.change(actor, { username, email, passwordHash })),
    );
  }

  private async change(actor: UserActor, changes: UserChanges): Promise<User> {
    const before = await this.get(actor);
    const changed = await this.users.update(actor.userId, changes, this.clock.now());
    if (!changed && changes.passwordHash) throw wrongCurrentPassword();
    if (changes.passwordHash) await this.logins.endOthers(actor);
    const after = await this.get(actor);
    await this.note(actor, before, after);
    if (changes.passwordHash) await this.auditLog.record(actor, { act: 'password.changed', subject: subjectOf(after) });
    return after;
  }

  private async note(actor: UserActor, before: User, after: User): Promise<void> {
    if (before.username === after.username && before.email === after.email) return;
    const details = { usernameBefore: before.username, emailBefore: before.email, email: after.email };
    await this.auditLog.record(actor, { act: 'account.changed', subject: subjectOf(after), details });
  }

  private async newPasswordHash(actor: UserActor, { password = '', currentPassword }: AccountPatch) {
    if (currentPassword === undefined) throw missingCurrentPassword();
    const from = await this.users.findPasswordHash(actor.userId);
    const matches = await this.passwords.verify(from, currentPassword);
    if (from === undefined || !matches) throw wrongCurrentPassword();
    return { from, to: await this.passwords.hash(password) };
  }
}

function subjectOf({ id, username }: User) {
  return { kind: 'user', id, name: username } as const;
}
