/**
 * Who looks at the queues. A browser sends no bearer token by itself, so that the access token of a login stands in a cookie
 * that no script can read, no other site can send, and that goes to these pages alone. What ends the login, the account or
 * its role ends this, too.
 */
import type { FastifyRequest } from 'fastify';
import type { ActorResolver } from '#infra/http';
import { HOUR_MS, SECOND_MS, type UserActor } from '#kernel';

const COOKIE = 'parley_queues';
/** As long as an access token lives. */
const MAX_AGE_S = HOUR_MS / SECOND_MS;

interface CookiePlace {
  path: string;
  /** The page is served over TLS, here or by a proxy. */
  isSecure: boolean;
}

export function cookieOf(token: string, { path, isSecure }: CookiePlace): string {
  const age = token === '' ? 0 : MAX_AGE_S;
  return `${COOKIE}=${token}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`;
}

/** Undefined for everybody but an administrator who is logged in. */
export async function administratorOf(request: FastifyRequest, actors: ActorResolver): Promise<UserActor | undefined> {
  const token = tokenIn(request.headers.cookie);
  const actor = token === undefined ? undefined : await actors.resolve({ type: 'jwt', value: token });
  return actor?.kind === 'user' && actor.role === 'admin' ? actor : undefined;
}

/**
 * Browsers say which site has made them send a request: new ones over TLS by a header that no page can set, all of them by
 * `Origin`. Programs that say nothing have no cookies of others.
 *
 * @param publicUrl of this server, where a proxy tells another host
 */
export function isOfAnotherSite({ headers, host }: FastifyRequest, publicUrl?: string): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const own = [host, publicUrl === undefined ? undefined : new URL(publicUrl).host];
  return !own.includes(new URL(origin).host);
}

function tokenIn(cookies: string | undefined): string | undefined {
  const pairs = cookies?.split(';').map((pair) => pair.trim()) ?? [];
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) || undefined;
}
