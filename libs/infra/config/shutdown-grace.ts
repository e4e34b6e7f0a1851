import { Injectable } from '@nestjs/common';
import { Config } from './config';

/**
 * The one deadline of an orderly end: requests, jobs and replies share it, since the orchestrator waits only once. It
 * runs from the first question. Real time, because what it is measured against is the patience of an orchestrator.
 */
@Injectable()
export class ShutdownGrace {
  private readonly graceMs: number;
  private deadlineMs: number | undefined;

  constructor({ shutdown }: Config) {
    this.graceMs = shutdown.graceMs;
  }

  get hasBegun(): boolean {
    return this.deadlineMs !== undefined;
  }

  begin(): void {
    this.deadlineMs ??= performance.now() + this.graceMs;
  }

  /** At least 0. */
  remainingMs(): number {
    this.begin();
    return Math.max(0, (this.deadlineMs ?? 0) - performance.now());
  }
}
