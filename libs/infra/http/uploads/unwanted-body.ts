import { finished } from 'node:stream/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#kernel';
import { digestWhileRead } from '../once/body-digest';
import { MAX_RAW_BODY_BYTES } from '../raw/raw-body';

/** A sender of more than so many times the limit is not listened to until the end. */
const MAX_OVERRUN = 4;

/** On the route of the request. */
export function maxBodyBytes(request: FastifyRequest): number {
  if (request.routeOptions.config?.takesRawBody === true) return MAX_RAW_BODY_BYTES;
  return request.routeOptions.config?.maxFileBytes ?? request.server.initialConfig.bodyLimit ?? 0;
}

export function isOversized(request: FastifyRequest): boolean {
  return lengthOf(request) > maxBodyBytes(request);
}

/**
 * Lets a body pass that will be refused: most senders listen only when they have sent it all, and would else learn of
 * nothing but a broken connection. One that is longer than reasonable is cut off.
 */
export async function letPass(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const maxBytes = MAX_OVERRUN * maxBodyBytes(request);
  const { raw } = request;
  if (lengthOf(request) > maxBytes) {
    reply.header('connection', 'close');
    return;
  }
  digestWhileRead(request);
  let bytes = 0;
  const enough = new AbortController();
  raw.on('data', (piece: Buffer) => {
    bytes += piece.length;
    // A sender who told no length.
    if (bytes > maxBytes) enough.abort();
  });
  // Fails when the sender leaves, and then there is nobody to be told.
  await finished(raw.resume(), { signal: enough.signal, writable: false }).catch(() => undefined);
  if (enough.signal.aborted) reply.header('connection', 'close');
}

export function tooLarge(): AppError {
  return new AppError('http.too_large', 'too_large', 'The body is larger than this server accepts.');
}

/** Of a form, or of the file in it; a code of its own, since APIs differ in what they call that. */
export function formTooLarge(): AppError {
  return new AppError('http.form_too_large', 'too_large', 'The form is larger than this server accepts.');
}

function lengthOf({ headers }: FastifyRequest): number {
  return Number(headers['content-length'] ?? Number.NaN);
}
