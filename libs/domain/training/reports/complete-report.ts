import type { TrainingReport } from '#domain/classification';

const NOT_MEASURED = {
  heldOutExamples: null,
  calibrationCurve: [],
  scope: { keptInScope: null, outOfScopeRecall: null, leftOutRecall: null, auroc: null },
  duplicates: { count: null, groups: [] },
  contradictions: { count: null, groups: [] },
  learningCurve: [],
  suggestions: [],
} satisfies Partial<TrainingReport>;

/** As it may be stored: models that were trained earlier have measured less. */
export type StoredReport = Omit<TrainingReport, keyof typeof NOT_MEASURED> & Partial<TrainingReport>;

/** With nothing in place of what was not measured. */
export function completeReport(stored: StoredReport): TrainingReport {
  return { ...NOT_MEASURED, ...stored };
}
