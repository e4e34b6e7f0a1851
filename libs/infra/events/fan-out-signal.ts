import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { JobQueue } from '#infra/queue';
import { fanOut } from './jobs/fan-out.job';

/**
 * Tells the fan-out that there are rows. Where it runs in this process, it is called; that costs nothing. Else a job
 * carries the word, one at a time and not too often: what comes meanwhile is carried by the next.
 */
/** A job costs as much as a third of a chat turn, and the fan-out takes a hundred events at a time anyway. */
const LEAST_GAP_MS = 50;

@Injectable()
export class FanOutSignal {
  private readonly logger = new Logger(FanOutSignal.name);
  private listener: (() => void) | undefined;
  private isSending = false;
  private isMore = false;

  constructor(private readonly jobs: JobQueue) {}

  /** Binds the fan-out of this process; undefined unbinds it. */
  bind(listener: (() => void) | undefined): void {
    this.listener = listener;
  }

  send(): void {
    if (this.listener) this.listener();
    else if (this.isSending) this.isMore = true;
    else void this.sendJob();
  }

  private async sendJob(): Promise<void> {
    this.isSending = true;
    try {
      do {
        this.isMore = false;
        await this.jobs.enqueue(fanOut, {});
        await delay(LEAST_GAP_MS, undefined, { ref: false });
      } while (this.isMore);
    } catch (error) {
      this.logger.warn({ message: 'The fan-out could not be told; it will find the events by itself.', err: error });
    } finally {
      this.isSending = false;
    }
  }
}
