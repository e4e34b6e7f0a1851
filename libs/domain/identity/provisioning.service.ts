import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Clock, newId, type UserActor } from '#kernel';
import type { Registration, User } from './identity.types';
import { ApiKeys } from './keys/api-keys.service';
import { newOpaqueToken } from './opaque-tokens';
import { PasswordHasher } from './passwords/password-hasher';
import { acceptedNames, newUser } from './users/account-rules';
import { UsersQueries } from './users/users.queries';

/** A number that no other lock of ours has: the bytes of "iden". */
const FIRST_START_LOCK = 0x6964656e;

const KEY_NAME = 'First start';

export interface ProvisionedAdministrator {
  user: User;
  /** Acts as the administrator without having logged in. */
  actor: UserActor;
  /** Only when it was made here: a password that the operator chose is not shown again. */
  password: string | undefined;
  /** A key with every scope. */
  apiKey: string;
}

/** What a fresh installation needs before anybody can log in. */
@Injectable()
export class Provisioning {
  constructor(
    private readonly users: UsersQueries,
    private readonly keys: ApiKeys,
    private readonly passwords: PasswordHasher,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the administrator and a key when there is no user at all, and answers what is to be printed once. Of several
   * processes that start together one does it, and the others wait for its commit.
   *
   * @throws AppError `input.invalid` when a name or the password is not acceptable
   */
  async ensureAdministrator(
    account: Omit<Registration, 'password'> & { password?: string },
  ): Promise<ProvisionedAdministrator | undefined> {
    if (!(await this.users.isEmpty())) return undefined;
    const password = account.password ?? newOpaqueToken();
    const user = newUser(acceptedNames({ ...account, password }), 'admin', this.clock.now());
    const passwordHash = await this.passwords.hash(password);
    const actor = administratorActor(user);
    const apiKey = await this.database.transaction(() => this.insertFirst(user, actor, passwordHash));
    if (apiKey === undefined) return undefined;
    return { user, actor, password: account.password === undefined ? password : undefined, apiKey };
  }

  /** Undefined when another process was quicker. */
  private async insertFirst(user: User, actor: UserActor, passwordHash: string): Promise<string | undefined> {
    await this.database.query('select pg_advisory_xact_lock($1)', [FIRST_START_LOCK]);
    if (!(await this.users.isEmpty())) return undefined;
    await this.users.insertWithTeam(user, actor.plan, passwordHash);
    const { apiKey } = await this.keys.create(actor, { name: KEY_NAME });
    return apiKey;
  }
}

/** Enterprise, so that a newcomer's own scripts are not throttled. */
function administratorActor({ id, teamId, role }: User): UserActor {
  return { kind: 'user', userId: id, teamId, role, teamRole: 'owner', plan: 'enterprise', loginId: newId() };
}
