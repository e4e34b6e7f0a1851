export interface Measured {
  name: string;
  latenciesMs: readonly number[];
  /** Of the api process in that time. */
  cpuMs: number;
  elapsedMs: number;
}

export function printTable(rows: readonly Measured[]): void {
  console.log('\n| request | CPU of the api, ms | a second | p50 ms | p99 ms |');
  console.log('| --- | ---: | ---: | ---: | ---: |');
  for (const { name, latenciesMs, cpuMs, elapsedMs } of rows) {
    const count = latenciesMs.length;
    const cells = [cpuMs / count, (count * 1_000) / elapsedMs, partOf(latenciesMs, 0.5), partOf(latenciesMs, 0.99)];
    console.log(`| ${name} | ${cells.map((cell, at) => cell.toFixed(at === 1 ? 0 : at === 0 ? 3 : 1)).join(' | ')} |`);
  }
}

export function partOf(values: readonly number[], part: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}
