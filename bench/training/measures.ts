/** What predictions are worth. */
import type { LabelledText } from '../../libs/domain/classification/classifier.types';
import { auroc, refusedAt } from '../retrieval/metrics';
import type { Figures } from './figures';
import { isInScope } from './intent-sets';

export interface Predicted {
  /** The best intent, also when the text was refused. */
  intent: string;
  /** That this intent is right, 0..1. */
  confidence: number;
  inScope: boolean;
}

const BINS = 15;
const LOST_IN_SCOPE = 0.05;

export function qualityOf(asked: readonly LabelledText[], predicted: readonly Predicted[]): Figures {
  const pairs = asked.map((one, at) => ({ ...one, predicted: predicted[at]! }));
  const known = pairs.filter(isInScope);
  return {
    accuracy: known.filter(isRight).length / known.length,
    macroF1: macroF1Of(known),
    calibrationError: calibrationErrorOf(pairs),
    kept: known.filter((pair) => pair.predicted.inScope).length / known.length,
    ...scopeOf(
      known,
      pairs.filter((pair) => !isInScope(pair)),
    ),
  };
}

type Pair = LabelledText & { predicted: Predicted };

function scopeOf(known: readonly Pair[], strange: readonly Pair[]): Figures {
  if (strange.length === 0) return {};
  const [of, off] = [known, strange].map((pairs) => pairs.map((pair) => pair.predicted.confidence)) as [
    number[],
    number[],
  ];
  return {
    auroc: auroc(of, off),
    recallAtKeep95: refusedAt(of, off, LOST_IN_SCOPE),
    refused: strange.filter((pair) => !pair.predicted.inScope).length / strange.length,
  };
}

function isRight(pair: Pair): boolean {
  return isInScope(pair) && pair.intent === pair.predicted.intent;
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
