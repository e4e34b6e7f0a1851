/**
 * natural (MIT) as it comes. Its values are brought to a sum of one, as they are not probabilities. It refuses
 * nothing but what it takes for the intent that examples out of scope are given.
 */
import { OUT_OF_SCOPE } from '../../../libs/domain/classification/classifier.types';
import type { TrainableClassifier } from './classifier.types';

interface Classifier {
  addDocument(text: string, label: string): void;
  train(): void;
  /** Best first. */
  getClassifications(text: string): { label: string; value: number }[];
}

export interface Natural {
  BayesClassifier: new () => Classifier;
  LogisticRegressionClassifier: new () => Classifier;
}

export function natural(classifier: Classifier): TrainableClassifier {
  return {
    async train(examples) {
      for (const { text, intent } of examples) classifier.addDocument(text, intent);
      classifier.train();
    },
    artefactBytes: () => Buffer.byteLength(JSON.stringify(classifier)),
    predict(text) {
      const values = classifier.getClassifications(text);
      const sum = values.reduce((total, { value }) => total + value, 0);
      const best = values.find(({ label }) => label !== OUT_OF_SCOPE);
      return {
        intent: best?.label ?? OUT_OF_SCOPE,
        confidence: sum > 0 ? (best?.value ?? 0) / sum : 0,
        inScope: values[0]?.label !== OUT_OF_SCOPE,
      };
    },
  };
}
