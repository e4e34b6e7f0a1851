import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { streamHasBegun } from '../overload/running-requests';

/** Takes the answer out of Fastify's hands, with all headers that were set until now; they leave with it. */
export function takeOver(reply: FastifyReply, status: number, headers: Readonly<Record<string, string>>): void {
  reply.hijack();
  for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...headers })) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(status);
  streamHasBegun(reply.raw);
}

/** Aborts when the connection is gone. */
export function closing(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
