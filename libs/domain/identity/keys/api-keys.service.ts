import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#infra/database';
import {
  ALL_SCOPES,
  Clock,
  type FieldProblem,
  invalidInput,
  isUuid,
  mapPage,
  newId,
  offsetOf,
  type Page,
  type PageRequest,
  type Scope,
  type UserActor,
} from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import type { ApiKey, CreateApiKey } from '../identity.types';
import { hashOfToken } from '../opaque-tokens';
import { ApiKeyEntity } from './api-key.entity';
import { hintOf, newSecretKey } from './key-text';

export const DEFAULT_KEY_NAME = 'default';
export const MAX_KEY_NAME_CHARACTERS = 128;

/** The keys of a team; public ones are made by `WidgetKeys`. Only people may handle them, never keys: the callers see to that. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly principals: Principals,
    private readonly clock: Clock,
  ) {}

  /** The text of the key is in this answer and nowhere else. @throws AppError `input.invalid` */
  async create(actor: UserActor, input: CreateApiKey): Promise<{ key: ApiKey; apiKey: string }> {
    const now = this.clock.now();
    const problems = [scopesProblem(input.scopes), expiryProblem(input.expiresAt, now)].filter((problem) => !!problem);
    if (problems.length > 0) throw invalidInput(problems);
    const apiKey = newSecretKey();
    const key: ApiKey = {
      id: newId(),
      type: 'secret',
      botId: null,
      allowedOrigins: [],
      publicText: null,
      name: input.name?.trim() || DEFAULT_KEY_NAME,
      hint: hintOf(apiKey),
      scopes: scopesOf(input.scopes),
      createdAt: now,
      expiresAt: input.expiresAt ?? null,
      lastUsedAt: null,
    };
    const { teamId, userId } = actor;
    await this.keys.insert({ ...key, teamId, userId, hash: hashOfToken(apiKey) });
    return { key, apiKey };
  }

  /** Those that were not revoked, newest first. By api_key_team_id_idx. */
  async list({ teamId }: UserActor, { page, limit }: PageRequest): Promise<Page<ApiKey>> {
    const [items, total] = await this.keys.findAndCount({
      where: { teamId, revokedAt: IsNull() },
      order: { id: 'desc' },
      skip: offsetOf({ page, limit }),
      take: limit,
    });
    return mapPage({ items, total, page, limit }, toApiKey);
  }

  /** @throws `identity.key_not_found` */
  async revoke({ teamId }: UserActor, keyId: string): Promise<void> {
    const standing = { id: keyId, teamId, revokedAt: IsNull() };
    const key = isUuid(keyId) ? await this.keys.findOneBy(standing) : null;
    if (!key) throw identityErrors.key_not_found();
    await this.keys.update(standing, { revokedAt: this.clock.now() });
    await this.principals.forgetUser(key.userId);
  }

  private get keys() {
    return this.database.repository(ApiKeyEntity);
  }
}

function toApiKey({ teamId: _, userId: _user, hash: _hash, revokedAt: _revoked, ...key }: ApiKeyEntity): ApiKey {
  return key;
}

function isScope(text: string): text is Scope {
  return (ALL_SCOPES as readonly string[]).includes(text);
}

/** In the order of the list of all, each once. */
function scopesOf(wanted: readonly string[] | undefined): Scope[] {
  return ALL_SCOPES.filter((scope) => wanted === undefined || wanted.includes(scope));
}

function scopesProblem(wanted: readonly string[] | undefined): FieldProblem | undefined {
  const accepted = `Accepted are ${ALL_SCOPES.join(', ')}.`;
  if (wanted?.length === 0) return { field: 'scopes', message: `scopes must name at least one scope. ${accepted}` };
  const unknown = wanted?.find((scope) => !isScope(scope));
  if (unknown === undefined) return undefined;
  return { field: 'scopes', message: `scopes must not contain "${unknown.slice(0, 64)}". ${accepted}` };
}

export function expiryProblem(expiresAt: Date | undefined, now: Date): FieldProblem | undefined {
  if (expiresAt === undefined || expiresAt > now) return undefined;
  return { field: 'expiresAt', message: 'expiresAt must be in the future.' };
}
