/**
 * The requests of one operation: what they may bring back together is bounded, and what was wrong with the first that failed
 * is kept, because the client library words failures its own way or waits for what does not come any more.
 */
import { failureOf } from '#infra/http-client';
import { AppError } from '#kernel';
import { toolServerErrors } from '../../tool-servers.errors';

type Fetch = typeof globalThis.fetch;

/** Answers whose body must be none. */
const WITHOUT_BODY = new Set([204, 205, 304]);

export class BoundedExchange {
  /** Rejects with the first failure, once there is one. */
  readonly failed: Promise<never>;
  private readonly fail: (error: AppError) => void;
  private known: AppError | undefined;
  private bytesLeft: number;
  private hasEnded = false;

  constructor(
    private readonly wayOut: Fetch,
    maxBytes: number,
  ) {
    this.bytesLeft = maxBytes;
    const { promise, reject } = Promise.withResolvers<never>();
    // Most operations do not fail, and most of those that do have ended by then.
    promise.catch(() => undefined);
    this.failed = promise;
    this.fail = (error) => {
      this.known ??= error;
      reject(this.known);
    };
  }

  get failure(): AppError | undefined {
    return this.known;
  }

  /** Failures from now on are nobody's. */
  end(): void {
    this.hasEnded = true;
  }

  /** For the client library. A GET opens a stream for what the server has to say by itself: we do not listen to it. */
  readonly fetch: Fetch = async (input, init) => {
    if ((init?.method ?? 'GET').toUpperCase() === 'GET') return new Response(null, { status: 405 });
    try {
      return this.bounded(await this.wayOut(input, init));
    } catch (error) {
      if (!this.hasEnded && !init?.signal?.aborted) this.fail(unreachable(error));
      throw error;
    }
  };

  private bounded(answer: Response): Response {
    const { status, statusText, headers } = answer;
    if (answer.body === null || WITHOUT_BODY.has(status)) return new Response(null, { status, statusText, headers });
    return new Response(answer.body.pipeThrough(this.meter()), { status, statusText, headers });
  }

  private meter(): TransformStream<Uint8Array, Uint8Array> {
    return new TransformStream({
      transform: (chunk, controller) => {
        this.bytesLeft -= chunk.byteLength;
        if (this.bytesLeft >= 0) return controller.enqueue(chunk);
        const error = toolServerErrors.answer_too_long();
        this.fail(error);
        controller.error(error);
      },
    });
  }
}

/** Refusals of the address guard tell by themselves what is wrong. */
function unreachable(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return toolServerErrors.unreachable({ message: `The tool server: ${failureOf(error).error}`, cause: error });
}
