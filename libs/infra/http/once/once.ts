/**
 * A POST request that names an `Idempotency-Key` is executed once, and whoever sends it again gets the same answer (`#infra/idempotency`).
 * Requests without the header pass through two hooks that do nothing.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type IdempotentRequests, idempotencyErrors, isReplay, type Replay } from '#infra/idempotency';
import { type Actor, principalOf } from '#kernel';
import { requireAccess } from '../access/access.guard';
import { closing } from '../streaming/taken-over';
import { isFileBody } from '../uploads/file-body';
import { isMultipart } from '../uploads/form-parts';
import { letPass } from '../uploads/unwanted-body';
import {
  type ArrivingBodyDigest,
  digestArriving,
  digestWhileRead,
  readBodyDigestOf,
  targetDigestOf,
} from './body-digest';
import { hasIdempotencyKey, idempotencyKeyOf } from './idempotency-key';
import { OnceRun } from './once-run';

const REPLAYED = 'idempotent-replayed';

export class Once {
  constructor(private readonly requests: IdempotentRequests | undefined) {}

  /** To be called after the hooks that let unread bodies pass. Does nothing where keys are not remembered. */
  attach(instance: FastifyInstance): void {
    const { requests } = this;
    if (!requests) return;
    instance.addHook('preHandler', (request, reply, done) => {
      if (!isKeyed(request)) return done();
      enter(requests, request, reply).then((goesOn) => goesOn && done(), done);
    });
    instance.addHook('onSend', ({ once }, reply, payload, done) => {
      if (!once) return done();
      once.answered(reply, payload).then(() => done(), done);
    });
  }
}

/** A public key stands for everybody who opens the page, and who reads on executes nothing. */
function isKeyed({ method, headers, actor, is404, routeOptions }: FastifyRequest): boolean {
  if (method !== 'POST' || !hasIdempotencyKey(headers) || is404) return false;
  const isOnce = routeOptions.config.access !== undefined && routeOptions.config.isRepeatable !== true;
  return isOnce && actor !== undefined && actor.kind !== 'widget_key' && headers['last-event-id'] === undefined;
}

/** False when it was answered. */
async function enter(requests: IdempotentRequests, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const actor = request.actor as Actor;
  const key = idempotencyKeyOf(request.headers);
  const rule = request.routeOptions.config.access?.() ?? {};
  if (!rule.public) requireAccess(actor, rule);
  const body = bodyOf(request);
  const begun = await requests.begin(
    {
      teamId: actor.teamId,
      principal: principalOf(actor),
      key,
      targetDigest: targetDigestOf(request),
      bodyDigest: Buffer.isBuffer(body) ? body : undefined,
    },
    closing(reply.raw),
  );
  if (!isReplay(begun)) {
    request.once = new OnceRun(requests, begun, body);
    return true;
  }
  if (!Buffer.isBuffer(body)) await requireSame(begun, body, request, reply);
  replay(begun, reply);
  return false;
}

function bodyOf(request: FastifyRequest): Buffer | ArrivingBodyDigest {
  const isArriving = isMultipart(request) || isFileBody(request);
  return isArriving ? digestArriving(request, request.headers['content-type'] ?? '') : readBodyDigestOf(request);
}

/** What is still arriving is known by its end. @throws AppError `idempotency.key_reused` */
async function requireSame(
  { bodyDigest }: Replay,
  body: ArrivingBodyDigest,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  digestWhileRead(request);
  await letPass(request, reply);
  if (!body.finish()?.equals(bodyDigest)) throw idempotencyErrors.key_reused();
}

function replay({ answer: { status, headers, body } }: Replay, reply: FastifyReply): void {
  for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  reply
    .status(status)
    .header(REPLAYED, 'true')
    .send(body ?? undefined);
}
