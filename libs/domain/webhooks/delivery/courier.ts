/**
 * Sends what is due of one webhook. A run turns around one question, asked again whenever something has ended: what can be
 * begun now? Sending goes on while the next deliveries are claimed and the last ones are recorded, so that neither the slowest
 * receiver of a batch nor the database leaves the window empty.
 *
 * A run comes to an end when nothing more is due, when its time is over (others wait for the place), when the webhook is
 * to be left alone, when the process stops, or when the database fails. It then sends nothing more, gives back what it has
 * not begun, and records what is under way.
 */

import { Logger } from '@nestjs/common';
import { defineDeadline } from '#infra/deadlines';
import { type Clock, MINUTE_MS, SECOND_MS } from '#kernel';
import type { Exchange } from '../webhooks.types';
import type { DeliveryQueries } from './delivery.queries';
import type { ClaimedDelivery, EndedAttempt } from './delivery.types';
import type { DeliveryOutcomes } from './delivery-outcomes.service';
import type { DeliverySender } from './delivery-sender';
import { longestWaitMs } from './retry-plan';
import { SendWindow } from './send-window';
import type { Target, Targets } from './targets.service';
import { wantsToBeLeftAlone } from './webhook-condition';

/** Then it is the turn of other webhooks. */
const RUN_MS = 20 * SECOND_MS;
/** A run in which nothing was delivered by then: others are better served meanwhile. */
const VAIN_RUN_MS = 5 * SECOND_MS;

/** How long others leave alone what a courier has claimed; of receivers that have long for their answer, longer. */
const LEASE_MS = 30 * SECOND_MS;
/** Between the latest end of a request and the end of its lease: for the recording. */
const LEASE_MARGIN_MS = 15 * SECOND_MS;
/** With receivers that have a minute. */
const LONGEST_LEASE_MS = 3 * MINUTE_MS + LEASE_MARGIN_MS;

const pending = { table: 'webhook_delivery', column: 'next_attempt_at' };
defineDeadline({ ...pending, where: "state = 'pending' and claimed_at is not null", longestMs: LONGEST_LEASE_MS });
defineDeadline({
  ...pending,
  where: "state = 'pending' and failures = 0 and claimed_at is null",
  longestMs: ({ webhooks: { retryScheduleMs } }) => LONGEST_LEASE_MS + (retryScheduleMs[0] ?? 0),
});

defineDeadline({
  ...pending,
  where: "state = 'pending' and failures > 0 and claimed_at is null",
  longestMs: ({ webhooks: { retryScheduleMs } }) => longestWaitMs(retryScheduleMs),
});

/** Outcomes are recorded when there are so many, when the first of them has waited so long, or when nothing else is to be done. */
const RECORD_BATCH = 50;
const RECORD_WAIT_MS = 100;

export interface CourierTools {
  queries: DeliveryQueries;
  targets: Targets;
  sender: DeliverySender;
  outcomes: DeliveryOutcomes;
  clock: Clock;
  /** Whether the process is about to end. */
  isStopping: () => boolean;
}

type Work = 'claim' | 'record' | 'release';

export class Courier {
  private readonly logger = new Logger(Courier.name);
  private readonly startedMs: number;
  private readonly leaseMs: number;
  private target: Target | undefined;
  private window: SendWindow | undefined;
  /** Claimed, and not begun. */
  private waiting: ClaimedDelivery[] = [];
  private underWay = 0;
  private ended: EndedAttempt[] = [];
  private isRecordDue = false;
  private recordTimer: NodeJS.Timeout | undefined;
  /** What is being done with the database. */
  private readonly works = new Set<Work>();
  private mayMoreBeDue = true;
  private hasDelivered = false;
  private isClosing = false;
  private failure: { error: unknown } | undefined;
  private change = Promise.withResolvers<void>();

  constructor(
    private readonly webhookId: string,
    private readonly tools: CourierTools,
    /** Ends requests that are under way. */
    private readonly signal: AbortSignal,
  ) {
    this.startedMs = tools.clock.monotonicMs();
    this.leaseMs = Math.max(LEASE_MS, 3 * tools.sender.timeoutMs + LEASE_MARGIN_MS);
  }

  /** There may be more than it has seen. */
  more(): void {
    this.mayMoreBeDue = true;
    this.changed();
  }

  /** @throws what went wrong with the database, when all that was under way has ended */
  async run(): Promise<void> {
    const changed = () => this.changed();
    this.signal.addEventListener('abort', changed);
    try {
      while (this.begin()) {
        await this.change.promise;
        this.change = Promise.withResolvers<void>();
      }
    } finally {
      this.signal.removeEventListener('abort', changed);
      clearTimeout(this.recordTimer);
    }
    if (this.failure) throw this.failure.error;
  }

