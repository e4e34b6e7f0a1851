/**
 * node-nlp (MIT) with its English pipeline as it comes; its own intent `None` takes what is out of scope. It refuses what
 * scores below its threshold, .5.
 */
import { OUT_OF_SCOPE } from '../../../libs/domain/classification/classifier.types';
import type { TrainableClassifier } from './classifier.types';

const LANGUAGE = 'en';
const NONE = 'None';

interface Manager {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  export(): string;
  process(
    language: string,
    text: string,
  ): Promise<{ intent: string; classifications: { intent: string; score: number }[] }>;
}

export interface NodeNlp {
  NlpManager: new (settings: object) => Manager;
}

export function nodeNlp({ NlpManager }: NodeNlp): TrainableClassifier {
  const manager = new NlpManager({ languages: [LANGUAGE], autoSave: false, autoLoad: false, nlu: { log: false } });
  return {
    async train(examples) {
      for (const { text, intent } of examples)
        manager.addDocument(LANGUAGE, text, intent === OUT_OF_SCOPE ? NONE : intent);
      await manager.train();
    },
    artefactBytes: () => Buffer.byteLength(manager.export()),
    async predict(text) {
      const { intent, classifications } = await manager.process(LANGUAGE, text);
      const best = classifications.find((one) => one.intent !== NONE);
      return { intent: best?.intent ?? NONE, confidence: best?.score ?? 0, inScope: intent !== NONE };
    },
  };
}
