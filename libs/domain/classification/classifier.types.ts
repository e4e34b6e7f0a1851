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

export interface IntentScores {
  intent: string;
  /** In-scope examples of the intent that the model was trained on. */
  examples: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface IntentConfusion {
  intent: string;
  predicted: string;
  count: number;
  /** At most three of the texts that were taken for the other intent. */
  texts: readonly string[];
}

/** What the cross-validation measured. Figures are null where no example could be held out. */
export interface TrainingReport {
  examples: number;
  intents: number;
  outOfScopeExamples: number;
  accuracy: number | null;
  macroF1: number | null;
  /** Mean negative logarithm (nats) of the probability given to the true intent. */
  loss: number | null;
  /** Expected calibration error of the confidence of in-scope examples, 15 bins. */
  calibrationError: number | null;
  /** 0 when nothing could be held out. */
  folds: number;
  /** A text counts as in scope when its scope score, a probability, reaches this. */
  threshold: number;
  perIntent: readonly IntentScores[];
  /** At most 50, the most frequent first. */
  confusions: readonly IntentConfusion[];
}

export interface TrainedClassifier {
  artefact: Uint8Array;
  report: TrainingReport;
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
