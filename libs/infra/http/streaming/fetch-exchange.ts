/** Routes that are answered by a handler of the Fetch API (`Request` -> `Response`), as libraries of protocols have one. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import '../admission/fastify-request';
import { STREAM_HEADERS } from './event-stream';
import { interruptible } from './interruptible';
import { openStream } from './open-streams';
import { closing, takeOver } from './taken-over';
import { ToldStream } from './told-stream';

/** Those of the connection are not the handler's to say, and the credential is not its to see. */
const NOT_HANDED_ON = new Set(['authorization', 'connection', 'cookie', 'host', 'x-api-key']);
const EVENT_STREAM = /^text\/event-stream\b/i;

/** The request without its body and credential. Aborts when the caller leaves. */
export function toFetchRequest(request: FastifyRequest, reply: FastifyReply): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || NOT_HANDED_ON.has(name)) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const url = new URL(request.head.path, 'http://localhost');
  return new Request(url, { method: request.method, headers, signal: closing(reply.raw) });
}

/**
 * Sends what the handler answered, under the headers that were set until now. An event stream is written as it comes, as fast as
 * the reader takes it; it is cancelled when the reader leaves, and ends when the server closes.
 */
export async function sendFetchResponse(reply: FastifyReply, response: Response): Promise<void> {
  const { body, headers, status } = response;
  if (body !== null && EVENT_STREAM.test(headers.get('content-type') ?? '')) return sendStream(reply, status, body);
  const text = await response.text();
  reply.status(status);
  for (const [name, value] of headers) if (name !== 'connection') reply.header(name, value);
  reply.send(text === '' ? undefined : text);
}

async function sendStream(reply: FastifyReply, status: number, body: ReadableStream<Uint8Array>): Promise<void> {
  const { ending, close } = openStream(reply.server);
  const told = new ToldStream(reply);
  const over = AbortSignal.any([ending, told.left]);
  const orOver = interruptible(over);
  const decoder = new TextDecoder();
  const reader = body.getReader();
  takeOver(reply, status, STREAM_HEADERS);
  // The first event may be long in coming.
  reply.raw.flushHeaders();
  try {
    let next = await orOver(reader.read());
    while (next && !next.done) {
      const drained = told.write(decoder.decode(next.value, { stream: true }));
      if (drained) await orOver(drained);
      next = await orOver(reader.read());
    }
  } finally {
    close();
    if (over.aborted) reader.cancel().catch(() => undefined);
    await told.end(!over.aborted);
  }
}
