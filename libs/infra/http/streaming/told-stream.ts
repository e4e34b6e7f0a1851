import { once } from 'node:events';
import type { FastifyReply } from 'fastify';
import { MAX_ANSWER_BYTES } from '#infra/idempotency';
import '../failures/fastify-instance';
import '../once/once-run';
import { interruptible } from './interruptible';
import { closing } from './taken-over';

/** What a reader is told piece by piece; kept, too, when they named an `Idempotency-Key`. */
export class ToldStream {
  /** Aborts when the reader leaves. */
  readonly left: AbortSignal;
  private readonly orLeft: ReturnType<typeof interruptible>;
  private readonly run;
  private kept: string[] | undefined;
  private keptBytes = 0;
  private hasFailed = false;

  constructor(private readonly reply: FastifyReply) {
    this.left = closing(reply.raw);
    this.orLeft = interruptible(this.left);
    this.run = reply.request.once;
    this.kept = this.run && [];
  }

  get outlivesReader(): boolean {
    return this.run !== undefined;
  }

  /** Something to wait for when the reader is slower than we are. */
  write(text: string): Promise<unknown> | undefined {
    this.keep(text);
    const { raw } = this.reply;
    return raw.destroyed || raw.write(text) ? undefined : this.orLeft(once(raw, 'drain'));
  }

  /** A sign of life, for who waits. */
  beat(text: string): void {
    const { raw } = this.reply;
    if (!raw.destroyed && !raw.writableNeedDrain) raw.write(text);
  }

  wordFailure(error: unknown): unknown {
    return this.reply.server.wordFailure(error, this.reply.request).body;
  }

  /** The last words of a stream that has failed. */
  fail(text: string): void {
    this.hasFailed = true;
    if (!this.reply.raw.destroyed) this.reply.raw.write(text);
  }

  async end(isWhole: boolean): Promise<void> {
    if (this.run && isWhole && !this.hasFailed) await this.run.streamed(this.reply, this.kept?.join(''));
    else await this.run?.giveUp();
    this.reply.raw.end();
  }

  private keep(text: string): void {
    if (!this.kept) return;
    this.keptBytes += Buffer.byteLength(text);
    if (this.keptBytes > MAX_ANSWER_BYTES) this.kept = undefined;
    else this.kept.push(text);
  }
}