  /** Begins whatever can be begun; false when there is nothing left to wait for. */
  private begin(): boolean {
    this.isClosing ||= this.mustClose();
    if (this.isClosing) this.releaseWaiting();
    else this.beginSending();
    if (this.mayClaim()) this.begun('claim', this.claim());
    if (this.mayRecord()) this.begun('record', this.record());
    return this.underWay + this.works.size + this.ended.length > 0;
  }

  private mustClose(): boolean {
    if (this.signal.aborted || this.tools.isStopping()) return true;
    const { clock } = this.tools;
    const runMs = this.hasDelivered || this.window === undefined ? RUN_MS : VAIN_RUN_MS;
    return clock.monotonicMs() - this.startedMs >= runMs || this.isLate(this.waiting[0], clock.nowMs());
  }

  /** What waited for too long to be sent and recorded within its lease goes back; so does what was claimed after it. */
  private isLate(delivery: ClaimedDelivery | undefined, nowMs: number): boolean {
    if (delivery === undefined) return false;
    return nowMs + this.tools.sender.timeoutMs + LEASE_MARGIN_MS > delivery.claimedAt.getTime() + this.leaseMs;
  }

  private beginSending(): void {
    const { target, window } = this;
    if (!target || !window) return;
    while (this.waiting.length > 0 && this.underWay < window.size) {
      const delivery = this.waiting.shift()!;
      this.underWay += 1;
      void this.send(target, window, delivery);
    }
  }

  private async send({ url, secrets }: Target, window: SendWindow, delivery: ClaimedDelivery): Promise<void> {
    const { id: deliveryId, event, body } = delivery;
    try {
      const exchange = await this.tools.sender.send({ deliveryId, event, body, url, secrets }, this.signal);
      this.heed(exchange, window);
      this.ended.push({ delivery, exchange });
    } catch {
      this.ended.push({ delivery, exchange: undefined });
    }
    this.underWay -= 1;
    this.recordTimer ??= setTimeout(() => {
      this.isRecordDue = true;
      this.changed();
    }, RECORD_WAIT_MS);
    this.changed();
  }

  private heed(exchange: Exchange, window: SendWindow): void {
    if (exchange.outcome === 'delivered') {
      this.hasDelivered = true;
      window.noteSuccess(exchange.durationMs);
    } else window.noteFailure(exchange.durationMs);
    if (wantsToBeLeftAlone(exchange)) this.isClosing = true;
  }

  /** A window of them waits while one is under way, so that it need not; a receiver that fails is sent one by one. */
  private mayClaim(): boolean {
    if (this.isClosing || !this.mayMoreBeDue || this.works.has('claim')) return false;
    const size = this.window?.size ?? 1;
    return this.waiting.length + this.underWay < (size === 1 ? 1 : 2 * size);
  }

  private async claim(): Promise<void> {
    this.mayMoreBeDue = false;
    const { targets, queries, sender, clock } = this.tools;
    const target = await targets.find(this.webhookId, this.target);
    if (target === undefined) {
      this.isClosing = true;
      return;
    }
    this.target = target;
    this.window ??= new SendWindow(sender.timeoutMs / 2, target.failingSince !== null);
    const now = clock.now();
    const leaseUntil = new Date(now.getTime() + this.leaseMs);
    const limit = this.window.claimSize;
    const claimed = await queries.claim({ webhookId: this.webhookId, now, leaseUntil, limit });
    this.waiting.push(...claimed);
    if (claimed.length === limit) this.mayMoreBeDue = true;
  }

  private mayRecord(): boolean {
    if (this.ended.length === 0 || this.works.has('record')) return false;
    const isQuiet = this.underWay === 0 && this.waiting.length === 0 && !this.works.has('claim');
    return isQuiet || this.isRecordDue || this.isClosing || this.ended.length >= RECORD_BATCH;
  }

  private async record(): Promise<void> {
    const ended = this.ended.splice(0);
    clearTimeout(this.recordTimer);
    this.recordTimer = undefined;
    this.isRecordDue = false;
    const condition = await this.tools.outcomes.record(this.target!, ended);
    Object.assign(this.target!, condition);
  }

  private releaseWaiting(): void {
    if (this.waiting.length === 0 || this.works.has('release')) return;
    this.begun('release', this.tools.queries.release(this.waiting.splice(0)));
  }

  private begun(work: Work, doing: Promise<void>): void {
    this.works.add(work);
    const end = () => {
      this.works.delete(work);
      this.changed();
    };
    doing.then(end, (error: unknown) => {
      this.fail(error);
      end();
    });
  }

  private fail(error: unknown): void {
    if (this.failure) this.logger.warn({ message: 'Deliveries met a further failure.', err: error });
    this.failure ??= { error };
    this.isClosing = true;
  }

  private changed(): void {
    this.change.resolve();
  }
}
