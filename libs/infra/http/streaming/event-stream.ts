import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import { SECOND_MS } from '#kernel';
import '../admission/fastify-request';
import '../failures/fastify-instance';
import { interruptible } from './interruptible';
import { openStream } from './open-streams';
import { encodeFrame, HEARTBEAT, type SseFrame } from './sse-frame';
import { closing, takeOver } from './taken-over';

export interface EventStreamOptions {
  /** Pause after which a comment line shows that the stream is alive. 15 s unless given. */
  heartbeatMs?: number;
  /** Ends the stream from our side. */
  signal?: AbortSignal;
  /** The last frame of a stream that failed, from the dialect's error body; `event: error` with it unless given. */
  errorFrame?: (body: unknown) => SseFrame;
}

/** Below the 30 s after which the stricter proxies close a quiet connection. */
const DEFAULT_HEARTBEAT_MS = 15 * SECOND_MS;

/** `no-transform` keeps proxies from compressing, and thereby buffering; the last one is nginx's name for the same. */
export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * Writes frames as they come, as fast as the reader takes them, and resolves when the stream has ended. Until the first
 * frame nothing is sent, so that an error there is an ordinary answer; a later one becomes a last frame `error` with the
 * dialect's error body. When the reader leaves, `signal` aborts or the server closes, the iterator's `return()` is called.
 */
export async function sendEventStream(
  reply: FastifyReply,
  frames: AsyncIterable<SseFrame>,
  options: EventStreamOptions = {},
): Promise<void> {
  const { ending, close } = openStream(reply.server);
  const iterator = frames[Symbol.asyncIterator]();
  const over = AbortSignal.any([ending, closing(reply.raw), ...(options.signal ? [options.signal] : [])]);
  const orOver = interruptible(over);
  try {
    const first = await orOver(iterator.next());
    takeOver(reply, 200, STREAM_HEADERS);
    if (first) await writeFrames(reply, iterator, first, orOver, options);
  } finally {
    close();
    if (over.aborted) iterator.return?.().catch(() => undefined);
    if (reply.raw.headersSent) reply.raw.end();
  }
}

type OrOver = <Value>(promise: Promise<Value>) => Promise<Value | undefined>;

async function writeFrames(
  reply: FastifyReply,
  iterator: AsyncIterator<SseFrame>,
  first: IteratorResult<SseFrame>,
  orOver: OrOver,
  { heartbeatMs = DEFAULT_HEARTBEAT_MS, errorFrame = namedError }: EventStreamOptions,
): Promise<void> {
  const heartbeat = setInterval(() => reply.raw.writableNeedDrain || reply.raw.write(HEARTBEAT), heartbeatMs);
  try {
    let next: IteratorResult<SseFrame> | undefined = first;
    while (next && !next.done) {
      const flowing = reply.raw.write(encodeFrame(next.value));
      heartbeat.refresh();
      if (!flowing) await orOver(once(reply.raw, 'drain'));
      next = await orOver(iterator.next());
    }
  } catch (error) {
    const { body } = reply.server.wordFailure(error, reply.request);
    reply.raw.write(encodeFrame(errorFrame(body)));
  } finally {
    clearInterval(heartbeat);
  }
}

function namedError(body: unknown): SseFrame {
  return { event: 'error', data: body };
}
