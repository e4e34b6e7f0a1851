import { invalidInput, SECOND_MS } from '#kernel';
import type { LoginTokens, ManagedUser, User } from '../identity.types';
import type { Account, LogInUser, RefreshedLogin } from './accounts.dto';
import type { ManagedAccount } from './users.dto';

export function toAccount(user: User): Account {
  const { id, username, email, role, teamRole, isActive, createdAt, updatedAt } = user;
  return {
    id,
    username,
    email,
    role,
    teamRole,
    isActive,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toManagedAccount(user: ManagedUser): ManagedAccount {
  return { ...toAccount(user), plan: user.plan };
}

export function toRefreshedLogin({ accessToken, refreshToken, accessTokenLifetimeMs }: LoginTokens): RefreshedLogin {
  return { accessToken, refreshToken, expiresIn: accessTokenLifetimeMs / SECOND_MS, tokenType: 'Bearer' };
}

/** @throws AppError `input.invalid` when neither field names the user. */
export function loginNameOf({ username, email }: LogInUser): string {
  const name = username?.trim() || email?.trim();
  if (name) return name;
  const message = 'username is required and must be a username or an e-mail address.';
  throw invalidInput([{ field: 'username', message, missing: true }]);
}
