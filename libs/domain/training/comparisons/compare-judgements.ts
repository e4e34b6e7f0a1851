import { type Judgement, type Judgements, OUT_OF_SCOPE } from '#domain/classification';
import type { ComparedIntent, ComparedScope, ComparedText, Comparison, Verdict } from './comparisons.types';
import { differenceInterval, differenceProbability } from './paired-test';

/** Fewer examples say nothing. */
export const FEWEST_EXAMPLES = 20;
export const SIGNIFICANCE = 0.05;
const MAX_INTENTS = 50;
const MAX_TEXTS = 20;

/** One example, judged by both. Intents are names: each model counts its own. */
interface Pair {
  key: bigint;
  text: string;
  intent: string;
  predicted: string;
  withPredicted: string;
  inScope: boolean;
  withInScope: boolean;
}

/** On the examples that both have held out: neither has learned from them. */
export function compareJudgements(one: Judgements, other: Judgements): Comparison {
  const pairs = pairsOf(one, other);
  const known = pairs.filter(({ intent }) => intent !== OUT_OF_SCOPE);
  const gained = known.filter((pair) => isRight(pair) && !isRightWith(pair));
  const lost = known.filter((pair) => !isRight(pair) && isRightWith(pair));
  const perIntent = intentsOf(known);
  const hasAny = known.length > 0;
  return {
    examples: known.length,
    accuracy: shareOf(known, isRight),
    withAccuracy: shareOf(known, isRightWith),
    difference: hasAny ? (gained.length - lost.length) / known.length : null,
    interval: hasAny ? differenceInterval(gained.length, lost.length, known.length) : null,
    pValue: hasAny ? differenceProbability(gained.length, lost.length) : null,
    macroF1: meanOf(perIntent.map(({ f1 }) => f1)),
    withMacroF1: meanOf(perIntent.map(({ withF1 }) => withF1)),
    outOfScope: scopeOf(
      known,
      pairs.filter(({ intent }) => intent === OUT_OF_SCOPE),
    ),
    verdict: verdictOf(known.length, gained.length, lost.length),
    perIntent: perIntent.sort((a, b) => Math.abs(b.f1 - b.withF1) - Math.abs(a.f1 - a.withF1)).slice(0, MAX_INTENTS),
    gainedCount: gained.length,
    gained: shown(gained),
    lostCount: lost.length,
    lost: shown(lost),
    addedIntents: missingIn(other.intents, one.intents),
    removedIntents: missingIn(one.intents, other.intents),
  };
}

function pairsOf(one: Judgements, other: Judgements): Pair[] {
  const byKey = new Map(other.judged.map((judgement) => [judgement.key, judgement]));
  return one.judged.flatMap((judgement) => {
    const twin = byKey.get(judgement.key);
    if (twin === undefined) return [];
    const { key, text, intent, inScope } = judgement;
    const predicted = predictedOf(one, judgement);
    const withPredicted = predictedOf(other, twin);
    const withInScope = twin.inScope;
    return [{ key, text, intent: one.intents[intent] ?? OUT_OF_SCOPE, predicted, withPredicted, inScope, withInScope }];
  });
}

function predictedOf({ intents }: Judgements, { predicted }: Judgement): string {
  return intents[predicted] ?? OUT_OF_SCOPE;
}

function isRight({ intent, predicted }: Pair): boolean {
  return intent === predicted;
}

function isRightWith({ intent, withPredicted }: Pair): boolean {
  return intent === withPredicted;
}

function verdictOf(examples: number, gained: number, lost: number): Verdict {
  if (examples < FEWEST_EXAMPLES) return 'not comparable';
  if (differenceProbability(gained, lost) >= SIGNIFICANCE) return 'no difference';
  return gained > lost ? 'better' : 'worse';
}

function intentsOf(pairs: readonly Pair[]): ComparedIntent[] {
  const [claims, withClaims] = [claimsOf(pairs, 'predicted'), claimsOf(pairs, 'withPredicted')];
  return [...Map.groupBy(pairs, ({ intent }) => intent)]
    .map(([intent, own]) => ({
      intent,
      examples: own.length,
      f1: (2 * own.filter(isRight).length) / (own.length + (claims.get(intent) ?? 0)),
      withF1: (2 * own.filter(isRightWith).length) / (own.length + (withClaims.get(intent) ?? 0)),
    }))
    .sort((a, b) => (a.intent < b.intent ? -1 : 1));
}

/** How often an intent was predicted. */
function claimsOf(pairs: readonly Pair[], by: 'predicted' | 'withPredicted'): Map<string, number> {
  const claims = new Map<string, number>();
  for (const pair of pairs) claims.set(pair[by], (claims.get(pair[by]) ?? 0) + 1);
  return claims;
}

function scopeOf(known: readonly Pair[], strange: readonly Pair[]): ComparedScope {
  return {
    examples: strange.length,
    keptInScope: shareOf(known, ({ inScope }) => inScope),
    withKeptInScope: shareOf(known, ({ withInScope }) => withInScope),
    refused: shareOf(strange, ({ inScope }) => !inScope),
    withRefused: shareOf(strange, ({ withInScope }) => !withInScope),
  };
}

/** The first by key: the same whichever version is asked about, and of all intents. */
function shown(pairs: readonly Pair[]): ComparedText[] {
  return [...pairs]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, MAX_TEXTS)
    .map(({ text, intent, predicted, withPredicted }) => ({ text, intent, predicted, withPredicted }));
}

function missingIn(known: readonly string[], intents: readonly string[]): string[] {
  const all = new Set(known);
  return intents.filter((intent) => !all.has(intent));
}

function shareOf(pairs: readonly Pair[], is: (pair: Pair) => boolean): number | null {
  return pairs.length === 0 ? null : pairs.filter(is).length / pairs.length;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
