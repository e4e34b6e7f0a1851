import { Injectable, Logger } from '@nestjs/common';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import { Clock, DAY_MS, HOUR_MS, newId, type UserActor } from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import type { LoginTokens, User } from '../identity.types';
import { hashOfToken, newOpaqueToken } from '../opaque-tokens';
import { PasswordHasher } from '../passwords/password-hasher';
import { type Credentials, UsersQueries } from '../users/users.queries';
import { ACCESS_TOKEN_LIFETIME_MS, AccessTokens } from './access-tokens';
import { FailedLogins } from './failed-logins.service';
import { type LoginOwner, LoginsQueries, type NewRefreshToken } from './logins.queries';

const REFRESH_TOKEN_LIFETIME_MS = 30 * DAY_MS;

/** Between a token's expiry and its deletion, so that processes whose clocks differ never delete what another accepts. */
const PRUNE_GRACE_MS = HOUR_MS;

/**
 * A login begins with a password and ends by logout, by a change of the password, or when a refresh token is presented
 * a second time: then one of the two presenters stole it, and as nobody can tell which, both lose the login (RFC 9700
 * §4.14.2).
 */
@Injectable()
export class Logins {
  private readonly logger = new Logger(Logins.name);

  constructor(
    private readonly users: UsersQueries,
    private readonly queries: LoginsQueries,
    private readonly passwords: PasswordHasher,
    private readonly accessTokens: AccessTokens,
    private readonly principals: Principals,
    private readonly auditLog: AuditLog,
    private readonly failures: FailedLogins,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** `name` is a username or an e-mail address. @throws `identity.invalid_credentials`, `identity.busy` */
  async logIn(name: string, password: string): Promise<LoginTokens & { user: User }> {
    const found = await this.users.findCredentials(name);
    const matches = await this.passwords.verify(found?.passwordHash, password);
    if (!found) throw identityErrors.invalid_credentials();
    const login = matches ? await this.begin(found) : undefined;
    if (login) return login;
    this.failures.note(found.user, matches ? 'disabled' : 'wrong password');
    throw identityErrors.invalid_credentials();
  }

  /** Exchanges a refresh token, which stops working. @throws `identity.refresh_token_refused` */
  async refresh(refreshToken: string): Promise<LoginTokens> {
    const hash = hashOfToken(refreshToken);
    const { token, row } = this.newRefreshToken();
    const owner = await this.queries.rotate(hash, row);
    if (owner) return this.tokens(owner, token);
    await this.endLoginOfUsedToken(hash);
    throw identityErrors.refresh_token_refused();
  }

  /** Ends the actor's login, and the one of the refresh token if it is another login of theirs. */
  async logOut(actor: UserActor, refreshToken?: string): Promise<void> {
    const hash = refreshToken === undefined ? undefined : hashOfToken(refreshToken);
    await this.database.transaction(async () => {
      await this.queries.end(actor.userId, actor.loginId, hash, this.clock.now());
      await this.auditLog.record(actor, { act: 'login.ended', subject: { kind: 'user', id: actor.userId } });
    });
    await this.principals.forgetUser(actor.userId);
  }

  /** Ends every login of the actor's user but the one they use. */
  async endOthers(actor: UserActor): Promise<void> {
    await this.queries.endOthers(actor.userId, actor.loginId, this.clock.now());
    await this.principals.forgetUser(actor.userId);
  }

  /** Ends every login of a user. */
  async endAll(userId: string): Promise<void> {
    await this.queries.endOthers(userId, undefined, this.clock.now());
    await this.principals.forgetUser(userId);
  }

  /** Deletes what can never be used again. */
  async prune(): Promise<void> {
    const { logins, refreshTokens } = await this.queries.prune(new Date(this.clock.nowMs() - PRUNE_GRACE_MS));
    if (logins + refreshTokens > 0) this.logger.log({ message: 'Ended logins were deleted.', logins, refreshTokens });
  }

  /** Undefined when the user was disabled or got another password meanwhile. */
  private begin({ user, passwordHash }: Credentials): Promise<(LoginTokens & { user: User }) | undefined> {
    const { token, row } = this.newRefreshToken();
    return this.database.transaction(async () => {
      const owner = await this.queries.begin(newId(), { id: user.id, passwordHash }, row);
      if (!owner) return undefined;
      const actor: UserActor = { ...user, ...owner, kind: 'user', plan: 'free' };
      await this.auditLog.record(actor, { act: 'login.succeeded', subject: subjectOf(user) });
      return { ...this.tokens(owner, token), user };
    });
  }

  private async endLoginOfUsedToken(hash: Buffer): Promise<void> {
    const ended = await this.database.transaction(() => this.endStolen(hash));
    if (!ended) return;
    await this.principals.forgetUser(ended.userId);
    this.logger.warn({ message: 'A refresh token was used twice: its login was ended.', ...ended });
  }

  private async endStolen(hash: Buffer) {
    const ended = await this.queries.endLoginOfUsedToken(hash, this.clock.now());
    if (!ended) return undefined;
    const { teamId, ...login } = ended;
    const subject = { kind: 'user', id: ended.userId } as const;
    await this.auditLog.record({ kind: 'nobody', teamId }, { act: 'login.stolen', subject });
    return login;
  }

  private newRefreshToken(): { token: string; row: NewRefreshToken } {
    const token = newOpaqueToken();
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + REFRESH_TOKEN_LIFETIME_MS);
    return { token, row: { id: newId(), hash: hashOfToken(token), createdAt, expiresAt } };
  }

  private tokens(owner: LoginOwner, refreshToken: string): LoginTokens {
    return {
      accessToken: this.accessTokens.sign(owner),
      refreshToken,
      accessTokenLifetimeMs: ACCESS_TOKEN_LIFETIME_MS,
    };
  }
}

function subjectOf({ id, username }: User) {
  return { kind: 'user', id, name: username } as const;
}
