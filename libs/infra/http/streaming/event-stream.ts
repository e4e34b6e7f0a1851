import type { FastifyReply } from 'fastify';
import { SECOND_MS } from '#kernel';
import { streamHasBegun } from '../overload/running-requests';
import { interruptible } from './interruptible';
import { openStream } from './open-streams';
import { encodeFrame, HEARTBEAT, type SseFrame } from './sse-frame';
import { takeOver } from './taken-over';
import { ToldStream } from './told-stream';

export interface EventStreamOptions {
  /** Pause after which a comment line shows that the stream is alive. 15 s unless given. */
  heartbeatMs?: number;
  /** Ends the stream from our side. */
  signal?: AbortSignal;
  /** Its reader waits for what may come, so that it is nothing that keeps the server busy, also before its first frame. */
  isFeed?: boolean;
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
 * What is told under an `Idempotency-Key` is heard to its end also when the reader leaves: they may come back for it.
 */
export async function sendEventStream(
  reply: FastifyReply,
  frames: AsyncIterable<SseFrame>,
  options: EventStreamOptions = {},
): Promise<void> {
  if (options.isFeed) streamHasBegun(reply.raw);
  const { ending, close } = openStream(reply.server);
  const iterator = frames[Symbol.asyncIterator]();
  const told = new ToldStream(reply);
  const ends = [ending, ...(told.outlivesReader ? [] : [told.left]), ...(options.signal ? [options.signal] : [])];
  const over = AbortSignal.any(ends);
  const orOver = interruptible(over);
  try {
    const first = await orOver(iterator.next());
    takeOver(reply, 200, STREAM_HEADERS);
    if (first) await writeFrames(told, iterator, first, orOver, options);
  } finally {
    close();
    if (over.aborted) iterator.return?.().catch(() => undefined);
    if (reply.raw.headersSent) await told.end(!over.aborted);
  }
}

type OrOver = <Value>(promise: Promise<Value>) => Promise<Value | undefined>;

async function writeFrames(
  told: ToldStream,
  iterator: AsyncIterator<SseFrame>,
  first: IteratorResult<SseFrame>,
  orOver: OrOver,
  { heartbeatMs = DEFAULT_HEARTBEAT_MS, errorFrame = namedError }: EventStreamOptions,
): Promise<void> {
  const heartbeat = setInterval(() => told.beat(HEARTBEAT), heartbeatMs);
  try {
    let next: IteratorResult<SseFrame> | undefined = first;
    while (next && !next.done) {
      const drained = told.write(encodeFrame(next.value));
      heartbeat.refresh();
      if (drained) await orOver(drained);
      next = await orOver(iterator.next());
    }
  } catch (error) {
    told.fail(encodeFrame(errorFrame(told.wordFailure(error))));
  } finally {
    clearInterval(heartbeat);
  }
}

function namedError(body: unknown): SseFrame {
  return { event: 'error', data: body };
}
