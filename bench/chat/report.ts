/** The figures as a Markdown table, and what they come to beside what was wanted. */
import os from 'node:os';
import type { LoadResult } from './load.types';
import type { Mode } from './targets';

export interface Row {
  target: string;
  mode: Mode;
  concurrency: number;
  latencyMs: number;
  result: LoadResult;
  /** CPU per turn of the processes that answer, of those in the background, of PostgreSQL's for this database. */
  appMs: number;
  backgroundMs: number;
  databaseMs: number;
}

const WANTED_CONCURRENCY = 16;
const HEAD = [
  'target',
  'mode',
  'c',
  'turns/s',
  'app CPU ms/turn',
  'worker CPU',
  'PostgreSQL CPU',
  'p50 ms',
  'p95',
  'p99',
  'first token p50',
  'p95',
  'over LLM p50',
  'failed',
];

export class Report {
  private readonly rows: Row[] = [];
  private readonly clientCosts = new Map<Mode, number>();

  printHeading(latencyMs: number, database: { isDurable: boolean } | undefined): void {
    const engine = database ? `PostgreSQL, ${database.isDurable ? 'durable' : 'NOT durable'}` : 'embedded database';
    const jobs = process.env.REDIS_URL ? 'Redis' : 'PostgreSQL';
    const [load] = os.loadavg();
    const machine = `${os.availableParallelism()} cores, load ${load?.toFixed(1)}`;
    console.log(`\nLLM answers after ${latencyMs} ms; ${engine}; jobs and limits on ${jobs}; ${machine}\n`);
    console.log(line(HEAD));
    console.log(line(HEAD.map(() => '---')));
  }

  addClientCost(mode: Mode, ms: number): void {
    this.clientCosts.set(mode, ms);
  }

  add(row: Row): void {
    this.rows.push(row);
    console.log(line(this.cells(row)));
    if (row.result.firstFailure) console.log(`  first failure: ${row.result.firstFailure}`);
  }

  printVerdict(): void {
    console.log('\nThe LLM client alone:');
    for (const [mode, ms] of this.clientCosts) console.log(`- ${mode}: ${ms.toFixed(3)} ms of CPU a call`);
    console.log(`\nAt ${WANTED_CONCURRENCY} (LLM at once), wanted: <= 0.6 ms beside the client, >= 0.4 of the floor:`);
    for (const row of this.rows.filter(({ target, latencyMs }) => target.startsWith('Parley') && latencyMs === 0)) {
      if (row.concurrency === WANTED_CONCURRENCY) console.log(`- ${this.verdictOn(row)}`);
    }
  }

  private verdictOn(row: Row): string {
    const beside = row.appMs - (this.clientCosts.get(row.mode) ?? 0);
    const least = this.find(row, 'floor');
    const share = least ? rate(row) / rate(least) : Number.NaN;
    const name = `${row.target}, ${row.mode}`;
    return `${name}: ${beside.toFixed(2)} ms beside the client, ${share.toFixed(2)} of the floor's turns/s`;
  }

  private cells(row: Row): string[] {
    const { latencyMs, firstTokenMs, failures } = row.result;
    const alone = this.find(row, 'LLM server alone')?.result.firstTokenMs;
    const over = firstTokenMs && alone ? (firstTokenMs.p50 - alone.p50).toFixed(1) : '';
    return [
      row.target,
      row.mode,
      String(row.concurrency),
      rate(row).toFixed(0),
      row.appMs.toFixed(2),
      row.backgroundMs.toFixed(2),
      row.databaseMs.toFixed(2),
      latencyMs.p50.toFixed(1),
      latencyMs.p95.toFixed(1),
      latencyMs.p99.toFixed(1),
      firstTokenMs?.p50.toFixed(1) ?? '',
      firstTokenMs?.p95.toFixed(1) ?? '',
      over,
      String(failures),
    ];
  }

  private find({ mode, concurrency, latencyMs }: Row, target: string): Row | undefined {
    return this.rows.find(
      (other) =>
        other.target === target &&
        other.mode === mode &&
        other.concurrency === concurrency &&
        other.latencyMs === latencyMs,
    );
  }
}

function rate({ result }: Row): number {
  return (result.turns * 1_000) / result.elapsedMs;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
