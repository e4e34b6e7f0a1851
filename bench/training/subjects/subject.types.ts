import type { LabelledText } from '../../../libs/domain/classification/classifier.types';
import type { Figures } from '../figures';
import type { Predicted } from '../measures';

export type Tell = (percent: number, stage: string) => void;

/** What is measured: something that learns from examples. */
export interface Subject {
  name: string;
  train(examples: readonly LabelledText[], onProgress: Tell): Promise<TrainedSubject>;
  stop(): Promise<void>;
}

export interface TrainedSubject {
  costs: Figures;
  predict(texts: readonly string[]): Promise<Predicted[]>;
  /** Of predictions of one text each; perhaps of some of the texts only. */
  latenciesMs(texts: readonly string[]): Promise<number[]>;
  close(): Promise<void>;
}
