import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { Plan } from '#kernel';
import type { User } from '../identity.types';
import { TeamEntity } from './team.entity';
import { UserEntity } from './user.entity';
import { foldName, isImpossibleName, looksLikeEmail } from './usernames';

export interface Credentials {
  user: User;
  passwordHash: string;
}

/** Names are normalised already; what is absent stays as it is. */
export interface UserChanges {
  username?: string;
  email?: string;
  /** Replaced only if it is still what it was when the present password was checked. */
  passwordHash?: { from: string; to: string };
}

/** Users as they are stored: folded names and password hashes go in here and stay in this room. */
@Injectable()
export class UsersQueries {
  constructor(private readonly database: Database) {}

  /** To be called in a transaction. */
  async insertWithTeam(user: User, plan: Plan, passwordHash: string): Promise<void> {
    const { teamId, username, createdAt } = user;
    await this.database.repository(TeamEntity).insert({ id: teamId, name: username, plan, createdAt });
    await this.insert(user, passwordHash);
  }

  /** Into a team that there is. */
  async insert(user: User, passwordHash: string): Promise<void> {
    const folded = { usernameFolded: foldName(user.username), emailFolded: foldName(user.email) };
    await this.users.insert({ ...user, ...folded, passwordHash });
  }

  /** By app_user_pkey. */
  async find(userId: string): Promise<User | undefined> {
    return (await this.findCredentialsOf({ id: userId }))?.user;
  }

  /** By app_user_pkey. */
  async findPasswordHash(userId: string): Promise<string | undefined> {
    return (await this.findCredentialsOf({ id: userId }))?.passwordHash;
  }

  /** `name` is a username or an e-mail address. By app_user_username_key or app_user_email_key. */
  async findCredentials(name: string): Promise<Credentials | undefined> {
    if (isImpossibleName(name)) return undefined;
    const folded = foldName(name);
    return this.findCredentialsOf(looksLikeEmail(name) ? { emailFolded: folded } : { usernameFolded: folded });
  }

  /** False when there is no such user, or their password was changed meanwhile. By app_user_pkey. */
  async update(userId: string, { username, email, passwordHash }: UserChanges, at: Date): Promise<boolean> {
    const { affected } = await this.users.update(
      { id: userId, ...(passwordHash && { passwordHash: passwordHash.from }) },
      {
        ...(username !== undefined && { username, usernameFolded: foldName(username) }),
        ...(email !== undefined && { email, emailFolded: foldName(email) }),
        ...(passwordHash && { passwordHash: passwordHash.to }),
        updatedAt: at,
      },
    );
    return affected === 1;
  }

  /** Whatever the password was. By app_user_pkey. */
  async setPassword(userId: string, passwordHash: string, at: Date): Promise<void> {
    await this.users.update({ id: userId }, { passwordHash, updatedAt: at });
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.users.exists());
  }

  private get users() {
    return this.database.repository(UserEntity);
  }

  private async findCredentialsOf(where: Partial<UserEntity>): Promise<Credentials | undefined> {
    const entity = await this.users.findOneBy(where);
    if (!entity) return undefined;
    const { usernameFolded, emailFolded, passwordHash, ...user } = entity;
    return { user, passwordHash };
  }
}
