/** What the dashboard reads of trainings. What is null or absent was not measured, or not yet kept when the version was made. */
export const ACTIVATIONS = [
  { id: 'if_not_worse', title: 'Use it unless it is worse' },
  { id: 'always', title: 'Use it at once' },
  { id: 'never', title: 'Only make it' },
] as const;

export const FILE_FORMATS = [
  { id: 'jsonl', title: 'JSON Lines', extension: 'jsonl', mediaType: 'application/x-ndjson' },
  { id: 'csv', title: 'CSV', extension: 'csv', mediaType: 'text/csv' },
  { id: 'rasa', title: 'Rasa', extension: 'yml', mediaType: 'application/yaml' },
] as const;

export interface Dataset {
  id: string;
  name: string;
  isActive: boolean;
  exampleCount: number;
}

export interface ImportedFile {
  read: number;
  added: number;
  skippedDuplicates: number;
  removed: number;
  warnings: string[];
}

export interface Activation {
  isActivated: boolean;
  reason: string;
}

export interface TrainingSession {
  id: string;
  datasetId: string;
  status: 'pending' | 'in_progress' | 'completed' | 'failed' | 'cancelled';
  stage: string | null;
  progress: number;
  metrics: { accuracy?: number | null; modelVersion?: number } | null;
  error: string | null;
  createdAt: string;
}

export interface ModelVersion {
  version: number;
  isActive: boolean;
  sessionId: string;
  metrics: { accuracy?: number | null; macroF1?: number | null; examples?: number };
  createdAt: string;
}

export interface IntentFigures {
  intent: string;
  examples: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface Confusion {
  intent: string;
  predicted: string;
  count: number;
  texts?: string[];
}

export interface TrainingReport {
  sessionId: string;
  modelVersion: number;
  isActive: boolean;
  activation?: Activation | null;
  examples: number;
  intents: number;
  outOfScopeExamples: number;
  heldOutExamples?: number | null;
  accuracy: number | null;
  macroF1: number | null;
  calibrationError: number | null;
  threshold: number;
  perIntent: IntentFigures[];
  confusions: Confusion[];
  calibrationCurve?: Array<{ from: number; to: number; count: number; confidence: number; accuracy: number }>;
  scope?: { keptInScope: number | null; outOfScopeRecall: number | null; leftOutRecall: number | null };
  duplicates?: { count: number | null; groups: Array<{ text: string; intent: string; count: number }> };
  contradictions?: {
    count: number | null;
    groups: Array<{ text: string; intents: Array<{ intent: string; count: number }> }>;
  };
  learningCurve?: Array<{ examples: number; accuracy: number }>;
  suggestions?: Array<{ message: string; texts: string[] }>;
}

export interface ComparedText {
  text: string;
  intent: string;
  predicted: string;
  withPredicted: string;
}

export interface Comparison {
  version: number;
  with: number;
  examples: number;
  accuracy: number | null;
  withAccuracy: number | null;
  difference: number | null;
  interval: readonly [number, number] | null;
  pValue: number | null;
  macroF1: number | null;
  withMacroF1: number | null;
  verdict: string;
  perIntent: Array<{ intent: string; examples: number; f1: number; withF1: number }>;
  gained: ComparedText[];
  lost: ComparedText[];
  addedIntents: string[];
  removedIntents: string[];
}
