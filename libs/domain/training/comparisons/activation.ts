/** Whether a bot reads intents by a model that was just trained: unless it is worse than the one that it would replace. */
import type { Judgements } from '#domain/classification';
import { compareJudgements, FEWEST_EXAMPLES, SIGNIFICANCE } from './compare-judgements';
import type { Comparison } from './comparisons.types';
import { tailProbability } from './paired-test';

export const ACTIVATION_POLICIES = ['if_not_worse', 'always', 'never'] as const;
export type ActivationPolicy = (typeof ACTIVATION_POLICIES)[number];
export const DEFAULT_POLICY: ActivationPolicy = 'if_not_worse';

/** What became of a new version, and why. */
export interface Activation {
  policy: ActivationPolicy;
  isActivated: boolean;
  /** The version that was active; null when there was none, or nobody asked. */
  comparedWith: number | null;
  /** English, for people. */
  reason: string;
}

/** By more than chance, one-sided: a model that is a little better must not be held back for being unlike. */
export function decideByComparison(judgements: Judgements, other: Judgements, activeVersion: number): Activation {
  const comparison = compareJudgements(judgements, other);
  const { examples, gainedCount, lostCount } = comparison;
  if (examples < FEWEST_EXAMPLES) {
    const common = `Both have held out ${examples} same examples; a comparison needs ${FEWEST_EXAMPLES}`;
    return decided(true, activeVersion, `${common}, so the new version was activated.`);
  }
  const chance = tailProbability(lostCount, gainedCount + lostCount);
  const isWorse = chance < SIGNIFICANCE;
  const told = toldOf(comparison, activeVersion);
  return isWorse
    ? decided(false, activeVersion, `${told}: worse by more than chance (p = ${chance.toPrecision(2)}).`)
    : decided(true, activeVersion, `${told}: not worse by more than chance.`);
}

export function decided(isActivated: boolean, comparedWith: number | null, reason: string): Activation {
  return { policy: 'if_not_worse', isActivated, comparedWith, reason };
}

function toldOf({ examples, accuracy, withAccuracy }: Comparison, activeVersion: number): string {
  const [percent, withPercent] = [accuracy, withAccuracy].map((share) => `${(100 * (share ?? 0)).toFixed(1)} %`);
  const common = `${examples.toLocaleString('en-US')} examples that both have held out`;
  return `On ${common} the new version is right in ${percent}, version ${activeVersion} in ${withPercent}`;
}
