import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { AuditLog } from '#domain/audit';
import { Database } from '#infra/database';
import {
  Clock,
  invalidInput,
  isUuid,
  mapPage,
  newId,
  offsetOf,
  type Page,
  type PageRequest,
  type UserActor,
} from '#kernel';
import { Principals } from '../actors/principals';
import { identityErrors } from '../identity.errors';
import type { ApiKey, ApiKeyPatch, CreateApiKey } from '../identity.types';
import { hashOfToken } from '../opaque-tokens';
import { ApiKeyEntity } from './api-key.entity';
import { ApiKeysQueries } from './api-keys.queries';
import { requireAcceptableKey, scopesOf } from './key-rules';
import { hintOf, newSecretKey } from './key-text';

export const DEFAULT_KEY_NAME = 'default';
export const MAX_KEY_NAME_CHARACTERS = 128;

/**
 * The keys of a team; public ones are made by `WidgetKeys`. Only people may handle them, never keys: the callers see to
 * that. A key is never given more than its maker's role has, and never has more than that role has now (`ActorsQueries`).
 */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly queries: ApiKeysQueries,
    private readonly principals: Principals,
    private readonly auditLog: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The text of the key is in this answer and nowhere else. @throws AppError `input.invalid`, `identity.bot_not_found` */
  async create(actor: UserActor, input: CreateApiKey): Promise<{ key: ApiKey; apiKey: string }> {
    const now = this.clock.now();
    requireAcceptableKey(actor, input, now);
    const apiKey = newSecretKey();
    const key: ApiKey = {
      id: newId(),
      type: 'secret',
      botId: null,
      botIds: input.botIds ? [...new Set(input.botIds.map((id) => id.toLowerCase()))] : null,
      allowedOrigins: [],
      publicText: null,
      name: input.name?.trim() || DEFAULT_KEY_NAME,
      hint: hintOf(apiKey),
      scopes: scopesOf(input.scopes, actor),
      createdAt: now,
      expiresAt: input.expiresAt ?? null,
      lastUsedAt: null,
    };
    const { teamId, userId } = actor;
    await this.database.transaction(async () => {
      if (!(await this.queries.areBotsOf(teamId, key.botIds ?? []))) throw identityErrors.bot_not_found();
      await this.keys.insert({ ...key, teamId, userId, hash: hashOfToken(apiKey) });
      await this.auditLog.record(actor, { act: 'key.created', subject: subjectOf(key), details: detailsOf(key) });
    });
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

  /** Absent leaves a field as it is. @throws AppError `input.invalid`, `identity.key_not_found` */
  async update(actor: UserActor, keyId: string, patch: ApiKeyPatch): Promise<ApiKey> {
    requireAcceptableKey(actor, patch, this.clock.now());
    return this.database.transaction(async () => {
      const before = await this.hold(actor, keyId);
      if (before.type === 'public' && patch.scopes) throw invalidInput([NO_SCOPES]);
      const { name = before.name, expiresAt = before.expiresAt } = patch;
      const scopes = patch.scopes ? scopesOf(patch.scopes, actor) : before.scopes;
      const changes = { name: name.trim() || DEFAULT_KEY_NAME, expiresAt, scopes };
      await this.keys.update({ id: before.id }, changes);
      await this.principals.forgetUser(before.userId);
      const after = toApiKey({ ...before, ...changes });
      await this.auditLog.record(actor, { act: 'key.changed', subject: subjectOf(after), details: detailsOf(after) });
      return after;
    });
  }

  /** @throws `identity.key_not_found` */
  async revoke(actor: UserActor, keyId: string): Promise<void> {
    await this.database.transaction(async () => {
      const key = await this.hold(actor, keyId);
      await this.keys.update({ id: key.id }, { revokedAt: this.clock.now() });
      await this.principals.forgetUser(key.userId);
      await this.auditLog.record(actor, { act: 'key.revoked', subject: subjectOf(key) });
    });
  }

  /** A standing key, and nobody else changes it before the open transaction ends. @throws `identity.key_not_found` */
  async hold({ teamId }: UserActor, keyId: string): Promise<ApiKeyEntity> {
    const where = { id: keyId, teamId, revokedAt: IsNull() };
    const key = isUuid(keyId) ? await this.keys.findOne({ where, lock: { mode: 'for_no_key_update' } }) : null;
    if (!key) throw identityErrors.key_not_found();
    return key;
  }

  /** Deletes what rotated keys were, where it opens nothing any more. */
  async prune(): Promise<void> {
    await this.queries.pruneFormer(this.clock.now());
  }

  private get keys() {
    return this.database.repository(ApiKeyEntity);
  }
}

const NO_SCOPES = { field: 'scopes', message: 'scopes must not be given: a public key has none.' };

export function toApiKey({ teamId: _, userId: _user, hash: _hash, revokedAt: _revoked, ...key }: ApiKeyEntity): ApiKey {
  return key;
}

export function subjectOf({ id, name }: Pick<ApiKey, 'id' | 'name'>) {
  return { kind: 'key', id, name } as const;
}

export function detailsOf({ type, scopes, botId, botIds, expiresAt }: ApiKey) {
  const bots = botIds ?? (botId === null ? null : [botId]);
  return { type, scopes, expiresAt: expiresAt?.toISOString() ?? null, ...(bots === null ? {} : { chatbotIds: bots }) };
}
