/** Figures of one training, of several, and how they are written. */

export interface Measure {
  title: string;
  format(value: number): string;
  /** Of the training or the model, whatever texts it is judged on. */
  isCost?: boolean;
}

const percent = (share: number) => (100 * share).toFixed(1);
const fixed = (digits: number) => (value: number) => value.toFixed(digits);

export const measures = {
  accuracy: { title: 'accuracy, %', format: percent },
  macroF1: { title: 'macro F1, %', format: percent },
  calibrationError: { title: 'calibration error', format: fixed(3) },
  auroc: { title: 'out-of-scope AUROC', format: fixed(3) },
  recallAtKeep95: { title: 'refused at keep-95, %', format: percent },
  refused: { title: 'refused as it is, %', format: percent },
  kept: { title: 'kept as it is, %', format: percent },
  trainingS: { title: 'training, s', format: fixed(1), isCost: true },
  trainingCpuS: { title: 'training, s of CPU', format: fixed(1), isCost: true },
  peakMemoryMb: { title: 'peak memory, MB', format: fixed(0), isCost: true },
  artefactMb: { title: 'artefact, MB', format: fixed(2), isCost: true },
  predictP50Ms: { title: 'predict p50, ms', format: fixed(2), isCost: true },
  predictP95Ms: { title: 'predict p95, ms', format: fixed(2), isCost: true },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;
/** What cannot be measured is left out. */
export type Figures = Partial<Record<MeasureName, number>>;

export const measureNames = Object.keys(measures) as MeasureName[];

export interface Spread {
  mean: number;
  /** Of the sample; undefined of a single value. */
  deviation: number | undefined;
}

/** Undefined when a training does not have the figure. */
export function spreadOf(all: readonly Figures[], name: MeasureName): Spread | undefined {
  const values = all.flatMap((figures) => figures[name] ?? []);
  if (values.length === 0 || values.length < all.length) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.length === 1) return { mean, deviation: undefined };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

export function written(name: MeasureName, spread: Spread | undefined): string {
  if (spread === undefined) return '-';
  const { format } = measures[name];
  return spread.deviation === undefined ? format(spread.mean) : `${format(spread.mean)} ± ${format(spread.deviation)}`;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
