/**
 * Answers what came in, chat by chat: in order, and each message once. Whoever answers a chat has its lane; what a dead process
 * had is taken again when its lease lapses, and asked again under the same id, which finds the turn that there is.
 */
import { Injectable, Logger } from '@nestjs/common';
import type { Behaviors } from '#domain/bots';
import { JobQueue } from '#infra/queue';
import { AppError, after, Clock, type ErrorKind } from '#kernel';
import { ChannelAccounts, type ReadyChannel } from '../channel-accounts';
import { countUpdate } from '../channel-metrics';
import { answerChat } from '../jobs/answer-chat.job';
import { type LaneRun, LaneRuns, type Step } from '../lanes/lane-runs';
import { backoffMs } from '../lanes/lane-times';
import { ChannelTurns } from './channel-turns.service';
import type { UpdateOutcome, WaitingUpdate } from './inbound.types';
import { responseDelayMs } from './response-rule';
import { SessionChoice } from './session-choice.service';
import { UpdatesQueries } from './updates.queries';

/** Then a message is given up: about eight minutes of waits. */
const MAX_ATTEMPTS = 8;
/** Whoever tried it so often did not live to tell why. */
const CUT_OFF = 'Answering it was cut off several times.';
/** Another attempt may end otherwise. */
const MAY_PASS: readonly ErrorKind[] = ['unavailable', 'rate_limited', 'internal'];

@Injectable()
export class ChatAnswering {
  private readonly logger = new Logger(ChatAnswering.name);

  constructor(
    private readonly updates: UpdatesQueries,
    private readonly accounts: ChannelAccounts,
    private readonly turns: ChannelTurns,
    private readonly sessions: SessionChoice,
    private readonly lanes: LaneRuns,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Until nothing is left to do now; what is to be seen to later gets a job. Returns at once when another run does it. */
  async answer(channelId: string, chatId: string, stopping: AbortSignal): Promise<void> {
    const ready = await this.accounts.read(channelId);
    if (!ready) return;
    const lane = { teamId: ready.row.teamId, channelId, direction: 'inbound', name: chatId } as const;
    const left = await this.lanes.run(lane, stopping, {
      see: (run) => this.see(ready, chatId, run),
      hasWork: () => this.updates.hasWaiting(channelId, chatId),
    });
    if (!(left instanceof Date)) return;
    const delayMs = Math.max(0, left.getTime() - this.clock.nowMs());
    await this.jobs.enqueue(answerChat, { channelId, chatId, dueAtMs: left.getTime() }, { delayMs });
  }

  private async see(ready: ReadyChannel, chatId: string, run: LaneRun): Promise<Step> {
    const update = await this.updates.head(ready.row.id, chatId);
    if (!update) return 'empty';
    if (update.nextAttemptAt > this.clock.now()) return update.nextAttemptAt;
    if (update.attempts >= MAX_ATTEMPTS) return this.settle(ready, update, run, { state: 'failed', reason: CUT_OFF });
    try {
      return await this.attend(ready, update, run);
    } catch (error) {
      run.signal.throwIfAborted();
      return this.failed(ready, update, run, error);
    }
  }

  private async attend(ready: ReadyChannel, update: WaitingUpdate, run: LaneRun): Promise<Step> {
    const decision = await this.turns.decide(ready, update);
    if ('reason' in decision) return this.settle(ready, update, run, { state: 'ignored', ...decision });
    const { behaviors } = decision;
    const sessionKey = await this.sessions.keyFor(ready.row, update, behaviors);
    const answerAt = this.answerAt(update, behaviors);
    if (answerAt) {
      await this.updates.postpone(run.place, update.id, { at: answerAt, sessionKey });
      return answerAt;
    }
    if (!(await this.updates.begin(run.place, update.id, sessionKey))) return run.lookAgain();
    return this.settle(
      ready,
      update,
      run,
      await this.turns.ask(ready, { update, sessionKey, behaviors, signal: run.signal }),
    );
  }

  /** Seen for the first time, a message may have to wait, so that the bot does not seem to answer before it has read it. */
  private answerAt({ sessionKey }: WaitingUpdate, behaviors: Behaviors): Date | undefined {
    const delayMs = sessionKey === null ? responseDelayMs(behaviors, Math.random()) : 0;
    return delayMs === 0 ? undefined : after(this.clock.now(), delayMs);
  }

  private async settle(
    { row }: ReadyChannel,
    { id }: WaitingUpdate,
    run: LaneRun,
    outcome: UpdateOutcome,
  ): Promise<Step> {
    await this.updates.settle(run.place, id, outcome);
    countUpdate(row.type, outcome.state);
    return 'done';
  }

  private async failed(ready: ReadyChannel, update: WaitingUpdate, run: LaneRun, error: unknown): Promise<Step> {
    const attempts = update.attempts + 1;
    const mayPass = !(error instanceof AppError) || MAY_PASS.includes(error.kind);
    const reason = error instanceof AppError ? error.message : 'Something went wrong on our side.';
    const about = { channelId: ready.row.id, updateId: update.id, attempts, err: error };
    this.logger.warn({ message: 'A message from a channel could not be answered.', ...about });
    if (!mayPass || attempts >= MAX_ATTEMPTS) return this.settle(ready, update, run, { state: 'failed', reason });
    const at = after(this.clock.now(), Math.max(backoffMs(attempts), retryAfterMsOf(error)));
    await this.updates.postpone(run.place, update.id, { at, reason });
    countUpdate(ready.row.type, 'retried');
    return at;
  }
}

function retryAfterMsOf(error: unknown): number {
  return (error instanceof AppError && error.retryAfterMs) || 0;
}
