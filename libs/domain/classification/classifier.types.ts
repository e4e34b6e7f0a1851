import type { TrainingReport } from './report/report.types';

/** The label of examples that no intent of the bot should claim. They teach where the scope ends, not a class of their own. */
export const OUT_OF_SCOPE = '__oos__';

export interface LabelledText {
  text: string;
  intent: string;
}

export type TrainingStage = 'preparing' | 'validating' | 'fitting' | 'packing';

export interface TrainingOptions {
  /** The same examples, options and seed give the same bytes. 1 when absent. */
  seed?: number;
  /** Parts of the cross-validation, 2..20; 5 when absent. */
  folds?: number;
  /** Percent only rises, from 0 to 100. An error that it throws ends the training and reaches the caller. */
  onProgress?(percent: number, stage: TrainingStage): void;
}

export interface TrainedClassifier {
  artefact: Uint8Array;
  report: TrainingReport;
  /** What it said of the examples that were held out, as `writeJudgements` makes it. */
  judgements: Uint8Array;
}

export interface RankedIntent {
  intent: string;
  /** 0..1, comparable with `Prediction.confidence`. */
  confidence: number;
}

export interface Prediction {
  /** The best intent, also when the text is out of scope; `OUT_OF_SCOPE` only of a classifier that knows no intent. */
  intent: string;
  /** Calibrated 0..1: that this intent is right and the text in scope. */
  confidence: number;
  inScope: boolean;
  /** Up to five, best first. */
  ranking: readonly RankedIntent[];
}
