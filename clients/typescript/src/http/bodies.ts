import type { RequestBody } from './transport';

export function jsonBody(value: unknown): RequestBody {
  return { make: () => ({ body: JSON.stringify(value ?? {}), contentType: 'application/json' }) };
}
