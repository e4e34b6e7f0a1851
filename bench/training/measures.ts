/** What predictions are worth. */
import type { LabelledText } from '../../libs/domain/classification/classifier.types';
import { auroc, refusedAt } from '../retrieval/metrics';
import { isInScope } from './intent-sets';

export interface Predicted {
  intent: string;
  confidence: number;
  inScope: boolean;
}

export interface Quality {
  accuracy: number;
  macroF1: number;
  calibrationError: number;
  keptInScope: number;
  /** Undefined where nothing is out of scope. */
  outOfScope: { auroc: number; recallAtKeep95: number; refused: number } | undefined;
}

const BINS = 15;
const LOST_IN_SCOPE = 0.05;

export function qualityOf(asked: readonly LabelledText[], predicted: readonly Predicted[]): Quality {
  const pairs = asked.map((one, at) => ({ ...one, predicted: predicted[at]! }));
  const known = pairs.filter(isInScope);
  const strange = pairs.filter((pair) => !isInScope(pair));
  const confidences = (of: typeof pairs) => of.map((pair) => pair.predicted.confidence);
  const kept = known.filter((pair) => pair.predicted.inScope).length / known.length;
  return {
    accuracy: known.filter(isRight).length / known.length,
    macroF1: macroF1Of(known),
    calibrationError: calibrationErrorOf(pairs),
    keptInScope: kept,
    outOfScope:
      strange.length === 0
        ? undefined
        : {
            auroc: auroc(confidences(known), confidences(strange)),
            recallAtKeep95: refusedAt(confidences(known), confidences(strange), LOST_IN_SCOPE),
            refused: strange.filter((pair) => !pair.predicted.inScope).length / strange.length,
          },
  };
}

type Pair = LabelledText & { predicted: Predicted };

function isRight({ intent, predicted }: Pair): boolean {
  return intent === predicted.intent;
}

function macroF1Of(pairs: readonly Pair[]): number {
  const intents = [...new Set(pairs.map(({ intent }) => intent))];
  const scores = intents.map((name) => {
    const right = pairs.filter((pair) => pair.intent === name && isRight(pair)).length;
    const claims = pairs.filter((pair) => pair.predicted.intent === name).length;
    const actual = pairs.filter((pair) => pair.intent === name).length;
    return (2 * right) / (claims + actual);
  });
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Expected calibration error; a text out of scope is never right. */
function calibrationErrorOf(pairs: readonly Pair[]): number {
  const drift = new Array<number>(BINS).fill(0);
  for (const pair of pairs) {
    const bin = Math.min(BINS - 1, Math.floor(pair.predicted.confidence * BINS));
    drift[bin]! += pair.predicted.confidence - (isRight(pair) ? 1 : 0);
  }
  return drift.reduce((sum, value) => sum + Math.abs(value), 0) / pairs.length;
}
