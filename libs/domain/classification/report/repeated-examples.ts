/** Examples that say the same, by their folded words: superfluous in one intent, contradictory in several. */
import { OUT_OF_SCOPE } from '../classifier.types';
import { NO_INTENT, type TrainingRows } from '../examples/training-rows';
import { shownText } from './judged-texts';
import type { ContradictionGroup, DuplicateGroup, Repeats } from './report.types';

const MAX_GROUPS = 50;

export type LabelledRows = Pick<TrainingRows, 'intents' | 'intentOf' | 'texts' | 'textKeys' | 'counts'>;

export function duplicatesOf(data: LabelledRows): DuplicateGroup[] {
  return [...data.texts.keys()]
    .filter((row) => data.counts[row]! > 1)
    .map((row) => ({ text: shownText(data.texts[row]!), intent: labelOf(data, row), count: data.counts[row]! }))
    .sort((a, b) => b.count - a.count);
}

export function contradictionsOf(data: LabelledRows): ContradictionGroup[] {
  const rowsByText = Map.groupBy(data.texts.keys(), (row) => data.textKeys[row]!);
  return [...rowsByText.values()]
    .filter((rows) => rows.length > 1)
    .map((rows) => ({
      text: shownText(data.texts[rows[0]!]!),
      intents: rows
        .map((row) => ({ intent: labelOf(data, row), count: data.counts[row]! }))
        .sort((a, b) => b.count - a.count || (a.intent < b.intent ? -1 : 1)),
    }))
    .sort((a, b) => examplesOf(b) - examplesOf(a));
}

/** @param count of all groups, also of those that are not shown */
export function shownGroups<Group>(groups: readonly Group[], count: number): Repeats<Group> {
  return { count, groups: groups.slice(0, MAX_GROUPS) };
}

export function examplesOf({ intents }: ContradictionGroup): number {
  return intents.reduce((sum, { count }) => sum + count, 0);
}

function labelOf({ intents, intentOf }: LabelledRows, row: number): string {
  const intent = intentOf[row]!;
  return intent === NO_INTENT ? OUT_OF_SCOPE : intents[intent]!;
}
