import type { PageRequest, Plan, Scope, TeamRole, UserActor } from '#kernel';

export type Role = UserActor['role'];

/** A person with an account. What proves who they are (their password's hash) never leaves this room. */
export interface User {
  id: string;
  teamId: string;
  username: string;
  email: string;
  /** Administrators manage the installation. */
  role: Role;
  teamRole: TeamRole;
  /** False: disabled by an administrator. Their logins and keys are refused. */
  isActive: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** A user as administrators see and change them. */
export interface ManagedUser extends User {
  /** Of the user's team. */
  plan: Plan;
}

/** The owner of everything. */
export interface Team {
  id: string;
  name: string;
  plan: Plan;
  memberCount: number;
  createdAt: Date;
}

export interface CreateInvitation {
  email: string;
  /** What they will be in the team. */
  teamRole: TeamRole;
}

/** Somebody may join the team. */
export interface Invitation {
  id: string;
  email: string;
  teamRole: TeamRole;
  createdAt: Date;
  expiresAt: Date;
  mailRequestedAt: Date;
  /** Null when they are gone. */
  invitedBy: string | null;
  invitedByName: string | null;
}

export interface AcceptInvitation {
  token: string;
  username: string;
  password: string;
}

export interface UserListRequest extends PageRequest {
  /** Part of the username or the e-mail address, in any case. */
  search?: string;
}

/** Absent leaves a field as it is. */
export interface ManagedUserPatch {
  username?: string;
  email?: string;
  role?: Role;
  isActive?: boolean;
  plan?: Plan;
}

export interface Registration {
  username: string;
  email: string;
  password: string;
}

/** Absent leaves a field as it is. */
export interface AccountPatch {
  username?: string;
  email?: string;
  password?: string;
  /** Needed with `password`. */
  currentPassword?: string;
}

/** What a client holds while a user is logged in. Both are shown once and stored nowhere. */
export interface LoginTokens {
  accessToken: string;
  refreshToken: string;
  accessTokenLifetimeMs: number;
}

export interface CreateApiKey {
  /** `default` unless given. */
  name?: string;
  /** All scopes unless given. */
  scopes?: readonly string[];
  /** Never unless given. */
  expiresAt?: Date;
  /** The only bots that it is for; all of the team unless given. */
  botIds?: readonly string[];
}

/** Absent leaves a field as it is. */
export interface ApiKeyPatch {
  name?: string;
  scopes?: readonly string[];
  /** Null: it no longer expires. */
  expiresAt?: Date | null;
}

export interface CreatePublicKey {
  name?: string;
  /** The bot that it opens. */
  botId: string;
  /** Of the pages that may use it, as `https://example.com`. Without any no page may, but programs may. */
  allowedOrigins?: readonly string[];
  expiresAt?: Date;
}

export const KEY_TYPES = ['secret', 'public'] as const;
export type KeyType = (typeof KEY_TYPES)[number];

/** A key of a team. Of a secret one the key itself is stored nowhere. */
export interface ApiKey {
  id: string;
  type: KeyType;
  /** Of a public key, else null. */
  botId: string | null;
  /** The only bots that a secret key is for; null means all, and for a public one. */
  botIds: string[] | null;
  allowedOrigins: string[];
  /** Of a public key, which everybody can read in the pages that use it; else null. */
  publicText: string | null;
  name: string;
  /** The first characters of the key, so that a person recognises it. */
  hint: string;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
}
