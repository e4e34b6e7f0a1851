import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#kernel';

/** A sender of more than so many times the limit is not listened to until the end. */
const MAX_OVERRUN = 4;

export function maxBodyBytes(request: FastifyRequest): number {
  return request.server.initialConfig.bodyLimit ?? 0;
}

export function isOversized(request: FastifyRequest): boolean {
  return lengthOf(request) > maxBodyBytes(request);
}

/**
 * Lets a body pass that will be refused: most senders listen only when they have sent it all, and would else learn of
 * nothing but a broken connection. One that is longer than reasonable, or of unknown length, is cut off.
 */
export async function letPass(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!(lengthOf(request) <= MAX_OVERRUN * maxBodyBytes(request))) {
    reply.header('connection', 'close');
    return;
  }
  // Fails when the sender leaves, and then there is nobody to be told.
  await finished(request.raw.resume()).catch(() => undefined);
}

export function tooLarge(): AppError {
  return new AppError('http.too_large', 'too_large', 'The body is larger than this server accepts.');
}

function lengthOf({ headers }: FastifyRequest): number {
  return Number(headers['content-length'] ?? Number.NaN);
}
