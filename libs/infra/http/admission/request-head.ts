import type { FastifyRequest } from 'fastify';
import type { RequestHead } from '../dialect';

/**
 * The path of a request target as Fastify's router sees it: an absolute target (`GET http://host/path`, RFC 9112 §3.2.2)
 * is reduced to its path, and escapes of unreserved characters are decoded, so that `/%61pi/v1` belongs to the dialect
 * that also serves it. A malformed escape leaves the path as sent.
 */
export function pathOf(target: string): string {
  const origin = target.startsWith('/') || !URL.canParse(target) ? 0 : target.indexOf('/', target.indexOf('://') + 3);
  if (origin === -1) return '/';
  const end = target.slice(origin).search(/[?#]/);
  const path = target.slice(origin, end === -1 ? undefined : origin + end) || '/';
  if (!path.includes('%')) return path;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

export function headOf(request: FastifyRequest): RequestHead {
  return {
    method: request.method,
    path: pathOf(request.raw.url ?? '/'),
    headers: request.headers,
    query: (request.query ?? {}) as Record<string, unknown>,
  };
}
