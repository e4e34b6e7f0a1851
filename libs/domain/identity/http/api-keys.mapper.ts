import { dateOf } from '#infra/http';
import { invalidInput } from '#kernel';
import type { ApiKey, ApiKeyPatch, CreateApiKey, CreatePublicKey } from '../identity.types';
import type { RotatedKey } from '../keys/key-rotation.service';
import type { CreateSecretKey, NewSecretKey, RotatedSecretKey, SecretKey, UpdateKey } from './api-keys.dto';

const CHATBOT_MISSING = {
  field: 'chatbotId',
  message: 'chatbotId must be the id of the chatbot that the public key opens.',
  missing: true,
};

export function toCreateApiKey({ name, scopes, expiresAt, chatbotIds }: CreateSecretKey): CreateApiKey {
  return { name, scopes, botIds: chatbotIds, expiresAt: expiresAt === undefined ? undefined : dateOf(expiresAt) };
}

export function toApiKeyPatch({ name, scopes, expiresAt }: UpdateKey): ApiKeyPatch {
  return { name, scopes, expiresAt: typeof expiresAt === 'string' ? dateOf(expiresAt) : expiresAt };
}

export function toCreatePublicKey({ name, chatbotId, allowedOrigins, expiresAt }: CreateSecretKey): CreatePublicKey {
  if (chatbotId === undefined) throw invalidInput([CHATBOT_MISSING]);
  return { name, botId: chatbotId, allowedOrigins, expiresAt: expiresAt === undefined ? undefined : dateOf(expiresAt) };
}

export function toSecretKey({
  botId,
  botIds,
  publicText,
  createdAt,
  expiresAt,
  lastUsedAt,
  ...key
}: ApiKey): SecretKey {
  return {
    ...key,
    chatbotId: botId,
    chatbotIds: botIds,
    publicKey: publicText,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export function toNewSecretKey({ key, apiKey }: { key: ApiKey; apiKey: string }): NewSecretKey {
  return { ...toSecretKey(key), apiKey };
}

export function toRotatedKey({ formerWorksUntil, ...rotated }: RotatedKey): RotatedSecretKey {
  return { ...toNewSecretKey(rotated), previousKeyWorksUntil: formerWorksUntil?.toISOString() ?? null };
}
