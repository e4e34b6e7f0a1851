import { Injectable } from '@nestjs/common';
import { Notices } from '#infra/notices';
import { type Actor, isUuid, SECOND_MS } from '#kernel';
import { agentErrors } from '../agents.errors';
import { executionChanged } from '../agents.notices';
import { ExecutionsQueries } from './executions.queries';
import type { AgentProgress, ExecutionStatus } from './executions.types';

/** How late a follower learns what no notice told: rare, since all processes are told at once. */
const POLL_MS = 3 * SECOND_MS;

/**
 * Executions as they happen. Everything is read from storage, in the order of changes, so that a follower who comes back with
 * the last sequence misses nothing; notices only say when to look.
 */
@Injectable()
export class ExecutionFeed {
  private readonly followers = new Map<string, Set<() => void>>();

  constructor(
    private readonly queries: ExecutionsQueries,
    notices: Notices,
  ) {
    notices.on(executionChanged, ({ executionId }) => this.wake(executionId));
    notices.onGap(() => {
      for (const executionId of this.followers.keys()) this.wake(executionId);
    });
  }

  async *follow(
    { teamId }: Actor,
    executionId: string,
    afterSequence: number,
    signal: AbortSignal,
  ): AsyncGenerator<AgentProgress> {
    if (!isUuid(executionId)) throw agentErrors.execution_not_found();
    const bell = new Bell(signal);
    const leave = this.add(executionId, () => bell.ring());
    let after = afterSequence;
    let told: ExecutionStatus | undefined;
    try {
      for (;;) {
        // Before the steps: what it says of the end is then true of them.
        const found = await this.queries.changed(teamId, executionId);
        if (!found) {
          if (told === undefined) throw agentErrors.execution_not_found();
          return;
        }
        const { revision, ...execution } = found;
        for (const { revision: sequence, ...step } of await this.queries.stepsAfter(executionId, after)) {
          after = Math.max(after, sequence);
          yield { type: 'step', sequence, step };
        }
        after = Math.max(after, revision);
        if (execution.status !== told) yield { type: 'status', sequence: after, execution };
        told = execution.status;
        if (execution.completedAt !== null || signal.aborted) return;
        await bell.next();
        if (signal.aborted) return;
      }
    } finally {
      leave();
    }
  }

  private add(executionId: string, wake: () => void): () => void {
    const wakes = this.followers.get(executionId) ?? new Set();
    this.followers.set(executionId, wakes.add(wake));
    return () => {
      wakes.delete(wake);
      if (wakes.size === 0) this.followers.delete(executionId);
    };
  }

  private wake(executionId: string): void {
    for (const wake of this.followers.get(executionId) ?? []) wake();
  }
}

/** Rings when something has changed, when the reader has left, and now and then. What rings while nobody waits is not lost. */
class Bell {
  private hasRung = false;
  private answer: () => void = () => undefined;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.ring(), { once: true });
  }

  ring(): void {
    this.hasRung = true;
    this.answer();
  }

  async next(): Promise<void> {
    if (!this.hasRung && !this.signal.aborted) {
      const timer = setTimeout(() => this.ring(), POLL_MS);
      await new Promise<void>((resolve) => {
        this.answer = resolve;
      });
      clearTimeout(timer);
    }
    this.hasRung = false;
    this.answer = () => undefined;
  }
}
