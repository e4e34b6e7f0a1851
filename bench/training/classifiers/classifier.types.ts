import type { LabelledText } from '../../../libs/domain/classification/classifier.types';
import type { Predicted } from '../measures';

/** A library that runs in a process of its own. */
export interface TrainableClassifier {
  train(examples: readonly LabelledText[], onProgress: (percent: number, stage: string) => void): Promise<void>;
  /** What is stored of the model. */
  artefactBytes(): number;
  predict(text: string): Predicted | Promise<Predicted>;
}

export const classifierNames = ['parley', 'node-nlp', 'natural', 'natural-logistic'] as const;
export type ClassifierName = (typeof classifierNames)[number];

export type ClassifierOrder =
  | { kind: 'train'; examples: readonly LabelledText[] }
  | { kind: 'predict' | 'time'; texts: readonly string[] };

export type ClassifierNews =
  | { kind: 'progress'; percent: number; stage: string }
  | { kind: 'trained'; seconds: number; cpuSeconds: number; peakMemoryBytes: number; artefactBytes: number }
  | { kind: 'predicted'; predictions: Predicted[] }
  | { kind: 'timed'; latenciesMs: number[] };
