import { dateOf } from '#infra/http';
import { invalidInput } from '#kernel';
import type { ApiKey, CreateApiKey, CreatePublicKey } from '../identity.types';
import type { CreateSecretKey, NewSecretKey, SecretKey } from './api-keys.dto';

const CHATBOT_MISSING = {
  field: 'chatbotId',
  message: 'chatbotId must be the id of the chatbot that the public key opens.',
  missing: true,
};

export function toCreateApiKey({ name, scopes, expiresAt }: CreateSecretKey): CreateApiKey {
  return { name, scopes, expiresAt: expiresAt === undefined ? undefined : dateOf(expiresAt) };
}

export function toCreatePublicKey({ name, chatbotId, allowedOrigins, expiresAt }: CreateSecretKey): CreatePublicKey {
  if (chatbotId === undefined) throw invalidInput([CHATBOT_MISSING]);
  return { name, botId: chatbotId, allowedOrigins, expiresAt: expiresAt === undefined ? undefined : dateOf(expiresAt) };
}

export function toSecretKey({ botId, publicText, createdAt, expiresAt, lastUsedAt, ...key }: ApiKey): SecretKey {
  return {
    ...key,
    chatbotId: botId,
    publicKey: publicText,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}

export function toNewSecretKey({ key, apiKey }: { key: ApiKey; apiKey: string }): NewSecretKey {
  return { ...toSecretKey(key), apiKey };
}
