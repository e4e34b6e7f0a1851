import type { ErrorPair } from './confusions';
import type { Advice, Findings } from './findings';
import { countedBy } from './intent-scores';
import { shownText } from './judged-texts';
import { examplesOf } from './repeated-examples';
import type { ContradictionGroup } from './report.types';
import { counted, named } from './wording';

/** Fewer errors may be chance. */
const FEWEST_ERRORS = 3;
/** Of the held-out examples of both. */
const LEAST_SHARE = 0.05;

/** Intents of which one has many of the other's examples taken for its own, with the held-out examples of both. */
export function overlappingPairs({ judged, pairs }: Findings): (ErrorPair & { heldOut: number })[] {
  const heldOut = countedBy(judged, ({ intent }) => intent);
  return pairs
    .map((pair) => ({ ...pair, heldOut: (heldOut.get(pair.first) ?? 0) + (heldOut.get(pair.second) ?? 0) }))
    .filter((pair) => pair.errors.length >= Math.max(FEWEST_ERRORS, LEAST_SHARE * pair.heldOut));
}

export function overlappingIntents(findings: Findings): Advice[] {
  const { intents, texts } = findings.data;
  return overlappingPairs(findings).map(({ first, second, errors, heldOut }) => {
    const [intent, otherIntent] = [intents[first]!, intents[second]!];
    const held = counted(heldOut, 'held-out example');
    return {
      kind: 'overlapping_intents',
      intent,
      otherIntent,
      message:
        `${named([intent, otherIntent])} are taken for each other: ${errors.length} of ${held}. If they are answered ` +
        'alike, merge them; otherwise add examples of both that show what sets them apart, beginning with texts like these.',
      texts: errors.map(({ row }) => shownText(texts[row]!)),
      worth: errors.length,
    };
  });
}

/** By the two intents that have the texts most often. */
export function contradictoryTexts({ contradictions }: Findings): Advice[] {
  const pairs = Map.groupBy(contradictions, ({ intents }) => JSON.stringify(namesOf(intents)));
  return [...pairs.values()].map((groups) => {
    const [intent, otherIntent] = namesOf(groups[0]!.intents);
    const texts = groups.length === 1 ? 'A text is an example' : `${counted(groups.length, 'text')} are examples`;
    return {
      kind: 'contradictory_texts',
      intent: intent!,
      otherIntent: otherIntent!,
      message: `${texts} of both ${named([intent!, otherIntent!])}. Keep ${groups.length === 1 ? 'it' : 'each'} in one of them.`,
      texts: groups.map(({ text }) => text),
      worth: groups.reduce((sum, group) => sum + examplesOf(group) / 2, 0),
    };
  });
}

function namesOf(intents: ContradictionGroup['intents']): string[] {
  return intents
    .slice(0, 2)
    .map(({ intent }) => intent)
    .sort();
}
