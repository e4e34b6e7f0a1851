import type { Credential, RequestHead } from './dialect';

/**
 * The credential in the headers: `Authorization: Bearer` before `X-API-Key`. A bearer value with two dots is an access
 * token (RFC 7519 §3), anything else a key.
 */
export function credentialInHeaders({ headers }: RequestHead): Credential | undefined {
  const bearer = /^bearer +(\S+) *$/i.exec(headers.authorization?.toString() ?? '')?.[1];
  if (bearer) return { type: /^[^.]*\.[^.]*\.[^.]*$/.test(bearer) ? 'jwt' : 'key', value: bearer };
  const key = headers['x-api-key'];
  return typeof key === 'string' && key !== '' ? { type: 'key', value: key } : undefined;
}
