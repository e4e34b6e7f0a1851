import type { FastifyReply, FastifyRequest } from 'fastify';

/** What a page may read of an answer, beside what every page may. */
const EXPOSED_HEADERS =
  'X-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-Budget-Name, X-Budget-Limit, X-Budget-Remaining, X-Budget-Reset, Retry-After, Deprecation, Sunset, Link';
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE';

/** Ten minutes, which is what Chromium keeps at most. */
const PREFLIGHT_MAX_AGE_SECONDS = '600';

/**
 * Cross-origin access as the Fetch Standard (3.2 "CORS protocol") has it, without credentials of the browser: keys and
 * tokens travel in headers. Requests without `Origin` are left alone, which is most of the work of a server like this.
 */
export class Cors {
  private readonly all: boolean;
  private readonly listed: ReadonlySet<string>;

  /**
   * @param origins of the installation
   * @param isPageOrigin whether pages of an origin may use some public key
   */
  constructor(
    origins: readonly string[],
    private readonly isPageOrigin: (origin: string) => Promise<boolean>,
  ) {
    this.all = origins.includes('*');
    this.listed = new Set(origins);
  }

  /** True when the request was a preflight, which is answered here, before anything is counted. */
  answered(request: FastifyRequest, reply: FastifyReply): boolean {
    const { origin } = request.headers;
    if (!this.all) reply.header('vary', 'Origin');
    if (origin === undefined) return false;
    const isAllowed = this.all || this.listed.has(origin);
    if (isAllowed) this.allow(origin, reply);
    if (request.method !== 'OPTIONS' || !request.headers['access-control-request-method']) return false;
    if (isAllowed) allowPreflight(request, reply).send();
    else void this.answerPage(origin, request, reply);
    return true;
  }

  /** For the answer to a page whose public key names the origin. */
  allow(origin: string, reply: FastifyReply): void {
    reply.header('access-control-allow-origin', this.all ? '*' : origin);
    reply.header('access-control-expose-headers', EXPOSED_HEADERS);
  }

  /** A preflight does not tell with which key the page will come: that is checked when it does. */
  private async answerPage(origin: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    // A database that is out of reach allows nothing.
    const isAllowed = await this.isPageOrigin(origin).catch(() => false);
    if (!isAllowed) {
      reply.status(204).send();
      return;
    }
    this.allow(origin, reply);
    allowPreflight(request, reply).send();
  }
}

function allowPreflight(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wanted = request.headers['access-control-request-headers'];
  reply.header('access-control-allow-methods', METHODS).header('access-control-max-age', PREFLIGHT_MAX_AGE_SECONDS);
  if (wanted !== undefined) reply.header('access-control-allow-headers', wanted);
  return reply.status(204);
}
