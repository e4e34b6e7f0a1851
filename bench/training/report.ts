import type { IntentSet } from './intent-sets';
import type { Quality } from './measures';
import type { Training } from './subjects';

/** What linear machines reached in trials, and what is aimed at. */
const aims: Readonly<Record<string, Readonly<Record<string, readonly [reached: string, wanted: string]>>>> = {
  accuracy: { clinc150: ['93.2', '94.0'], hwu64: ['88.9', '90.0'], snips: ['97.9', '98.4'] },
  'out-of-scope AUROC': { clinc150: ['.962', '.970'] },
  'recall at keep-95': { clinc150: ['81.7', '86'] },
  'calibration error': { '*': ['.01-.036', '<= .02'] },
  'training, s': { clinc150: ['12', '<= 60'] },
  'artefact, MB': { clinc150: ['9.4', '<= 5'] },
  'predict p95, ms': { '*': ['0.4', '<= 1'] },
};

export function printReport(set: IntentSet, training: Training, quality: Quality): void {
  console.log(`\n${set.name}: ${set.train.length} examples, judged on ${set.judged.length} of ${set.judgedOn}`);
  console.log(`${''.padEnd(22)}${'measured'.padStart(10)}${'reached'.padStart(10)}${'wanted'.padStart(10)}`);
  for (const [measure, value] of rowsOf(training, quality)) {
    const [reached, wanted] = aims[measure]?.[set.name] ?? aims[measure]?.['*'] ?? ['', ''];
    console.log(`${measure.padEnd(22)}${value.padStart(10)}${reached.padStart(10)}${wanted.padStart(10)}`);
  }
}

function rowsOf({ seconds, bytes, latenciesMs }: Training, quality: Quality): [measure: string, value: string][] {
  const { outOfScope } = quality;
  const strange: [string, string][] = outOfScope
    ? [
        ['out-of-scope AUROC', outOfScope.auroc.toFixed(3)],
        ['recall at keep-95', percent(outOfScope.recallAtKeep95)],
        ['refused as it is', percent(outOfScope.refused)],
      ]
    : [];
  return [
    ['accuracy', percent(quality.accuracy)],
    ['macro F1', percent(quality.macroF1)],
    ...strange,
    ['kept as it is', percent(quality.keptInScope)],
    ['calibration error', quality.calibrationError.toFixed(3)],
    ['training, s', seconds.toFixed(1)],
    ['artefact, MB', (bytes / 1e6).toFixed(2)],
    ['predict p50, ms', quantile(latenciesMs, 0.5).toFixed(2)],
    ['predict p95, ms', quantile(latenciesMs, 0.95).toFixed(2)],
  ];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
