import type { Calibration } from '../confidence/calibration';
import { scopeProbability } from '../confidence/confidence';
import { NO_INTENT } from '../examples/training-rows';
import type { HeldOutText } from '../held-out/held-out';
import type { ScopeFigures } from './report.types';

/** @param leftOut texts of intents that were left out */
export function scopeFiguresOf(
  heldOut: readonly HeldOutText[],
  leftOut: readonly HeldOutText[],
  { confidence, threshold }: Calibration,
): ScopeFigures {
  const scopesOf = (texts: readonly HeldOutText[]) => texts.map(({ signs }) => scopeProbability(confidence, signs));
  const known = scopesOf(heldOut.filter(({ intent }) => intent !== NO_INTENT));
  const given = scopesOf(heldOut.filter(({ intent }) => intent === NO_INTENT));
  const strange = scopesOf(leftOut);
  const isKept = (scope: number) => scope >= threshold;
  return {
    keptInScope: shareOf(known, isKept),
    outOfScopeRecall: shareOf(given, (scope) => !isKept(scope)),
    leftOutRecall: shareOf(strange, (scope) => !isKept(scope)),
    auroc: aurocOf(known, [...given, ...strange]),
  };
}

/** The chance that one of the first is greater than one of the second; of equals a half. Null without either. */
export function aurocOf(greater: readonly number[], smaller: readonly number[]): number | null {
  if (greater.length === 0 || smaller.length === 0) return null;
  const sorted = Float64Array.from(smaller).sort();
  const wins = greater.reduce(
    (sum, value) => sum + (placeOf(sorted, value, false) + placeOf(sorted, value, true)) / 2,
    0,
  );
  return wins / (greater.length * smaller.length);
}

/** How many are smaller than the value, or as small. */
function placeOf(sorted: Float64Array, value: number, isEqualCounted: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value || (isEqualCounted && sorted[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shareOf(values: readonly number[], is: (value: number) => boolean): number | null {
  return values.length === 0 ? null : values.filter(is).length / values.length;
}
