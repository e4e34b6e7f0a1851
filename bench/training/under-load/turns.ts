/** The turns that a bot is asked while something else goes on. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { quantile } from '../figures';
import type { LoopOrder, TurnSample } from './open-loop.types';

export interface TurnFigures {
  count: number;
  failures: string[];
  p50: number;
  p95: number;
  p99: number;
  max: number;
  /** Of the generator's own lateness, which is part of the others. */
  lateP99: number;
}

export class Turns {
  private readonly samples: TurnSample[] = [];
  private readonly child: ChildProcess;

  constructor(order: LoopOrder) {
    this.child = fork(path.join(__dirname, 'open-loop.js'));
    this.child.on('message', (sample: TurnSample) => this.samples.push(sample));
    this.child.send(order);
  }

  /** Those that were due in between, by `Date.now()`. Answers that are still to come are not among them. */
  between(fromMs: number, toMs: number): TurnSample[] {
    return this.samples.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
  }

  async stop(): Promise<void> {
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    await exited;
  }
}

export function figuresOf(samples: readonly TurnSample[]): TurnFigures {
  const latenciesMs = samples.map(({ latencyMs }) => latencyMs);
  return {
    count: samples.length,
    failures: samples.flatMap(({ failure }) => failure ?? []),
    p50: quantile(latenciesMs, 0.5),
    p95: quantile(latenciesMs, 0.95),
    p99: quantile(latenciesMs, 0.99),
    max: Math.max(...latenciesMs),
    lateP99: quantile(
      samples.map(({ lateMs }) => lateMs),
      0.99,
    ),
  };
}
