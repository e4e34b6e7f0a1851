/** Tables: one for each round as it is done, and all of them in Markdown at the end. */
import { type MeasureName, measureNames, measures, spreadOf, written } from './figures';
import type { Results, Round } from './results';
import { wantedOf } from './wanted';

/** The tables of the rounds have more. */
const SUMMARISED: readonly MeasureName[] = measureNames.filter((name) => name !== 'macroF1' && name !== 'predictP50Ms');

export function printRounds(results: Results, set: string, subjects: readonly string[]): void {
  for (const round of results.roundsOf(set)) {
    console.log(`\n${set}, ${round.name} (${round.about})`);
    // What a training costs is the same for all that its model is asked about.
    const names = round.name.startsWith('typos') ? withoutCosts(measureNames) : measureNames;
    const rows = rowsOf(results, round, subjects, names);
    for (const cells of [['', ...subjects, 'wanted'], ...rows]) {
      console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(24) : cell.padStart(18))).join(''));
    }
  }
}

export function printSummary(results: Results, subjects: readonly string[]): void {
  const heads = ['set', 'trained and judged', 'measure', ...subjects, 'wanted'];
  const lines = results.roundsOf().flatMap((round) => {
    const names = round.name === 'full' ? SUMMARISED : withoutCosts(SUMMARISED);
    const rows = rowsOf(results, round, subjects, names);
    return rows.map((cells, at) => [...(at === 0 ? [round.set, round.name] : ['', '']), ...cells]);
  });
  console.log(`\n${[heads, heads.map(() => '---'), ...lines].map(markdownRow).join('\n')}`);
  for (const reason of results.leftOut) console.log(`\nLeft out: ${reason}`);
}

function rowsOf(
  results: Results,
  round: Round,
  subjects: readonly string[],
  names: readonly MeasureName[],
): string[][] {
  const all = subjects.map((subject) => results.figuresOf(round, subject));
  return names
    .filter((name) => all.some((figures) => spreadOf(figures, name) !== undefined))
    .map((name) => [
      measures[name].title,
      ...all.map((figures) => written(name, spreadOf(figures, name))),
      wantedOf(name, round.set, round.name),
    ]);
}

function withoutCosts(names: readonly MeasureName[]): MeasureName[] {
  return names.filter((name) => !('isCost' in measures[name]));
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
