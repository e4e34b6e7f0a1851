import type { Calibration } from '../confidence/calibration';
import { scopeProbability } from '../confidence/confidence';
import { probabilitiesOf } from '../confidence/intent-probability';
import { NO_INTENT } from '../examples/training-rows';
import type { HeldOutText } from '../held-out/held-out';

const MAX_SHOWN_LENGTH = 300;

/** What was said of one example that was held out. */
export interface JudgedText {
  row: number;
  /** NO_INTENT for out-of-scope examples of the user. */
  intent: number;
  predicted: number;
  /** That the predicted intent is right. */
  confidence: number;
  /** Given to the true intent; 0 where there is none. */
  probability: number;
  inScope: boolean;
}

export function judgedTexts(
  heldOut: readonly HeldOutText[],
  { confidence: model, threshold }: Calibration,
): JudgedText[] {
  return heldOut.map(({ row, intent, scores, predicted, signs }) => {
    const scope = scopeProbability(model, signs);
    const shares = probabilitiesOf(scores);
    const probability = intent === NO_INTENT ? 0 : scope * shares[intent]!;
    return {
      row,
      intent,
      predicted,
      confidence: scope * (shares[predicted] ?? 0),
      probability,
      inScope: scope >= threshold,
    };
  });
}

export function isRight({ intent, predicted }: Pick<JudgedText, 'intent' | 'predicted'>): boolean {
  return intent === predicted;
}

/** Long texts say what they are by their beginning. */
export function shownText(text: string): string {
  return text.slice(0, MAX_SHOWN_LENGTH).toWellFormed();
}
