import { dateOf } from '#infra/http';
import type { ApiKey, CreateApiKey } from '../identity.types';
import type { CreateSecretKey, NewSecretKey, SecretKey } from './api-keys.dto';

export function toCreateApiKey({ name, scopes, expiresAt }: CreateSecretKey): CreateApiKey {
  return { name, scopes, expiresAt: expiresAt === undefined ? undefined : dateOf(expiresAt) };
}

export function toSecretKey({ id, name, hint, scopes, createdAt, expiresAt, lastUsedAt }: ApiKey): SecretKey {
  return {
    id,
    name,
    hint,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export function toNewSecretKey({ key, apiKey }: { key: ApiKey; apiKey: string }): NewSecretKey {
  return { ...toSecretKey(key), apiKey };
}
