/** What turns took in both phases, beside what the processes used. */
import type { Usage } from './installation';
import type { TurnFigures, Turns } from './turns';

export interface Phase {
  fromMs: number;
  toMs: number;
  /** Of the training in it; 0 without one. */
  sessionMs: number;
  usage: Usage;
  /** How late the event loop of the api was at most. */
  maxDelayMs: number;
}

/** Wanted of p99 in training, in idle's. */
const WANTED_RATIO = 1.5;
const SLOWEST = 8;

type Figures = Record<'idle' | 'training', TurnFigures>;

export function printReport(phases: Record<'alone' | 'idle' | 'training', Phase>, turns: Figures, all: Turns): void {
  const { alone, idle, training } = phases;
  console.log(`\n| | idle | in training | ratio |\n| --- | --- | --- | --- |`);
  for (const name of ['p50', 'p95', 'p99', 'max'] as const) {
    const [before, during] = [turns.idle[name], turns.training[name]];
    printRow(`${name}, ms`, before.toFixed(1), during.toFixed(1), (during / before).toFixed(2));
  }
  printRow('sent too late, p99 ms', turns.idle.lateP99.toFixed(1), turns.training.lateP99.toFixed(1));
  printRow('turns', turns.idle.count, turns.training.count);
  printRow('failed', turns.idle.failures.length, turns.training.failures.length);
  for (const part of ['apiMs', 'databaseMs'] as const) {
    const perTurn = (phase: Phase, { count }: TurnFigures) => (phase.usage[part] / count).toFixed(2);
    printRow(
      `${part.replace('Ms', '')}, ms of CPU a turn`,
      perTurn(idle, turns.idle),
      perTurn(training, turns.training),
    );
  }
  printRow('worker, s of CPU', seconds(idle.usage.workerMs), seconds(training.usage.workerMs));
  printRow('event loop of the api, late at most, ms', idle.maxDelayMs.toFixed(0), training.maxDelayMs.toFixed(0));
  const sessions = [alone, training].map(
    ({ sessionMs, usage }) => `${seconds(sessionMs)} s (${seconds(usage.workerMs)} of CPU)`,
  );
  console.log(`\nThe session took ${sessions[1]} under load, ${sessions[0]} alone.`);
  const ratio = turns.training.p99 / turns.idle.p99;
  console.log(`p99 in training is ${ratio.toFixed(2)} times idle's; wanted: <= ${WANTED_RATIO}.`);
  const slowest = all.between(training.fromMs, training.toMs).toSorted((a, b) => b.latencyMs - a.latencyMs);
  const told = slowest
    .slice(0, SLOWEST)
    .map(({ atMs, latencyMs }) => `${latencyMs.toFixed(0)} ms at ${seconds(atMs - training.fromMs)} s`);
  console.log(`The slowest turns in training: ${told.join(', ')}.`);
  for (const failure of [...turns.idle.failures, ...turns.training.failures].slice(0, 5))
    console.log(`Failed: ${failure}`);
}

function printRow(...cells: (string | number)[]): void {
  console.log(`| ${[...cells, ...Array(4 - cells.length).fill('')].join(' | ')} |`);
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
