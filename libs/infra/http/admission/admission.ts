import { Injectable, Optional } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#infra/config';
import { LogContext } from '#infra/logging';
import type { Actor } from '#kernel';
import { accessErrors } from '../access/access.errors';
import { unauthenticated } from '../access/access.guard';
import { ActorResolver } from '../actor-resolver';
import { Dialects } from '../dialects';
import { Cors } from './cors';
import './fastify-request';
import { type Allowance, RateLimiter } from './rate-limiter';
import { headOf } from './request-head';
import { securityHeaders } from './security-headers';
import { requireSingleHost } from './single-host';
import { SpendingGate } from './spending';

/**
 * What happens to a request before it is routed. Fastify `onRequest` hooks call it, because Nest's guards see neither
 * unknown paths nor bodies that cannot be read.
 */
@Injectable()
export class Admission {
  private readonly headers: Readonly<Record<string, string>>;
  private readonly cors: Cors;

  constructor(
    private readonly dialects: Dialects,
    private readonly actors: ActorResolver,
    private readonly limiter: RateLimiter,
    config: Config,
    @Optional() private readonly spending?: SpendingGate,
  ) {
    this.headers = securityHeaders(config.http.publicUrl);
    this.cors = new Cors(config.http.corsOrigins, (origin) => actors.isPageOrigin(origin));
  }

  /**
   * Synchronous and first, so that every later answer has its id and its dialect. False when the request is answered
   * already, or will be, because it was a CORS preflight.
   */
  open(request: FastifyRequest, reply: FastifyReply): boolean {
    request.head = headOf(request);
    request.dialect = this.dialects.owning(request.method, request.head.path);
    request.actor = undefined;
    request.credentialRefused = false;
    reply.headers(this.headers).header('x-request-id', request.id);
    return !this.cors.answered(request, reply);
  }

  /**
   * Finds out who is asking and counts the call; a refused credential counts as none. The counter's headers are set
   * before anything is thrown. A stranger goes no further than this where a credential is needed: the guard would refuse
   * too, but only after the body has been read.
   *
   * @throws AppError `http.malformed`, `http.rate_limited`, what the resolver threw (`unavailable`), `auth.*` (unauthenticated), or what the
   *   gate of budgets says.
   */
  async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    requireSingleHost(request, reply);
    const { head, dialect } = request;
    const credential = dialect.readCredential(head);
    let unresolved: unknown;
    if (credential) {
      try {
        request.actor = await this.actors.resolve(credential);
        request.credentialRefused = request.actor === undefined;
        if (request.actor) LogContext.add({ teamId: request.actor.teamId });
      } catch (error) {
        unresolved = error;
      }
    }
    const allowance = await this.limiter.take({ head, dialect, actor: request.actor, ip: request.ip });
    tell(allowance, reply);
    if (allowance?.exceeded) throw allowance.exceeded;
    if (unresolved !== undefined) throw unresolved;
    this.admitPage(request, reply);
    const { access, spends } = request.routeOptions.config;
    if (!request.actor && access?.().public === false) throw unauthenticated(request);
    // What is read on was counted when it was asked for.
    const asks = spends === true && request.headers['last-event-id'] === undefined;
    if (asks && request.actor) await this.admitSpending(request.actor, reply);
  }

  private async admitSpending(actor: Actor, reply: FastifyReply): Promise<void> {
    const refusal = await this.spending?.refusal(actor);
    if (!refusal) return;
    reply.headers(refusal.headers);
    throw refusal.error;
  }

  /** For who is turned away before anything is looked up: their answer carries the headers of a call that was not counted. */
  turnAway({ head, dialect }: FastifyRequest, reply: FastifyReply): void {
    tell(this.limiter.untouched({ head, dialect }), reply);
  }

  /** A public key is for pages of the origins that it names, and for this server's own. @throws AppError `auth.origin_refused` */
  private admitPage({ actor, headers, host }: FastifyRequest, reply: FastifyReply): void {
    const { origin } = headers;
    if (origin === undefined || (actor?.kind !== 'widget_key' && actor?.kind !== 'visitor')) return;
    if (actor.allowedOrigins.includes(origin)) this.cors.allow(origin, reply);
    else if (!isOriginOf(origin, host)) throw accessErrors.origin_refused();
  }
}

/** A browser sets both headers itself, so a page of another host cannot pretend. */
function isOriginOf(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

function tell(allowance: Allowance | undefined, reply: FastifyReply): void {
  if (!allowance) return;
  reply
    .header('x-ratelimit-limit', allowance.limit)
    .header('x-ratelimit-remaining', allowance.remaining)
    .header('x-ratelimit-reset', allowance.resetAt);
}
