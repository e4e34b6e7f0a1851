/** What is aimed at, by measure and set; `*` is every set. Of models that were trained on all examples. */
import type { MeasureName } from './figures';

const wanted: Partial<Record<MeasureName, Readonly<Record<string, string>>>> = {
  accuracy: { clinc150: '94.0', hwu64: '90.0', snips: '98.4' },
  auroc: { clinc150: '.970' },
  recallAtKeep95: { clinc150: '86' },
  calibrationError: { '*': '<= .020' },
  trainingCpuS: { clinc150: '<= 60' },
  artefactMb: { '*': '<= 5' },
  predictP95Ms: { '*': '<= 1' },
};

export function wantedOf(measure: MeasureName, set: string, round: string): string {
  return round === 'full' ? (wanted[measure]?.[set] ?? wanted[measure]?.['*'] ?? '') : '';
}
