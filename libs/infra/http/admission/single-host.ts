import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#kernel';

/**
 * RFC 9112, 3.2: two hosts are refused, since another server on the way may have taken the other one. Node keeps the first and says
 * nothing.
 *
 * @throws AppError `http.malformed`
 */
export function requireSingleHost({ raw: { rawHeaders } }: FastifyRequest, reply: FastifyReply): void {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  if (hosts <= 1) return;
  reply.header('connection', 'close');
  throw new AppError('http.malformed', 'malformed', 'The request names more than one host.');
}
