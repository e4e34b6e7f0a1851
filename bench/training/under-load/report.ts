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

export interface Measured {
  alone: Phase;
  idle: Phase;
  training: Phase;
  turns: Record<'idle' | 'training', TurnFigures>;
}

export function printReport(measured: Measured, all: Turns): void {
  console.log(`\n| | idle | in training | ratio |\n| --- | --- | --- | --- |`);
  printTurns(measured);
  printUsage(measured);
  printVerdict(measured);
  const { idle, training } = measured.turns;
  printSlowest(measured.training, all);
  for (const failure of [...idle.failures, ...training.failures].slice(0, 5)) console.log(`Failed: ${failure}`);
}

function printTurns({ turns: { idle, training } }: Measured): void {
  for (const name of ['p50', 'p95', 'p99', 'max'] as const) {
    const [before, during] = [idle[name], training[name]];
    printRow(`${name}, ms`, before.toFixed(1), during.toFixed(1), (during / before).toFixed(2));
  }
  printRow('sent too late, p99 ms', idle.lateP99.toFixed(1), training.lateP99.toFixed(1));
  printRow('turns', idle.count, training.count);
  printRow('failed', idle.failures.length, training.failures.length);
}

function printUsage({ idle, training, turns }: Measured): void {
  const perTurn = (part: keyof Usage) => [
    (idle.usage[part] / turns.idle.count).toFixed(2),
    (training.usage[part] / turns.training.count).toFixed(2),
  ];
  printRow('api, ms of CPU a turn', ...perTurn('apiMs'));
  printRow('api waited for a processor, ms a turn', ...perTurn('apiWaitedMs'));
  printRow('database, ms of CPU a turn', ...perTurn('databaseMs'));
  printRow('worker, s of CPU', seconds(idle.usage.workerMs), seconds(training.usage.workerMs));
  printRow('all else on the machine, CPUs', othersOf(idle), othersOf(training));
  printRow('event loop of the api, late at most, ms', idle.maxDelayMs.toFixed(0), training.maxDelayMs.toFixed(0));
}

function printVerdict({ alone, training, turns }: Measured): void {
  const [before, during] = [alone, training].map(
    ({ sessionMs, usage }) => `${seconds(sessionMs)} s (${seconds(usage.workerMs)} of the worker's CPU)`,
  );
  console.log(`\nThe session took ${during} under load, ${before} alone.`);
  const ratio = turns.training.p99 / turns.idle.p99;
  console.log(`p99 in training is ${ratio.toFixed(2)} times idle's; wanted: <= ${WANTED_RATIO}.`);
}

function printSlowest({ fromMs, toMs }: Phase, all: Turns): void {
  const slowest = all.between(fromMs, toMs).toSorted((a, b) => b.latencyMs - a.latencyMs);
  const told = slowest
    .slice(0, SLOWEST)
    .map(({ atMs, latencyMs }) => `${latencyMs.toFixed(0)} ms at ${seconds(atMs - fromMs)} s`);
  console.log(`The slowest turns in training: ${told.join(', ')}.`);
}

/** How many processors everything else kept busy; the load generator and Redis among it. */
function othersOf({ usage, fromMs, toMs }: Phase): string {
  return ((usage.machineMs - usage.apiMs - usage.workerMs - usage.databaseMs) / (toMs - fromMs)).toFixed(2);
}

function printRow(...cells: (string | number)[]): void {
  console.log(`| ${[...cells, ...Array(4 - cells.length).fill('')].join(' | ')} |`);
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(1);
}
