/**
 * Gives platforms what was said: the messages of a conversation one after the other, and of each its parts. A part is noted
 * before it is sent and when it was, so that nothing is sent twice, except where a process dies, or the database stays away,
 * between the two: nobody can know then whether it arrived, and a part that comes twice is better than one that never does.
 * The log counts those (`doubtfulParts`).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '#infra/config';
import { JobQueue } from '#infra/queue';
import { AppError, Clock } from '#kernel';
import type { OutboundMessage, PreparedPart } from '#providers/channel-transport';
import { ChannelAccounts, type ReadyChannel } from '../channel-accounts';
import { countPart } from '../channel-metrics';
import { sendMessages } from '../jobs/send-messages.job';
import { type LaneRun, LaneRuns, type Step } from '../lanes/lane-runs';
import { reasonOf } from '../transport-failures';
import { MessagesQueries } from './messages.queries';
import type { MessageWords, WaitingMessage } from './outbound.types';
import { SendFailures } from './send-failures.service';

/** Waits between tries to note what was sent, while a lease lasts. */
const RECORD_WAITS_MS = [100, 400, 1_500, 4_000];

@Injectable()
export class MessageSending {
  private readonly logger = new Logger(MessageSending.name);

  constructor(
    private readonly queries: MessagesQueries,
    private readonly accounts: ChannelAccounts,
    private readonly failures: SendFailures,
    private readonly lanes: LaneRuns,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Until nothing is left to send now; what waits for a time gets a job. Returns at once when another run does it. */
  async send(channelId: string, conversationId: string, stopping: AbortSignal): Promise<void> {
    const ready = this.config.channels.isLive ? await this.accounts.read(channelId) : undefined;
    if (!ready) return;
    const lane = { teamId: ready.row.teamId, channelId, direction: 'outbound', name: conversationId } as const;
    const left = await this.lanes.run(lane, stopping, {
      see: (run) => this.see(channelId, conversationId, run),
      hasWork: () => this.queries.hasWaiting(channelId, conversationId),
    });
    if (!(left instanceof Date)) return;
    const delayMs = Math.max(0, left.getTime() - this.clock.nowMs());
    await this.jobs.enqueue(sendMessages, { channelId, conversationId, dueAtMs: left.getTime() }, { delayMs });
  }

  private async see(channelId: string, conversationId: string, run: LaneRun): Promise<Step> {
    const message = await this.queries.head(channelId, conversationId);
    if (!message) return 'empty';
    const ready = await this.accounts.read(channelId);
    if (!ready || ready.row.status === 'disconnected') return 'blocked';
    const waitsUntil = latest(message.nextAttemptAt, ready.row.heldUntil);
    if (waitsUntil > this.clock.now()) return waitsUntil;
    const parts = message.parts ?? (await this.prepared(ready, message, run));
    if (parts === undefined) return 'empty';
    return this.sendParts(ready, message, parts, run);
  }

  /** Kept, so that the parts that are left fit to those that were sent, whatever becomes of the rules. Undefined: it was deleted. */
  private async prepared({ transport }: ReadyChannel, message: WaitingMessage, run: LaneRun) {
    const words = await this.queries.words(message.id);
    if (!words) return undefined;
    const parts = transport.prepare(outboundOf(message, words));
    await this.queries.prepare(run.place, message.id, parts);
    return parts;
  }

  private async sendParts(
    ready: ReadyChannel,
    message: WaitingMessage,
    parts: readonly PreparedPart[],
    run: LaneRun,
  ): Promise<Step> {
    for (const [index, part] of parts.entries()) {
      if (index < message.sentParts) continue;
      run.signal.throwIfAborted();
      if (!(await this.queries.begin(run.place, message.id, index))) return run.lookAgain();
      try {
        // It is not cut short when the process is to stop: the platform may have taken it already.
        const { platformMessageId } = await ready.transport.send(ready.account, part);
        countPart(ready.row.type, 'sent');
        await this.record(message.id, index, platformMessageId);
      } catch (error) {
        if (error instanceof AppError) countPart(ready.row.type, reasonOf(error));
        return this.failures.take(ready, message, run, error);
      }
    }
    await this.queries.settle(run.place, message.id, 'sent', null);
    return 'done';
  }

  private async record(id: string, part: number, platformMessageId: string): Promise<void> {
    for (const waitMs of RECORD_WAITS_MS) {
      try {
        return await this.queries.sent(id, part, platformMessageId);
      } catch (error) {
        this.logger.warn({
          message: 'What was sent could not be noted; it is tried again.',
          messageId: id,
          err: error,
        });
        await sleep(waitMs);
      }
    }
    await this.queries.sent(id, part, platformMessageId);
  }
}

function outboundOf({ id, chatId, threadId, replyTo }: WaitingMessage, words: MessageWords): OutboundMessage {
  return {
    id,
    chatId,
    markdown: words.content,
    ...(threadId === null ? {} : { threadId }),
    ...(replyTo === null ? {} : { replyTo }),
    ...(words.attachments === null ? {} : { attachments: words.attachments }),
  };
}

function latest(time: Date, other: Date | null): Date {
  return other !== null && other > time ? other : time;
}
