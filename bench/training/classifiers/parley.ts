import { IntentClassifier } from '../../../libs/domain/classification/intent-classifier';
import { trainClassifier } from '../../../libs/domain/classification/train-classifier';
import type { TrainableClassifier } from './classifier.types';

/** The product's library, without the product around it. */
export function parley(): TrainableClassifier {
  let artefact: Uint8Array = new Uint8Array();
  let classifier: IntentClassifier | undefined;
  return {
    async train(examples, onProgress) {
      ({ artefact } = trainClassifier(examples, { onProgress }));
      classifier = IntentClassifier.load(artefact);
      for (const _ of classifier.warmUp());
    },
    artefactBytes: () => artefact.byteLength,
    predict: (text) => classifier!.predict(text),
  };
}
