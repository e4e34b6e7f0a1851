/**
 * Turns requests away while the process has more to do than it can, so that those that are let in are answered in time and
 * nothing queues up without an end. Three bounds: requests that run, how late the event loop is, and how long calls wait for
 * a connection to the database. What is turned away gets 503 at once, before anything is looked up.
 */
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit, Optional } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '#infra/config';
import { PoolQueue } from '#infra/database';
import { defineCounter, defineGauge } from '#infra/metrics';
import { AppError, SECOND_MS } from '#kernel';
import { EventLoop } from './event-loop';
import { RunningRequests } from './running-requests';
import { LOOK_MS, Shedding } from './shedding';

const running = defineGauge({
  name: 'http_requests_running',
  help: 'Requests whose answer has not ended; of streams, those without a first frame.',
});
const loopDelay = defineGauge({
  name: 'event_loop_lateness_seconds',
  help: 'How late the process gets to what it should do, smoothed over a second.',
});
const shed = defineCounter({
  name: 'http_requests_shed_total',
  help: 'Requests that were turned away with 503, because the process had too much to do.',
  labels: ['reason'],
});

/** With fewer requests under way it is not they that keep the process busy, and turning some away helps nobody. */
const FEW_REQUESTS = 64;
/** A late event loop that is idle in between was held up by one thing, not by too many. */
const BUSY = 0.9;

export const OVERLOADED = 'http.overloaded';
const MESSAGE = 'The server has too much to do at the moment. Try again in some seconds.';
/** Different ones, so that those who were turned away together do not come back together. Made once: nothing is cheaper. */
const REFUSALS = [1, 2, 3].map(
  (seconds) => new AppError(OVERLOADED, 'unavailable', MESSAGE, { retryAfterMs: seconds * SECOND_MS }),
);

type Reason = 'requests' | 'busy';

@Injectable()
export class OverloadGuard implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Http');
  private readonly requests = new RunningRequests();
  private readonly shedding = new Shedding();
  private readonly loop = new EventLoop(LOOK_MS);
  private readonly limits: Config['http']['overload'];
  private readonly ends: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  private turnedAway = 0;
  private isTold = false;

  constructor(
    config: Config,
    @Optional() private readonly pool?: PoolQueue,
  ) {
    this.limits = config.http.overload;
  }

  onModuleInit(): void {
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
    this.ends.push(running.readFrom(() => [[this.requests.count]]));
    this.ends.push(loopDelay.readFrom(() => [[this.loop.delayMs / SECOND_MS]]));
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    for (const end of this.ends) end();
  }

  /** The error of a request that is not let in; undefined counts it until its answer has ended. */
  refusal(request: FastifyRequest, reply: FastifyReply): AppError | undefined {
    const reason = request.dialect.isVital?.(request.head) ? undefined : this.reason();
    if (reason === undefined) {
      this.requests.begin(reply.raw);
      return undefined;
    }
    shed.with(reason).add();
    this.turnedAway += 1;
    return REFUSALS[this.turnedAway % REFUSALS.length];
  }

  private reason(): Reason | undefined {
    if (this.requests.count >= this.limits.maxRequests) return 'requests';
    return this.shedding.part > 0 && this.shedding.turnsAway() ? 'busy' : undefined;
  }

  private look(): void {
    this.loop.look();
    this.pool?.look();
    this.shedding.look(this.requests.count < FEW_REQUESTS ? 0 : this.pressure());
    this.tell();
  }

  private pressure(): number {
    const { maxLoopDelayMs, maxDatabaseWaitMs } = this.limits;
    const late = this.loop.utilization < BUSY ? 0 : this.loop.delayMs / maxLoopDelayMs;
    return Math.max(late, (this.pool?.waitMs ?? 0) / maxDatabaseWaitMs);
  }

  /** Once when it begins and once when it is over: each request would cost more to write down than to turn away. */
  private tell(): void {
    const isShedding = this.shedding.part > 0 || this.requests.count >= this.limits.maxRequests;
    if (this.turnedAway > 0 && isShedding && !this.isTold) {
      this.isTold = true;
      const loopDelayMs = Math.round(this.loop.delayMs);
      const databaseWaitMs = Math.round(this.pool?.waitMs ?? 0);
      const about = { running: this.requests.count, loopDelayMs, databaseWaitMs };
      this.logger.warn({ message: 'Too much to do: requests are turned away.', ...about });
    } else if (this.isTold && !isShedding) {
      this.isTold = false;
      this.logger.log({ message: 'Requests are let in again.', turnedAway: this.turnedAway });
      this.turnedAway = 0;
    }
  }
}
