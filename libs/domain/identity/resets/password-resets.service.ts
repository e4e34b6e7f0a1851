import { Injectable } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Config } from '#infra/config';
import { Database } from '#infra/database';
import { Clock } from '#kernel';
import { identityErrors } from '../identity.errors';
import { Logins } from '../logins/logins.service';
import { PasswordHasher } from '../passwords/password-hasher';
import { acceptedNames } from '../users/account-rules';
import { UsersQueries } from '../users/users.queries';
import { ResetRequests } from './reset-requests.service';
import { ResetTokens } from './reset-tokens';

/** A new password for who has forgotten theirs but reads their mail. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly requests: ResetRequests,
    private readonly tokens: ResetTokens,
    private readonly users: UsersQueries,
    private readonly logins: Logins,
    private readonly passwords: PasswordHasher,
    private readonly auditLog: AuditLog,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** Answers a token only where the operator has chosen so (EXPOSE_RESET_TOKEN), which gives up every secrecy. */
  async request(email: string): Promise<string | undefined> {
    await this.requests.request(email);
    if (!this.config.identity.exposeResetToken) return undefined;
    const found = await this.users.findCredentials(email);
    return found && this.tokens.create(found.user.id);
  }

  /**
   * Sets the password and ends every login of the user. The token is looked at before the password is hashed, because
   * hashing is dear, and used up after, in the transaction that needs it.
   *
   * @throws AppError `identity.reset_token_refused`, `input.invalid`, `identity.busy`
   */
  async reset(token: string, password: string): Promise<void> {
    acceptedNames({ password });
    if (!(await this.tokens.isValid(token))) throw resetTokenRefused();
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async () => {
      const userId = await this.tokens.spend(token);
      if (userId === undefined) throw resetTokenRefused();
      await this.users.setPassword(userId, passwordHash, this.clock.now());
      await this.logins.endAll(userId);
      await this.note(userId);
    });
  }

  /** Nobody has logged in: that the token was good says that they read the mail of this address. */
  private async note(userId: string): Promise<void> {
    const user = await this.users.find(userId);
    if (!user) return;
    const subject = { kind: 'user', id: userId, name: user.username } as const;
    await this.auditLog.record({ kind: 'nobody', teamId: user.teamId }, { act: 'password.reset', subject });
  }
}

function resetTokenRefused() {
  const error = identityErrors.reset_token_refused();
  return identityErrors.reset_token_refused({ fields: [{ field: 'token', message: error.message }] });
}
