import { Injectable, Logger } from '@nestjs/common';
import { AppError, after, Clock, SECOND_MS } from '#kernel';
import type { ReadyChannel } from '../channel-accounts';
import { ChannelStates } from '../channel-states.service';
import { ChannelsQueries } from '../channels.queries';
import type { LaneRun, Step } from '../lanes/lane-runs';
import { backoffMs } from '../lanes/lane-times';
import { RATE_LIMITED, REVOKED } from '../transport-failures';
import { MessagesQueries } from './messages.queries';
import type { WaitingMessage } from './outbound.types';

/** Then a message is given up: about a quarter of an hour of waits. What is said later than that confuses more than it helps. */
const MAX_FAILURES = 10;
/** Of platforms that do not say how long. */
const USUAL_HOLD_MS = 5 * SECOND_MS;

/** What a failure to send means: for the message, for the chat, or for the whole channel. */
@Injectable()
export class SendFailures {
  private readonly logger = new Logger(SendFailures.name);

  constructor(
    private readonly messages: MessagesQueries,
    private readonly channels: ChannelsQueries,
    private readonly states: ChannelStates,
    private readonly clock: Clock,
  ) {}

  /** @throws what was not the platform's fault, such as a database that is away */
  async take(ready: ReadyChannel, message: WaitingMessage, run: LaneRun, error: unknown): Promise<Step> {
    if (!(error instanceof AppError) || !error.code.startsWith('channel_transport.')) throw error;
    const about = { channelId: ready.row.id, messageId: message.id, code: error.code };
    this.logger.warn({ message: 'A message could not be sent through a channel.', ...about });
    if (error.code === RATE_LIMITED) return this.hold(ready, message, run, error);
    if (error.code === REVOKED) return this.disconnect(ready, message, run, error);
    if (error.kind === 'unavailable') return this.retry(message, run, error);
    await this.messages.settle(run.place, message.id, 'failed', error.message);
    return 'done';
  }

  /** The platform means the whole bot. */
  private async hold({ row }: ReadyChannel, { id }: WaitingMessage, run: LaneRun, error: AppError): Promise<Step> {
    const until = after(this.clock.now(), error.retryAfterMs ?? USUAL_HOLD_MS);
    await this.channels.hold(row.id, until, error.message);
    await this.messages.postpone(run.place, id, { at: until, error: error.message, isKnown: true, isFailure: false });
    return until;
  }

  /** It waits until the channel is connected again. */
  private async disconnect(
    { row }: ReadyChannel,
    { id }: WaitingMessage,
    run: LaneRun,
    error: AppError,
  ): Promise<Step> {
    const at = this.clock.now();
    await this.messages.postpone(run.place, id, { at, error: error.message, isKnown: true, isFailure: false });
    await this.channels.noteError(row.id, error.message);
    await this.states.disconnected(row.id, error.message);
    return 'blocked';
  }

  private async retry({ id, failures }: WaitingMessage, run: LaneRun, error: AppError): Promise<Step> {
    if (failures + 1 >= MAX_FAILURES) {
      await this.messages.settle(run.place, id, 'failed', error.message);
      return 'done';
    }
    const waitMs = Math.max(backoffMs(failures + 1), error.retryAfterMs ?? 0);
    const at = after(this.clock.now(), waitMs);
    // It may have arrived all the same.
    await this.messages.postpone(run.place, id, { at, error: error.message, isKnown: false, isFailure: true });
    return at;
  }
}
