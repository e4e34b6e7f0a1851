import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import './once-run';

/**
 * The id of what the request does (UUID), where it came with an `Idempotency-Key`: the same when the request is executed again because a
 * process died in between. Acts that take it for their own are done once even then.
 */
export const OnceId = createParamDecorator(
  (_data: unknown, context: ExecutionContext): string | undefined =>
    context.switchToHttp().getRequest<FastifyRequest>().once?.id,
);
