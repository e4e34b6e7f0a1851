import type { FastifyReply } from 'fastify';
import type { Execution, IdempotentRequests, RecordedAnswer } from '#infra/idempotency';
import type { ErrorKind } from '#kernel';
import type { ArrivingBodyDigest } from './body-digest';
import { headersToKeep } from './kept-headers';

/** Refusals of what was asked, which are an answer like any other. */
const KEPT: readonly ErrorKind[] = ['not_found', 'conflict', 'unsupported'];
/** Before anything was executed: the key is free for what the caller meant. */
const NOT_EXECUTED: readonly ErrorKind[] = ['invalid_input', 'malformed', 'unauthenticated', 'forbidden', 'too_large'];

/** A request with a key while it is executed, and what becomes of the key. */
export class OnceRun {
  private failure: ErrorKind | undefined;
  private isOver = false;

  constructor(
    private readonly requests: IdempotentRequests,
    private readonly execution: Execution,
    private readonly body: Buffer | ArrivingBodyDigest,
  ) {}

  /** Of the act: the same when it is executed again because a process died. */
  get id(): string {
    return this.execution.id;
  }

  failed(kind: ErrorKind): void {
    this.failure = kind;
  }

  /** Before the answer goes out, so that who has it gets the same one again. Never rejects. */
  async answered(reply: FastifyReply, payload: unknown): Promise<void> {
    const { statusCode: status } = reply;
    const isKept = this.failure === undefined ? status < 400 : KEPT.includes(this.failure);
    if (isKept) await this.settle(answerOf(reply, status, payload));
    else if (this.failure === undefined ? status < 500 : NOT_EXECUTED.includes(this.failure)) await this.forget();
    else await this.giveUp();
  }

  /** @param text all that was said; undefined when it was too much to be kept */
  async streamed(reply: FastifyReply, text: string | undefined): Promise<void> {
    await this.settle(
      text === undefined ? undefined : { status: 200, headers: headersToKeep(reply.raw.getHeaders()), body: text },
    );
  }

  /** The sender has left before all of the request was there. */
  forget(): Promise<void> {
    return this.end(() => this.requests.forget(this.execution));
  }

  giveUp(): Promise<void> {
    return this.end(() => this.requests.giveUp(this.execution));
  }

  private settle(answer: RecordedAnswer | undefined): Promise<void> {
    const digest = Buffer.isBuffer(this.body) ? this.body : this.body.finish();
    // Without all of its body it cannot be told from another.
    return digest ? this.end(() => this.requests.settle(this.execution, digest, answer)) : this.forget();
  }

  private async end(write: () => Promise<void>): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    await write();
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** While a request with an `Idempotency-Key` is executed. */
    once: OnceRun | undefined;
  }
}

/** Undefined for files, which are not kept. */
function answerOf(reply: FastifyReply, status: number, payload: unknown): RecordedAnswer | undefined {
  const headers = headersToKeep(reply.getHeaders());
  if (payload === undefined || payload === null) return { status, headers, body: null };
  return typeof payload === 'string' ? { status, headers, body: payload } : undefined;
}
