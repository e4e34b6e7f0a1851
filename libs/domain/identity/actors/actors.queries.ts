import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { type Plan, type Scope, scopesOfRole, scopesWithin, type TeamRole } from '#kernel';
import type { Role } from '../identity.types';
import type { KnownBotKey, KnownKey, KnownLogin, KnownPublicKey } from './actors.types';

interface LoginRow {
  userId: string;
  teamId: string;
  role: Role;
  teamRole: TeamRole;
  plan: Plan;
}

interface KeyRow {
  keyId: string;
  userId: string;
  teamId: string;
  scopes: Scope[];
  /** Of the person who made it. */
  teamRole: TeamRole;
  botIds: string[] | null;
  plan: Plan;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

interface PublicKeyRow {
  keyId: string;
  userId: string;
  teamId: string;
  botId: string;
  allowedOrigins: string[];
  plan: Plan;
  expiresAt: Date | null;
}

interface BotKeyRow {
  keyId: string;
  teamId: string;
  botId: string;
  plan: Plan;
}

/** Reads who is behind a credential, as the rows say now. Each is one round trip. */
@Injectable()
export class ActorsQueries {
  constructor(private readonly database: Database) {}

  /** By login_pkey. */
  async findLogin(loginId: string): Promise<KnownLogin | undefined> {
    const [row] = await this.database.query<LoginRow>(
      `select u.id as "userId", u.team_id as "teamId", u.role, u.team_role as "teamRole", t.plan
       from login l join app_user u on u.id = l.user_id join team t on t.id = u.team_id
       where l.id = $1 and l.ended_at is null and u.is_active`,
      [loginId],
    );
    return row && { actor: { kind: 'user', loginId, ...row } };
  }

  /** By what it is, or still is after it was rotated. By api_key_hash_key, api_key_former_hash_pkey and api_key_pkey. */
  async findKey(hash: Buffer): Promise<KnownKey | undefined> {
    const [row] = await this.database.query<KeyRow>(
      `select k.id as "keyId", u.id as "userId", k.team_id as "teamId", k.scopes, u.team_role as "teamRole",
         k.bot_ids as "botIds", t.plan, least(k.expires_at, f.works_until) as "expiresAt", k.last_used_at as "lastUsedAt"
       from api_key k join app_user u on u.id = k.user_id join team t on t.id = k.team_id
         left join api_key_former_hash f on f.hash = $1
       where k.id = (select id from api_key where hash = $1 union all
                     select key_id from api_key_former_hash where hash = $1 limit 1)
         and k.type = 'secret' and k.revoked_at is null and u.is_active`,
      [hash],
    );
    if (!row) return undefined;
    const { expiresAt, lastUsedAt, teamRole, botIds, scopes, ...member } = row;
    const restriction = botIds === null ? {} : { botIds };
    return {
      actor: { kind: 'key', ...member, scopes: scopesWithin(scopes, scopesOfRole(teamRole)), ...restriction },
      expiresAtMs: expiresAt?.getTime(),
      lastUsedAtMs: lastUsedAt?.getTime() ?? 0,
    };
  }

  /** By api_key_hash_key. */
  findPublicKey(hash: Buffer): Promise<KnownPublicKey | undefined> {
    return this.findPublic('k.hash = $1', hash);
  }

  /** By api_key_pkey. */
  findPublicKeyById(id: string): Promise<KnownPublicKey | undefined> {
    return this.findPublic('k.id = $1', id);
  }

  private async findPublic(condition: string, parameter: unknown): Promise<KnownPublicKey | undefined> {
    const [row] = await this.database.query<PublicKeyRow>(
      `select k.id as "keyId", u.id as "userId", k.team_id as "teamId", k.bot_id as "botId",
         k.allowed_origins as "allowedOrigins", t.plan, k.expires_at as "expiresAt"
       from api_key k join app_user u on u.id = k.user_id join team t on t.id = k.team_id
       where ${condition} and k.type = 'public' and k.revoked_at is null and u.is_active`,
      [parameter],
    );
    if (!row) return undefined;
    const { userId, expiresAt, ...actor } = row;
    return { actor: { kind: 'widget_key', ...actor }, userId, expiresAtMs: expiresAt?.getTime() };
  }

  /** As long as somebody of the team is active. By bot_key_hash_key and app_user_team_id_idx. */
  async findBotKey(hash: Buffer): Promise<KnownBotKey | undefined> {
    const [row] = await this.database.query<BotKeyRow>(
      `select k.id as "keyId", k.team_id as "teamId", k.bot_id as "botId", t.plan
       from bot_key k join team t on t.id = k.team_id
       where k.hash = $1 and exists (select from app_user u where u.team_id = k.team_id and u.is_active)`,
      [hash],
    );
    return row && { actor: { kind: 'bot_key', ...row } };
  }

  /** Moves `last_used_at` of many keys forward, each at most once in `everyMs`, whichever process was quickest. */
  async noteUse(usedAtMsByKeyId: ReadonlyMap<string, number>, everyMs: number): Promise<void> {
    await this.database.execute(
      `update api_key k set last_used_at = u.used_at
       from unnest($1::uuid[], $2::timestamptz[]) as u (id, used_at)
       where k.id = u.id
         and (k.last_used_at is null or k.last_used_at <= u.used_at - $3 * interval '1 millisecond')`,
      [[...usedAtMsByKeyId.keys()], [...usedAtMsByKeyId.values()].map((ms) => new Date(ms)), everyMs],
    );
  }
}
