import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Clock } from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import type { ManagedUser, User } from '../identity.types';
import { Logins } from '../logins/logins.service';
import { newOpaqueToken } from '../opaque-tokens';
import { PasswordHasher } from '../passwords/password-hasher';
import { acceptedNames, newUser } from './account-rules';
import { refusingTakenNames } from './taken-names';
import { UserAdministrationQueries } from './user-administration.queries';
import { UsersQueries } from './users.queries';

export interface AdministratorWithPassword {
  user: User;
  /** Only when it was made here. */
  madePassword: string | undefined;
}

/** What whoever runs the machine does about administrators; nobody has logged in. */
@Injectable()
export class Administrators {
  constructor(
    private readonly users: UsersQueries,
    private readonly administration: UserAdministrationQueries,
    private readonly logins: Logins,
    private readonly principals: Principals,
    private readonly passwords: PasswordHasher,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Oldest first, the disabled ones too. */
  list(): Promise<ManagedUser[]> {
    return this.administration.listAdministrators();
  }

  /**
   * With a team of their own, whose limits are the widest.
   *
   * @throws AppError `input.invalid`, `identity.username_taken`, `identity.email_taken`
   */
  async create(account: { username: string; email: string; password?: string }): Promise<AdministratorWithPassword> {
    const password = account.password ?? newOpaqueToken();
    const user = newUser(acceptedNames({ ...account, password }), 'admin', this.clock.now());
    const passwordHash = await this.passwords.hash(password);
    await refusingTakenNames(() =>
      this.database.transaction(() => this.users.insertWithTeam(user, 'enterprise', passwordHash)),
    );
    return { user, madePassword: account.password === undefined ? password : undefined };
  }

  /**
   * A new password, and no login any more; one who was disabled can log in again.
   *
   * @param name username or e-mail address
   * @throws AppError `identity.user_not_found` when no administrator has that name; `input.invalid`
   */
  async reset(name: string, given?: string): Promise<AdministratorWithPassword> {
    const password = given ?? newOpaqueToken();
    acceptedNames({ password });
    const found = await this.users.findCredentials(name);
    if (found?.user.role !== 'admin') throw identityErrors.user_not_found();
    const { user } = found;
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async () => {
      await this.users.setPassword(user.id, passwordHash, this.clock.now());
      await this.administration.update(user.id, { isActive: true }, this.clock.now());
      await this.logins.endAll(user.id);
      await this.principals.forgetUser(user.id);
    });
    return { user, madePassword: given === undefined ? password : undefined };
  }
}
